/// What an answer means for an order: a freeze, a release or a consume.
enum Meaning: Equatable {
    /// What was sent.
    enum Sending: Equatable, CaseIterable {
        /// The first time this number is sent.
        case first
        /// The same bytes once more.
        case again
        /// The question what became of it.
        case query
        /// The query that follows a 101 to the first sending.
        case queryAfterCallerWrong

        var isQuery: Bool {
            switch self {
            case .first, .again: false
            case .query, .queryAfterCallerWrong: true
            }
        }
    }

    /// When to ask the next time.
    enum Pause: Equatable {
        /// Nothing is gained by waiting.
        case none
        /// At the polling's own interval.
        case poll
        /// The gateway asked for three seconds.
        case threeSeconds
    }

    /// What the order asks for is done: frozen, released, consumed.
    case done
    /// The customer still has to do something.
    case waiting(Reason)
    case refused(Reason)
    /// It was frozen, and nothing of it is held any more.
    case over
    case notSent(String)
    /// Nobody can say; ask.
    case unknown(Reason, Pause)
    /// A query said nothing new; ask again.
    case askAgain(Reason, Pause)
    /// The gateway does not show the order: by the platform's state, or only by a signed refusal of the query.
    case notThere(byState: Bool)
}
