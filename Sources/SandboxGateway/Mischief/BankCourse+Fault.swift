extension BankCourse {
    private static let steady: [Fault: BankStage] = [
        .passwordNever: .waiting, .stopped: .stopped, .paymentError: .paymentError, .absent: .absent,
    ]

    /// How an order goes whose making was struck by a fault.
    init(_ rule: FaultRule?, rules: BankRules) {
        self = .only(.frozen)
        guard let rule else { return }
        if let stage = Self.steady[rule.fault] { self = .only(stage) }
        if let turning = Self.turning(rule, rules: rules) { self = turning }
        isTransforming = rule.fault == .transforming
        hiddenQueries = rule.fault == .notThere ? rule.number(or: 2) : 0
        refusesQueries = rule.fault == .queryRefused
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
