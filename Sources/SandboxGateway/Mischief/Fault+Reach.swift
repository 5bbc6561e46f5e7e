extension Fault {
    private static let unheeded: Set<Fault> = [.swallowed, .reset, .html200, .redirect, .pingDown]
    private static let unanswered: Set<Fault> = [.lost, .swallowed, .notThere, .queryRefused, .pingDown]

    /// Whether the request is not even looked at.
    var keepsFromBank: Bool { Self.unheeded.contains(self) }

    /// Whether the connection is closed instead of an answer.
    var closesWithoutAnswer: Bool { Self.unanswered.contains(self) }
}
