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
    private var mischief: FaultInjection
    private var requests: [SeenRequest] = []
    private let clock: SandboxClock
    private let stateFile: StateFile?
    private let log: (@Sendable (String) -> Void)?

    /// Writes the state file at once: one that can not be written shows now, not with the first order.
    init(_ configuration: SandboxConfiguration) throws {
        stateFile = try configuration.stateFile.map(StateFile.init)
        let ledger = stateFile?.ledger ?? BankLedger()
        bank = Bank(rules: configuration.rules, ledger: ledger)
        mischief = FaultInjection(rules: configuration.faults)
        clock = configuration.clock
        log = configuration.log
    }

    /// Answers a request; the ledger is on disk before the answer leaves.
    func answer(_ request: BankRequest, connection: Int) throws -> BankReply {
        let now = clock.now()
        let reply = bank.answer(request, now: now, mischief: &mischief)
        if request.interface != .ping { try keep() }
        note(target: "POST /cpay/\(request.interface.rawValue)", connection: connection, now: now, note: reply.note)
        return reply
    }

    /// Answers a request for an interface that there is not.
    func strayAnswer(target: String, connection: Int) -> [UInt8] {
        stray(target: target, connection: connection)
        return bank.strayAnswer()
    }

    var forms: [String] { bank.rules.forms.texts }
    func clearForms() { bank.rules.forms = AnswerForms() }
    func add(form: String) throws(AnswerForms.Problem) { try bank.rules.forms.add(form) }

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
        return orders.map { OrderSummary(order: $0, now: now, allSendings: bank.ledger.sendings.all) }
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

    /// Lets the customer scan the code of an order now, and pay it where that is asked for.
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

    /// Gives back some of a consume, or all that was not given back yet, in an order of its own; answers its number.
    func refund(_ number: String, fee: Int?, as refundNumber: String?) throws(Problem) -> String {
        guard let consume = bank.ledger.movement(number), consume.kind == .consume else { throw .noOrder(number) }
        let rest = consume.fee - consume.refunded(at: clock.now())
        let fee = fee ?? rest
        guard consume.stage(at: clock.now()) == .done, (1...max(1, rest)).contains(fee), rest > 0 else {
            throw Problem(isUnknownOrder: false, description: "\(number) has \(max(0, rest)) fen to give back")
        }
        let name = refundNumber ?? bank.rules.prefix + "4" + bank.ledger.digits(10)
        guard !bank.ledger.isTaken(name) else {
            throw Problem(isUnknownOrder: false, description: "the number \(name) was used before")
        }
        let made = clock.now()
        bank.ledger.update(consume) {
            $0.refunds = ($0.refunds ?? []) + [BankRefund(number: name, fee: fee, made: made)]
        }
        try save()
        return name
    }

    /// Gives back what is left, as the platform does with a deposit that was held for 30 days.
    func releaseByTime(_ number: String) throws(Problem) {
        guard let order = bank.ledger.orders[number] else { throw .noOrder(number) }
        let left = order.available(at: clock.now())
        guard order.stage(at: clock.now()) == .frozen, left > 0 else {
            throw Problem(isUnknownOrder: false, description: "nothing of \(number) is held")
        }
        bank.ledger.orders[number]?.releasedByTime = (order.releasedByTime ?? 0) + left
        try save()
    }

    /// Writes down what changed.
    private func keep() throws {
        try stateFile?.append(bank.ledger.change)
        bank.ledger.forgetChanges()
    }

    private func save() throws(Problem) {
        do {
            try keep()
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
