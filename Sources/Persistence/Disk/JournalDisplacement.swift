/// What is no longer where a writer opened it, or no longer holds what the writer put into it.
///
/// It was moved, deleted, or replaced by another file of that name.
public enum JournalDisplacement: Equatable, Hashable, Sendable {
    /// The journal's folder.
    case folder(path: String)
    /// The file `lock`.
    case lock
    /// The segment that is being written, by its ordinal.
    case segment(Int)
    /// The segment that is being written was emptied, cut or overwritten in place; its ordinal.
    case changedSegment(Int)
}

extension JournalDisplacement: CustomStringConvertible {
    /// One line for a log.
    public var description: String {
        switch self {
        case .folder(let path): "the folder \(path) was moved, deleted or replaced"
        case .lock: "the file lock was moved, deleted or replaced"
        case .segment(let ordinal): "\(SegmentName.make(ordinal)) was moved, deleted or replaced"
        case .changedSegment(let ordinal): "\(SegmentName.make(ordinal)) was emptied, cut or overwritten"
        }
    }
}
