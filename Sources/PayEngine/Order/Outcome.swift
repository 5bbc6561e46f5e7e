/// What became of a freeze order, as far as the till may say so. Unknown is never shown as refused.
public enum Outcome: String, Sendable, CaseIterable {
    /// The money is held.
    case frozen
    /// The customer still has to do something: typing the password.
    case waiting
    /// Surely no money is held, and none will be.
    case refused
    /// Money may be held. The order stays an open question.
    case unknown
    /// No byte of the request left the till. The number is void for ever.
    case notSent = "not_sent"
    /// It was frozen; all of it has been released or consumed, nothing is held now.
    case over

    /// Whether nothing more is expected to happen by itself.
    public var isSettled: Bool {
        switch self {
        case .frozen, .refused, .notSent, .over: true
        case .waiting, .unknown: false
        }
    }
}
