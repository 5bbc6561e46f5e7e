extension BankCourse<BankStage> {
    private static var steady: [Fault: BankStage] {
        [.passwordNever: .waiting, .stopped: .stopped, .paymentError: .paymentError, .absent: .absent]
    }

    /// Makes the course of an order whose making was struck by a fault.
    init(_ rule: FaultRule?, rules: BankRules) {
        self = .only(.frozen)
        guard let rule else { return }
        if let stage = Self.steady[rule.fault] { self = .only(stage) }
        if let turning = Self.turning(rule, rules: rules) { self = turning }
        takeCommon(rule)
    }

    private static func turning(_ rule: FaultRule, rules: BankRules) -> BankCourse? {
        let courses: [Fault: (from: BankStage, to: BankStage, usual: BankTurn)] = [
            .password: (.waiting, .frozen, rules.passwordTurn),
            .customerStops: (.waiting, .stopped, rules.passwordTurn),
            .created: (.created, .frozen, .seconds(8)),
            .transforming: (.frozen, .frozen, .seconds(8)),
            .lateFrozen: (.paymentError, .frozen, .seconds(30)),
        ]
        guard let course = courses[rule.fault] else { return nil }
        return .turning(from: course.from, to: course.to, after: rule.turn(or: course.usual))
    }
}

extension BankCourse<MovementStage> {
    /// Makes the course of a release or consume whose making was struck by a fault.
    init(_ rule: FaultRule?, kind: MovementKind) {
        self = .only(.done)
        guard let rule else { return }
        if rule.fault == .failed { self = .only(.failed) }
        if rule.fault == .absent { self = .only(.absent) }
        if let turning = Self.turning(rule, kind: kind) { self = turning }
        takeCommon(rule)
    }

    private static func turning(_ rule: FaultRule, kind: MovementKind) -> BankCourse? {
        let courses: [Fault: (from: MovementStage, to: MovementStage, usual: BankTurn)] = [
            .created: (.created, .done, .seconds(8)),
            // A consume tells by a state of its own what a release tells by `is_transforming`.
            .transforming: (kind == .consume ? .working : .done, .done, .seconds(8)),
            .lateDone: (.failed, .done, .seconds(30)),
            .refunded: (.done, .refunded, .seconds(8)),
        ]
        guard let course = courses[rule.fault] else { return nil }
        return .turning(from: course.from, to: course.to, after: rule.turn(or: course.usual))
    }
}

extension BankCourse {
    /// Does what a fault does to any course.
    fileprivate mutating func takeCommon(_ rule: FaultRule) {
        isTransforming = rule.fault == .transforming
        hiddenQueries = rule.fault == .notThere ? rule.number(or: 2) : 0
        refusesQueries = rule.fault == .queryRefused
    }
}
