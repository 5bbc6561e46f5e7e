import PayEngine
import Synchronization

/// Says once that a release waits until the platform takes it.
final class HeldBackNote: Sendable {
    private let language: TillConfiguration.Language
    private let isSaid = Mutex(false)

    init(language: TillConfiguration.Language) {
        self.language = language
    }

    func receive(_ progress: OrderProgress) {
        guard case .heldBack(let seconds) = progress else { return }
        let isNew = isSaid.withLock { isSaid in
            defer { isSaid = true }
            return !isSaid
        }
        if isNew { StandardStreams.tell(Phrase.heldBackWaiting(seconds: seconds).text(in: language)) }
    }
}
