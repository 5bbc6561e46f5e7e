import Persistence

/// The deposits of this till that something can still happen to: open ones, held ones and those of the last day.
///
/// All others are in the journal, and are found there by their names.
struct DepositLedger: Sendable {
    /// A code scanned again within this time opens the earlier order.
    static let codeMemoryMilliseconds: Int64 = 24 * 60 * 60 * 1000
    /// Orders refused for now that are this young are asked about once more at a start.
    static let refusalMemoryMilliseconds: Int64 = 7 * 24 * 60 * 60 * 1000

    private var deposits: [OrderNumber: Deposit] = [:]
    /// In the order of their intents.
    private var numbers: [OrderNumber] = []
    private var open: Set<OrderNumber> = []
    /// Releases' and consumes' own numbers to their deposits'.
    private var laterOrders: [OrderNumber: OrderNumber] = [:]
    private var byCodeDigest: [String: OrderNumber] = [:]
    /// Lines by which more would be consumed and released than was frozen: they don't count.
    private(set) var impossibleLines: [Int64] = []
    /// Deposits that lines told something of and that are not in here: their earlier lines are in the journal.
    private(set) var unknownNumbers: Set<OrderNumber> = []
    private var texts = TextPool()
    /// Whether a release or a consume makes up its deposit where that one's own lines are lost.
    private let makesUpDeposits: Bool

    init(makingUpDeposits: Bool = false) {
        makesUpDeposits = makingUpDeposits
    }

    subscript(number: OrderNumber) -> Deposit? { deposits[number] }

    var all: [Deposit] { numbers.compactMap { deposits[$0] } }

    /// Returns the freeze, release or consume of this number.
    func order(_ number: OrderNumber) -> DepositOrder? {
        guard let deposit = deposits[number] ?? laterOrders[number].flatMap({ deposits[$0] }) else { return nil }
        return deposit.order(number).map { DepositOrder(deposit, $0) }
    }

    /// Oldest first.
    var openQuestions: [DepositOrder] {
        open.compactMap { order($0) }.sorted { ($0.startTime, $0.number.text) < ($1.startTime, $1.number.text) }
    }

    /// What is frozen now, oldest first.
    var held: [Deposit] {
        all.filter { $0.outcome == .done && !$0.isFromElsewhere }
            .sorted { ($0.startTime, $0.number.text) < ($1.startTime, $1.number.text) }
    }

    /// Returns orders that the platform did not know for long enough, or showed as failed, and that may turn up all the
    /// same.
    func refusedForNow(at moment: Timestamp) -> [DepositOrder] {
        all.flatMap { deposit in
            deposit.orders.filter { $0.mayTurnUp && $0.mayStillTurnUp(at: moment) }.map { DepositOrder(deposit, $0) }
        }
    }

    /// Returns the latest order made with this code within a day before the moment, unless it was surely not sent.
    func depositWithCode(digest: String, before moment: Timestamp) -> Deposit? {
        guard let deposit = byCodeDigest[digest].flatMap({ deposits[$0] }), deposit.outcome != .notSent else {
            return nil
        }
        return deposit.isOfTheLastDay(at: moment) ? deposit : nil
    }

    /// Returns the deposit that a line is about; nil for a line that is none of the ledger's.
    static func number(of record: JournalRecord) throws(DepositLedgerError) -> OrderNumber? {
        do throws(LineFault) {
            guard try DepositEventCodec.decode(record) != nil else { return nil }
        } catch {
            switch error {
            case .unreadable(let line, let detail): throw .unreadable(line: line, detail: detail)
            // It counts in its deposit's course.
            case .impossible: break
            }
        }
        return try orderNumber(record)
    }

    private static func orderNumber(_ record: JournalRecord) throws(DepositLedgerError) -> OrderNumber {
        guard let number = record.order.flatMap({ OrderNumber($0) }) else {
            throw .unreadable(line: record.number, detail: "an event without an order's number")
        }
        return number
    }

    /// Takes a durable line in.
    mutating func apply(_ record: JournalRecord) throws(DepositLedgerError) {
        guard let event = try decoded(record) else { return }
        let number = try Self.orderNumber(record)
        change(event, of: number, from: record)
        note(number)
    }

    /// The deposits of which only the latest lines are in here.
    var partialDeposits: [OrderNumber: Deposit] {
        Dictionary(uniqueKeysWithValues: unknownNumbers.compactMap { number in deposits[number].map { (number, $0) } })
    }

    /// Whether earlier lines of a deposit are missing in here.
    func isPartial(_ number: OrderNumber) -> Bool { unknownNumbers.contains(number) }

    /// Takes a deposit in that was found in the journal.
    mutating func adopt(_ deposit: Deposit) {
        let isPartial = unknownNumbers.remove(deposit.number) != nil
        guard isPartial || deposits[deposit.number] == nil else { return }
        insert(deposit)
        note(deposit.number)
    }

    /// Takes the deposit of that number in from a ledger of all its lines, and which of them don't count.
    mutating func adopt(_ number: OrderNumber, from ledger: DepositLedger) {
        if let deposit = ledger[number] { adopt(deposit) }
        impossibleLines = Set(impossibleLines + ledger.impossibleLines).sorted()
    }

    /// Forgets the deposits that nothing can happen to by themselves any more.
    mutating func forgetEnded(at moment: Timestamp) {
        let kept = all.filter { $0.isNeeded(at: moment) }
        guard kept.count < numbers.count else { return }
        let (lines, unknown) = (impossibleLines, unknownNumbers)
        self = DepositLedger(makingUpDeposits: makesUpDeposits)
        impossibleLines = lines
        for deposit in kept { adopt(deposit) }
        unknownNumbers = unknown
    }

    private mutating func insert(_ deposit: Deposit) {
        if deposits.updateValue(deposit, forKey: deposit.number) == nil { numbers.append(deposit.number) }
        for order in deposit.laterOrders { laterOrders[order.number] = deposit.number }
        guard let digest = deposit.codeDigest, !digest.isEmpty else { return }
        // One that is found in the journal later is not the latest with its code.
        let known = byCodeDigest[digest].flatMap { deposits[$0] }
        if let known, known.startTime > deposit.startTime { return }
        byCodeDigest[digest] = deposit.number
    }

    /// Decodes a line; nil for what is none of the ledger's, or breaks its sums.
    private mutating func decoded(_ record: JournalRecord) throws(DepositLedgerError) -> DepositEvent? {
        do throws(LineFault) {
            return try DepositEventCodec.decode(record, &texts)
        } catch {
            switch error {
            case .unreadable(let line, let detail): throw .unreadable(line: line, detail: detail)
            case .impossible(let line):
                impossibleLines.append(line)
                return nil
            }
        }
    }

    private mutating func note(_ number: OrderNumber) {
        guard let deposit = deposits[number] else { return }
        for order in deposit.orders {
            if order.status.isOpen { open.insert(order.number) } else { open.remove(order.number) }
        }
    }

    private mutating func change(_ event: DepositEvent, of number: OrderNumber, from record: JournalRecord) {
        let time = Timestamp(milliseconds: record.milliseconds)
        let sending = OrderStatus.Sending(uptime: .nanoseconds(record.monotonic), boot: record.boot)
        let digest = String(record.digest.prefix(16))
        switch event {
        case .order(let event):
            if case .intended(let intent) = event.step { begin(event, intent, of: number, time, sending) }
            if deposits[number]?.apply(event, time: time, sending: sending, record: digest) == false {
                impossibleLines.append(record.number)
            }
        case .closed(let staffID, let reason, let order, _):
            deposits[number]?.close(OrderStatus.Closing(staffID: staffID, reason: reason, time: time), order: order)
        }
        if deposits[number] == nil { unknownNumbers.insert(number) }
    }

    /// Begins a deposit, with its freeze or with the first that this till does with another one's.
    private mutating func begin(
        _ event: OrderEvent, _ intent: Order.Intent, of number: OrderNumber, _ time: Timestamp,
        _ sending: OrderStatus.Sending
    ) {
        switch event.kind {
        case .freeze:
            var deposit = Deposit(intent, number: number, startTime: time)
            deposit.freeze.status.sending = sending
            insert(deposit)
        case .release, .consume:
            if deposits[number] == nil, intent.isFromElsewhere || makesUpDeposits {
                insert(Deposit(elsewhere: intent, number: number, time: time))
                // There may be earlier lines, forgotten since.
                unknownNumbers.insert(number)
            }
            if let own = event.number { laterOrders[own] = number }
        }
    }
}

extension DepositLedger {
    /// The version of the packed form.
    ///
    /// 2: absent sums stay absent, and orders know when they were made and ended. 3: consumes know the rest as told. 4:
    /// a freeze is packed like every other order.
    private static let version: Int64 = 4

    /// For the journal's checkpoint.
    var state: [UInt8] {
        var writer = CheckpointEncoder()
        writer.put(Self.version)
        writer.put(impossibleLines) { $0.put($1) }
        writer.put(unknownNumbers.map(\.text).sorted()) { $0.put($1) }
        writer.put(all) { $1.pack(into: &$0) }
        return writer.bytes
    }

    /// Unpacks a ledger; nil when another version packed it: then the lines are read.
    init?(state: [UInt8]) {
        self.init()
        var reader = CheckpointDecoder(state)
        do throws(CheckpointDecoder.Unreadable) {
            guard try reader.integer() == Self.version else { return nil }
            impossibleLines = try reader.list { reader throws(CheckpointDecoder.Unreadable) in try reader.integer() }
            let unknown = try reader.list { reader throws(CheckpointDecoder.Unreadable) in try reader.number() }
            for deposit in try reader.list(Deposit.init(from:)) { adopt(deposit) }
            unknownNumbers = Set(unknown)
            guard reader.isAtEnd else { return nil }
        } catch {
            return nil
        }
    }
}

extension Deposit {
    /// Whether something can happen to it by itself, or a scan of its code must find it.
    fileprivate func isNeeded(at moment: Timestamp) -> Bool {
        if isOfTheLastDay(at: moment) || (outcome == .done && !isFromElsewhere) { return true }
        return orders.contains { $0.status.isOpen || ($0.mayTurnUp && $0.mayStillTurnUp(at: moment)) }
    }

    /// Whether it is of the last day; a clock that was set back makes the age negative, which counts as recent.
    fileprivate func isOfTheLastDay(at moment: Timestamp) -> Bool {
        moment.milliseconds - startTime.milliseconds < DepositLedger.codeMemoryMilliseconds
    }
}

extension Order {
    /// Whether the platform did not know it for long enough, but not so long ago that nobody need ask again.
    fileprivate func mayStillTurnUp(at moment: Timestamp) -> Bool {
        status.changeTime.milliseconds > moment.milliseconds - DepositLedger.refusalMemoryMilliseconds
    }
}

/// Why the journal's lines don't make a ledger.
public enum DepositLedgerError: Error, Equatable, Sendable {
    /// A line is intact and its fields can't be read: a later version's, or not this till's journal.
    case unreadable(line: Int64, detail: String)
}
