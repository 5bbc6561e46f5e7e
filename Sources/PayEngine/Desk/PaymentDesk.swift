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
    let queries: OrderQueries
    let journal: Journal
    let staffApproval: StaffApproval
    /// Every write waits for the disk: that is done on a thread of the desk's own.
    private let executor: ThreadExecutor
    /// What the desk does beside its callers: pursuits, questions, the checkpoint.
    private let tasks = OwnedTasks()
    var ledger: DepositLedger
    /// How far each open order is in this run.
    var processes: [OrderNumber: OrderStateMachine] = [:]
    /// Codes for customers to scan (`code_url`), while somebody shows them.
    var offers: [OrderNumber: String] = [:]
    /// Orders that a screen, a command or the background is asking about.
    var attended: Set<OrderNumber> = []
    var followsOpenQuestions = false
    /// When this process recorded a deposit as frozen, on the clock that is never set.
    var frozenTimes: [OrderNumber: Duration] = [:]
    /// When deposits that end soon were last asked about.
    var endingAsked: [OrderNumber: Duration] = [:]
    /// One whose listener has gone is taken out when the next order is announced.
    private var listeners: [AsyncStream<DepositOrder>.Continuation] = []
    /// What changed while nobody listened, told to whoever listens first: a start asks about open orders before its
    /// screen is there.
    private var unheard: [DepositOrder] = []

    /// Opens the journal, takes its lock and replays it.
    ///
    /// - Parameters:
    ///   - configuration: the till's.
    ///   - transport: carries the requests.
    ///   - clock: all pauses and ages are measured with it.
    ///   - random: numbers and nonces are made with it.
    ///   - acceptance: a supervisor's word to go on although something is lost; only then it may be given.
    ///   - progress: is given now and then how much of the journal was read, in percent.
    ///   - log: gets what engineers need, and no secret.
    /// - Returns: a desk that has not sent anything yet.
    /// - Throws: ``DeskError``; nothing was sent.
    public static func open(
        configuration: TillConfiguration, transport: any Transport, clock: any TillClock = SystemClock(),
        random: any RandomSource = SystemRandom(), accepting acceptance: AcceptedLoss? = nil,
        progress: @Sendable (Int) -> Void = { _ in }, log: Logger
    ) throws(DeskError) -> PaymentDesk {
        let acceptance = acceptance.map {
            LossAcceptance(staff: $0.staffID, reason: $0.reason, approval: $0.basis.rawValue)
        }
        var replay = LedgerReplay()
        // Before the journal makes its files: whether this till was ever used is seen by them.
        let staffApproval = StaffApproval(configuration: configuration, clock: clock, log: log)
        do {
            let journal = try Journal.open(
                directory: configuration.journalDirectory, till: configuration.till.deviceID,
                allowsAnyFileSystem: configuration.allowsAnyFileSystem, acceptance: acceptance,
                restore: { replay.restore($0) }, replayLines: { try replay.apply($0) }, progress: progress)
            var ledger = try replay.finished()
            for number in ledger.unknownNumbers {
                ledger.adopt(number, from: try DeskMemory.ledger(of: number, in: journal))
            }
            return try PaymentDesk(
                configuration: configuration, transport: transport, clock: clock, random: random, log: log,
                journal: journal, ledger: ledger, staffApproval: staffApproval, executor: ThreadExecutor())
        } catch {
            throw DeskError(error)
        }
    }

    /// The lines that the journal lacks: what they said this desk does not know.
    nonisolated public let missing: [JournalFinding]

    private init(
        configuration: TillConfiguration, transport: any Transport, clock: any TillClock,
        random: any RandomSource, log: Logger, journal: sending Journal, ledger: DepositLedger,
        staffApproval: StaffApproval, executor: ThreadExecutor
    ) {
        self.configuration = configuration
        self.clock = clock
        self.random = random
        self.log = log
        missing = JournalFinding.missing(in: journal.report)
        self.journal = journal
        self.staffApproval = staffApproval
        self.executor = executor
        self.ledger = ledger
        gateway = Gateway(configuration: configuration, transport: transport, clock: clock, log: log)
        queries = OrderQueries(
            configuration: configuration, gateway: gateway, random: random, digestKey: journal.digestKey)
        if configuration.staff.isEmpty, configuration.merchant.staffID == nil {
            log.notice("releases name the merchant's administrator: there is neither [[staff]] nor [merchant] staff_id")
        }
        if configuration.lacksSupervisor {
            log.warning("no supervisor among [[staff]]: nobody can approve a release")
        }
        FileSystemNotice.tell(configuration, log)
        for finding in JournalFinding.all(of: journal.report) {
            log.error("the journal is damaged", metadata: ["finding": "\(finding)"])
        }
        for line in ledger.impossibleLines {
            log.error("alarm", metadata: ["line": "\(line)", "cause": "\(InvalidAnswer.impossibleTotals.rawValue)"])
        }
    }

    deinit {
        executor.end()
    }

    /// The one thread, on which everything here runs.
    nonisolated public var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Begins work of the desk's own, which ``close()`` ends.
    ///
    /// - Returns: false when the desk is closed: then nothing is begun.
    @discardableResult
    func begin(_ work: @escaping @Sendable (isolated PaymentDesk) async -> Void) -> Bool {
        let task = tasks.begin { leave in
            Task {
                await work(self)
                leave()
            }
        }
        return task != nil
    }

    /// The orders nobody knows the outcome of, oldest first.
    public func openQuestions() -> [DepositOrder] { ledger.openQuestions }

    /// The deposits that are held as far as this till knows, oldest first.
    public func heldDeposits() -> [Deposit] {
        askAboutEnding()
        return ledger.held
    }

    /// What the gateway's clock says, as far as it was told.
    public func gatewayTime() -> GatewayTime { gateway.time }

    /// Asks the gateway how it is (`ping`).
    public func health() async -> GatewayHealth { await gateway.health() }

    /// Yields whenever the gateway has closed the connection that is kept for the next freeze; for one listener.
    public func connectionLosses() -> AsyncStream<Void> { gateway.connectionLosses() }

    /// Yields the base of each answer that opened with the key; for one listener.
    public func answers() -> AsyncStream<String> { gateway.answers() }

    /// What the clerk must be told at sign-in.
    public func startNotices() -> [StartNotice] {
        var notices: [StartNotice] = []
        let damage = journalDamage
        if !damage.isEmpty { notices.append(.journalDamage(damage)) }
        if JournalFinding.all(of: journal.report).contains(.newDigestKey) { notices.append(.digestKeyLost) }
        if !ledger.impossibleLines.isEmpty { notices.append(.impossibleLines(ledger.impossibleLines)) }
        if journal.report.tornTailBytes > 0 { notices.append(.tornTail(bytes: journal.report.tornTailBytes)) }
        let open = ledger.openQuestions.count
        if open > 0 { notices.append(.openQuestions(open)) }
        let late = ledger.held.filter(\.isLateSuccess).count
        if late > 0 { notices.append(.lateSuccesses(late)) }
        let now = gateway.time.now
        let expiring = ledger.held.count { deposit in
            let days = configuration.holdDays(of: deposit.platform)
            return deposit.daysLeft(at: now, holdDays: days) <= Deposit.expiryWarningDays
        }
        if expiring > 0 { notices.append(.expiring(expiring)) }
        if configuration.lacksSupervisor { notices.append(.noSupervisor) }
        return notices
    }

    /// What is wrong with the journal apart from a torn tail, which is told as such.
    private var journalDamage: [JournalFinding] {
        JournalFinding.all(of: journal.report).filter { finding in
            if case .tornTail = finding { false } else { finding.isDamage }
        }
    }

    /// Ends the use of the journal by a command that came only for an order or two: the ledger is kept where the start
    /// had to read much for want of it.
    public func finish() async {
        await endTasks()
        if journal.isReplayLong || journal.isCheckpointDue { keepLedger() }
        journal.close()
    }

    /// Yields orders that changed by themselves.
    public func news() -> AsyncStream<DepositOrder> {
        let (stream, continuation) = AsyncStream.makeStream(of: DepositOrder.self)
        listeners.append(continuation)
        for order in unheard { continuation.yield(order) }
        unheard = []
        return stream
    }

    func announce(_ order: DepositOrder) {
        listeners.removeAll { listener in
            if case .terminated = listener.yield(order) { true } else { false }
        }
        guard listeners.isEmpty else { return }
        unheard.removeAll { $0.number == order.number }
        unheard.append(order)
    }

    /// Writes an event durably and takes it into the ledger.
    func record(_ event: DepositEvent, of number: OrderNumber) throws(JournalError) {
        let wasFrozen = ledger[number]?.outcome == .done
        let line: JournalRecord
        do {
            line = try append(event, of: number)
        } catch .unacceptable(let cause) {
            // No name and no text decides whether an outcome is written.
            guard let bare = event.withoutWords else { throw .unacceptable(cause) }
            log.error("a line is written without its texts", metadata: ["order": "\(number)", "cause": "\(cause)"])
            line = try append(bare, of: number)
        }
        // As it will be read by the next start, so that the two never believe different things.
        do {
            try ledger.apply(line)
        } catch {
            // Our own line, just written, always decodes. If not, the order stays what it was here, and the next start,
            // which reads it again, says so.
            log.critical("a line of this till's own is not understood", metadata: ["cause": "\(error)"])
        }
        if !wasFrozen, ledger[number]?.outcome == .done { frozenTimes[number] = clock.boottime }
        log.info("recorded", metadata: ["event": "\(event.name)", "order": "\(number)"])
        // Not now: the order is waiting to be sent, or to be told.
        if journal.isCheckpointDue { begin { desk in desk.keepBookIfDue() } }
    }

    private func append(_ event: DepositEvent, of number: OrderNumber) throws(JournalError) -> JournalRecord {
        try journal.append(
            event: event.name, order: number.text, keys: DepositEventCodec.keys(of: event),
            fields: DepositEventCodec.encode(event), needsRoom: event.isIntent)
    }

    private func keepBookIfDue() {
        if journal.isCheckpointDue { keepLedger() }
    }

    /// Hands the ledger to the journal, so that the next start is short.
    private func keepLedger() {
        ledger.forgetEnded(at: clock.now)
        frozenTimes = frozenTimes.filter { ledger[$0.key] != nil }
        endingAsked = endingAsked.filter { ledger[$0.key] != nil }
        if !journal.checkpoint(ledger.state) { log.warning("the journal's checkpoint could not be kept") }
    }

    /// Ends the use of the journal; everything is durable before.
    ///
    /// Nothing can be frozen afterwards. What the desk does by itself ends before: no pause is waited for and no
    /// further request leaves. One that is on its way is not cut off, and its answer is not waited for: the order stays
    /// open in the journal, as after a crash, and the next start asks about it.
    public func close() async {
        await endTasks()
        keepLedger()
        journal.close()
    }

    private func endTasks() async {
        tasks.cancel()
        await gateway.close()
        await tasks.end()
    }
}
