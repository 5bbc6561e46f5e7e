extension Fault {
    private static let refusals: [Fault: BankRefusal] = [
        .status3: .unknown,
        .status101: .parameter("参数错误 (a parameter is wrong)"),
        .status102: .newNumberNeeded,
        .status103: .busy,
        .status104: .refused,
        .status407: .numberUsed,
        .status999: .unheardOf,
    ]

    /// The refusal that stands in for an answer while nothing is done; nil for all other faults.
    var refusal: BankRefusal? { Self.refusals[self] }
}
