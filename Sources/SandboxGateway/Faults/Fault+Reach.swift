extension Fault {
    private static let unheeded: Set<Fault> = [.swallowed, .reset, .html200, .redirect, .pingDown]
    private static let unanswered: Set<Fault> = [.lost, .swallowed, .notThere, .queryRefused, .pingDown]

    /// Whether the request is not even looked at.
    var keepsFromBank: Bool { Self.unheeded.contains(self) }

    /// Whether the connection is closed instead of an answer.
    var closesWithoutAnswer: Bool { Self.unanswered.contains(self) }

    /// Courses that a release or a consume can take, too.
    private static let common: Set<Fault> = [.created, .transforming, .absent, .notThere, .queryRefused]

    /// What there is nothing of in the answer to a scancode_freeze, which holds a code only.
    private static let notInACode: Set<Fault> = [
        .absentState, .otherNumber, .otherAmount, .otherMerchant, .otherPlatform, .state, .bothExts,
    ]

    /// The interfaces that it may be asked to strike.
    var allowed: [BankInterface] {
        kind.allowed.filter { interface in
            switch interface {
            case .unfreeze: self != .refunded && (kind != .order || Self.common.contains(self))
            case .depositConsume: kind != .order || Self.common.contains(self)
            case .scancodeFreeze: !Self.notInACode.contains(self)
            case .ping, .microFreeze, .queryFreezeOrder, .queryUnfreezeOrder, .queryOrder: true
            }
        }
    }

    /// The interfaces that it strikes when none is named.
    var strikes: [BankInterface] { kind.strikes.filter { allowed.contains($0) } }
}
