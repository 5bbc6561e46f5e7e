import Persistence

/// What of the journal is not where the till opened it any more: moved, deleted, or replaced by another of its name; or
/// does not hold any more what the till wrote.
public enum MovedFile: String, Sendable, CaseIterable {
    case folder, lock, segment
    /// The newest file, emptied, cut or overwritten in place.
    case contents

    init(_ displacement: JournalDisplacement) {
        switch displacement {
        case .folder: self = .folder
        case .lock: self = .lock
        case .segment: self = .segment
        case .changedSegment: self = .contents
        }
    }
}
