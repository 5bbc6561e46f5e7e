import Persistence

/// The journal's deposits, read beside a running till: takes no lock and writes nothing.
public struct DepositArchive: Sendable {
    private let directory: String

    /// Reads the journal in a folder, which may be written meanwhile.
    public init(directory: String) {
        self.directory = directory
    }

    /// Returns all deposits, in the order of their intents.
    ///
    /// - Throws: ``DeskError``
    public func deposits() throws(DeskError) -> [Deposit] {
        try list(JournalFilter()).deposits
    }

    /// Returns the orders nobody knows the outcome of, oldest first.
    ///
    /// - Throws: ``DeskError``
    public func openQuestions() throws(DeskError) -> [DepositOrder] { try openOrders().orders }

    /// Returns the open orders, and the listing that they come from: what it lacks there may be more of.
    ///
    /// - Throws: ``DeskError``
    public func openOrders() throws(DeskError) -> (orders: [DepositOrder], listing: JournalListing) {
        var filter = JournalFilter()
        filter.state = .open
        var ledger = DepositLedger()
        let (deposits, listing) = try list(filter)
        for deposit in deposits { ledger.adopt(deposit) }
        return (ledger.openQuestions, listing)
    }

    /// Returns a deposit by its own number or any other name that the journal knows.
    ///
    /// - Throws: ``DeskError``
    public func deposit(named name: String) throws(DeskError) -> Deposit? {
        do {
            var number: String?
            try JournalReader.find(name, directory: directory) { record in
                // A deposit's own number comes before any other that is spelled like it.
                if record.order == name || number == nil { number = record.order }
            }
            guard let number else { return nil }
            var ledger = DepositLedger(makingUpDeposits: true)
            try JournalReader.find(number, directory: directory) { record in
                if record.order == number { try ledger.apply(record) }
            }
            return OrderNumber(number).flatMap { ledger[$0] }
        } catch {
            throw DeskError(error)
        }
    }

    /// Returns what shows that the journal is not all that it was.
    ///
    /// Where it finds no order, there may have been one. Reads all of it.
    ///
    /// - Throws: ``DeskError``
    public func missing() throws(DeskError) -> [JournalFinding] {
        do {
            let report = try JournalReader.verify(directory: directory, full: false)
            return JournalFinding.missing(in: report)
        } catch {
            throw DeskError(error)
        }
    }

    /// Looks an order up at the gateway, beside what the journal knows.
    public func lookUp(
        _ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?, configuration: TillConfiguration,
        gateway: Gateway, random: any RandomSource = SystemRandom()
    ) async throws(DeskError) -> LookUp {
        let queries = OrderQueries(
            configuration: configuration, gateway: gateway, random: random,
            digestKey: JournalReader.digestKey(directory: directory))
        let local = try deposit(named: number.text)
        let story = try story(of: local?.number)
        return await queries.lookUp(
            number, releaseNumber: releaseNumber, platform: platform, local: local, story: story
        ).lookUp
    }

    /// Returns the journal's lines about one order, oldest first.
    func story(of number: OrderNumber?) throws(DeskError) -> [LookUp.Line] {
        guard let number else { return [] }
        var lines: [LookUp.Line] = []
        do {
            try JournalReader.find(number.text, directory: directory) { record in
                if record.order == number.text { lines.append(try Self.line(record)) }
            }
        } catch {
            throw DeskError(error)
        }
        return lines
    }

    private func list(
        _ filter: JournalFilter
    ) throws(DeskError) -> (deposits: [Deposit], listing: JournalListing) {
        let listing = try JournalListing(directory: directory, filter: filter)
        var deposits: [Deposit] = []
        do {
            _ = try listing.orders { deposits.append($0) }
        } catch {
            throw DeskError(error)
        }
        return (deposits, listing)
    }

    private static func line(_ record: JournalRecord) throws -> LookUp.Line {
        var line = LookUp.Line(time: Timestamp(milliseconds: record.milliseconds), event: record.event)
        switch try DepositEventCodec.decode(record) {
        case .order(let event):
            line.order = event.number
            line.fee = event.fee
            line.reason = event.report?.reason
            // Of a release or a consume the event's name says it.
            if event.kind == .freeze { line.outcome = event.report?.outcome }
        case .closed(let staffID, let reason, let order, _):
            line.order = order
            line.closing = OrderStatus.Closing(staffID: staffID, reason: reason, time: line.time)
        case nil: break
        }
        return line
    }
}
