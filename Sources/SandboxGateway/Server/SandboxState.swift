/// The one place where a bank lives while it is served.
actor SandboxState {
    struct Problem: Error, Equatable {
        let isUnknownOrder: Bool
        let description: String

        static func noOrder(_ number: String) -> Problem {
            Problem(isUnknownOrder: true, description: "there is no order \(number)")
        }
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
        return orders.map { OrderSummary(order: $0, now: now, allSendings: bank.ledger.sendings) }
    }

    /// Puts an order, a release or a consume into a state by hand, for good.
    func setState(_ text: String, of number: String) throws(Problem) {
        guard BankStage(text) != nil || MovementStage(text) != nil else {
            throw Self.unknownState(BankStage.allNames)
        }
        if bank.ledger.orders[number] != nil {
            guard let stage = BankStage(text) else { throw Self.unknownState(BankStage.allNames) }
            try setStage(stage, of: number)
        } else if let movement = bank.ledger.movement(number) {
            guard let stage = MovementStage(text) else { throw Self.unknownState(MovementStage.allNames) }
            try setStage(stage, of: movement)
        } else {
            throw .noOrder(number)
        }
    }

    private func setStage(_ stage: MovementStage, of movement: BankMovement) throws(Problem) {
        var ledger = bank.ledger
        ledger.update(movement) { $0.course = .only(stage) }
        guard let order = ledger.orders[movement.freezeNumber], order.left(at: clock.now()) >= 0 else {
            throw Problem(
                isUnknownOrder: false, description: "\(movement.freezeNumber) does not hold so much any more")
        }
        bank.ledger = ledger
        try save()
    }

    func setStage(_ stage: BankStage, of number: String) throws(Problem) {
        guard bank.ledger.orders[number] != nil else { throw .noOrder(number) }
        bank.ledger.orders[number]?.course = .only(stage)
        bank.ledger.orders[number]?.followsScan = false
        try save()
    }

    /// The customer scans the code of an order now, and pays it where that is asked for.
    func scanCode(of number: String, pays: Bool) throws(Problem) {
        guard var order = bank.ledger.orders[number] else { throw .noOrder(number) }
        let now = clock.now()
        order.letCustomerAct(at: now)
        guard order.followsScan, var scan = order.scan else {
            throw Problem(isUnknownOrder: false, description: "\(number) has no code to scan")
        }
        let isDone =
            pays ? scan.pay(at: now, queries: order.queries) : scan.scan(at: now, queries: order.queries)
        guard isDone else {
            throw Problem(isUnknownOrder: false, description: "the code of \(number) has expired")
        }
        order.scan = scan
        bank.ledger.orders[number] = order
        try save()
    }

    private func save() throws(Problem) {
        do {
            try stateFile?.write(bank.ledger)
        } catch {
            throw Problem(isUnknownOrder: false, description: "the state file can not be written: \(error)")
        }
    }

    private static func unknownState(_ names: [String]) -> Problem {
        Problem(
            isUnknownOrder: false,
            description: "state must be a number or one of \(names.joined(separator: ", "))")
    }
}
