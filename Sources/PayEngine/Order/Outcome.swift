/// What became of an order, as far as the till may say; unknown is never shown as refused.
public enum Outcome: Sendable, CaseIterable {
    /// What was asked for is done: the money is held, or was released or consumed.
    case done
    /// The customer still has to do something: typing the password.
    case waiting
    /// Surely no money moved, and none will.
    case refused
    /// Money may have moved. The order stays an open question.
    case unknown
    /// No byte of the request left the till. The number is void for ever.
    case notSent
    /// A freeze that was done; all of it has been released or consumed, nothing is held now.
    case over

    /// Whether nothing more is expected to happen by itself.
    public var isSettled: Bool {
        switch self {
        case .done, .refused, .notSent, .over: true
        case .waiting, .unknown: false
        }
    }
}

extension Outcome {
    /// Returns the outcome of an order that had this one when the journal's next line tells another, as ``Order`` takes
    /// it: what is done or over is not contradicted, and what is refused or not sent is not made less sure.
    func followed(by next: Outcome) -> Outcome {
        switch (self, next) {
        case (.done, .over): .over
        case (.done, _), (.over, _): self
        case (.refused, .unknown), (.refused, .notSent), (.notSent, .unknown), (.notSent, .refused): self
        case (.refused, _), (.notSent, _), (.waiting, _), (.unknown, _): next
        }
    }
}
