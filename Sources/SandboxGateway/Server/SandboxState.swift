/// The one place where a bank lives while it is served.
actor SandboxState {
    struct Problem: Error, Equatable {
        let description: String
    }

    private var bank: Bank
    private var mischief: Mischief
    private var requests: [SeenRequest] = []
    private let clock: SandboxClock
    private let stateFile: StateFile?
    private let log: (@Sendable (String) -> Void)?

    /// Writes the state file at once: one that can not be written shows now, not with the first order.
    init(_ configuration: SandboxConfiguration) throws {
        stateFile = configuration.stateFile.map(StateFile.init)
        let ledger = try stateFile?.read() ?? BankLedger()
        try stateFile?.write(ledger)
        bank = Bank(rules: configuration.rules, ledger: ledger)
        mischief = Mischief(rules: configuration.faults)
        clock = configuration.clock
        log = configuration.log
    }

    /// Answers a request; the ledger is on disk before the answer leaves.
    func answer(_ request: BankRequest, connection: Int) throws -> BankReply {
        let now = clock.now()
        let reply = bank.answer(request, now: now, mischief: &mischief)
        if request.interface != .ping { try stateFile?.write(bank.ledger) }
        note(target: "POST /cpay/\(request.interface.rawValue)", connection: connection, now: now, note: reply.note)
        return reply
    }

    /// Notes a request that meant no interface.
    func stray(target: String, connection: Int) {
        note(target: target, connection: connection, now: clock.now(), note: nil)
    }

    private func note(target: String, connection: Int, now: Int, note: BankNote?) {
        let seen = SeenRequest(
            ordinal: requests.count + 1, connection: connection, time: now, target: target, note: note)
        requests.append(seen)
        log?(seen.line)
    }

    func add(_ rule: FaultRule) { mischief.rules.append(rule) }
    func clearFaults() { mischief.rules = [] }
    var faults: [FaultRule] { mischief.rules }
    var seenRequests: [SeenRequest] { requests }

    /// All orders, the oldest first.
    var orders: [BankOrder] {
        bank.ledger.orders.values.sorted { ($0.made, $0.number) < ($1.made, $1.number) }
    }

    func orderList() -> [OrderSummary] {
        let now = clock.now()
        return orders.map { order in
            OrderSummary(order: order, stage: order.stage(at: now), sendings: bank.ledger.sendings[order.number] ?? 0)
        }
    }

    /// Puts an order into a state by hand, for good.
    func setStage(_ stage: BankStage, of number: String) throws(Problem) {
        guard bank.ledger.orders[number] != nil else { throw Problem(description: "there is no order \(number)") }
        bank.ledger.orders[number]?.course = .only(stage)
        do {
            try stateFile?.write(bank.ledger)
        } catch {
            throw Problem(description: "the state file can not be written: \(error)")
        }
    }
}
