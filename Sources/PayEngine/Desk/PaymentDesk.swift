public import Logging
import Persistence

/// Where deposits are taken: nothing is sent before the journal holds the intent, and nothing is told before it holds
/// the outcome.
public actor PaymentDesk: Desk {
    let configuration: TillConfiguration
    let clock: any TillClock
    let random: any RandomSource
    let log: Logger
    let gateway: Gateway
    let inquiry: Inquiry
    let journal: Journal
    var book: DepositBook
    /// How far each open order is in this run.
    var processes: [OrderNumber: FreezeProcess] = [:]
    /// Orders that a freeze or the background is asking about.
    var attended: Set<OrderNumber> = []
    var followsOpenQuestions = false
    private var listeners: [Int: AsyncStream<Deposit>.Continuation] = [:]
    private var listenerCount = 0
    /// What changed while nobody listened, told to whoever listens first: a start asks about open orders before its
    /// screen is there.
    private var unheard: [Deposit] = []

    /// Opens the journal, takes its lock and replays it.
    ///
    /// - Throws: ``DeskError``; nothing was sent.
    public static func open(
        configuration: TillConfiguration, transport: any Transport, clock: any TillClock = SystemClock(),
        random: any RandomSource = SystemRandom(), log: Logger
    ) throws(DeskError) -> PaymentDesk {
        var book = DepositBook()
        do {
            let journal = try Journal.open(
                directory: configuration.journalDirectory, till: configuration.till.deviceID
            ) { try book.take($0) }
            return PaymentDesk(
                configuration: configuration, transport: transport, clock: clock, random: random, log: log,
                journal: journal, book: book)
        } catch {
            throw DeskError(error)
        }
    }

    private init(
        configuration: TillConfiguration, transport: any Transport, clock: any TillClock,
        random: any RandomSource, log: Logger, journal: sending Journal, book: DepositBook
    ) {
        self.configuration = configuration
        self.clock = clock
        self.random = random
        self.log = log
        self.journal = journal
        self.book = book
        gateway = Gateway(configuration: configuration, transport: transport, clock: clock, log: log)
        inquiry = Inquiry(configuration: configuration, gateway: gateway, random: random)
    }

    public func openQuestions() -> [Deposit] { book.openQuestions }

    public func health() async -> GatewayHealth { await gateway.health() }

    public func startNotices() -> [StartNotice] {
        var notices: [StartNotice] = []
        if journal.report.tornTailBytes > 0 { notices.append(.tornTail(bytes: journal.report.tornTailBytes)) }
        let open = book.openQuestions.count
        if open > 0 { notices.append(.openQuestions(open)) }
        let late = book.all.filter { $0.isLateSuccess && $0.outcome == .frozen }.count
        if late > 0 { notices.append(.lateSuccesses(late)) }
        return notices
    }

    public func news() -> AsyncStream<Deposit> {
        let (stream, continuation) = AsyncStream.makeStream(of: Deposit.self)
        listenerCount += 1
        listeners[listenerCount] = continuation
        for deposit in unheard { continuation.yield(deposit) }
        unheard = []
        let listener = listenerCount
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forget(listener: listener) }
        }
        return stream
    }

    private func forget(listener: Int) {
        listeners[listener] = nil
    }

    func announce(_ deposit: Deposit) {
        if listeners.isEmpty {
            unheard.removeAll { $0.number == deposit.number }
            unheard.append(deposit)
        }
        for listener in listeners.values { listener.yield(deposit) }
    }

    /// Writes an event durably and takes it into the book.
    func record(_ event: DepositEvent, of number: OrderNumber) throws(JournalError) {
        let line = try journal.append(
            event: event.name, order: number.text, keys: DepositEventCodec.keys(of: event),
            fields: DepositEventCodec.encode(event), needsRoom: event.isIntent)
        do {
            try book.take(line)
        } catch {
            // Our own line, just written, always decodes.
            assertionFailure("\(error)")
        }
        log.info("recorded", metadata: ["event": "\(event.name)", "order": "\(number)"])
    }

    /// What an order's answers must agree with.
    func asked(_ deposit: Deposit) -> Asked {
        Asked(number: deposit.number, platform: deposit.platform, fee: deposit.fee)
    }
}
