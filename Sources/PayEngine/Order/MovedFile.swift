import Persistence

/// What of the journal is not where the till opened it any more: moved, deleted, or replaced by another of its name.
public enum MovedFile: String, Sendable, CaseIterable {
    case folder, lock, segment

    init(_ displacement: JournalDisplacement) {
        switch displacement {
        case .folder: self = .folder
        case .lock: self = .lock
        case .segment: self = .segment
        }
    }
}
