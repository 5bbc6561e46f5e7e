import Persistence

/// What was done to a file of the journal in which no line can be read any more, as far as it shows.
public enum FileAlteration: Sendable, CaseIterable {
    /// Nothing that is known.
    case unknown
    /// Line ends became those of another system.
    case carriageReturns
    /// A byte order mark was put before it.
    case byteOrderMark
    /// It was written as UTF-16.
    case utf16
    /// It was compressed.
    case gzip

    init(_ alteration: SegmentAlteration) {
        switch alteration {
        case .unknown: self = .unknown
        case .carriageReturns: self = .carriageReturns
        case .byteOrderMark: self = .byteOrderMark
        case .utf16: self = .utf16
        case .gzip: self = .gzip
        }
    }
}
