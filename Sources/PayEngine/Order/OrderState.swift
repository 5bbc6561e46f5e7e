/// What orders of the journal can be chosen by: their outcomes, and whether somebody still has to find one out.
public enum OrderState: String, Sendable, CaseIterable {
    /// ``Outcome/done``
    case frozen
    /// ``Outcome/waiting``
    case waiting
    /// ``Outcome/refused``
    case refused
    /// ``Outcome/unknown``
    case unknown
    /// ``Outcome/notSent``
    case notSent = "not_sent"
    /// ``Outcome/over``
    case over
    /// Waiting or unknown, and not closed by hand; or a release or a consume of it is.
    case open
    /// Closed by hand, and not settled since.
    case closed

    /// Whether an order with this outcome is in this state; one that is open or closed has an outcome besides.
    func holds(_ outcome: Outcome, isClosed: Bool) -> Bool {
        switch self {
        case .frozen: outcome == .done
        case .waiting: outcome == .waiting
        case .refused: outcome == .refused
        case .unknown: outcome == .unknown
        case .notSent: outcome == .notSent
        case .over: outcome == .over
        case .open: !outcome.isSettled && !isClosed
        case .closed: !outcome.isSettled && isClosed
        }
    }
}
