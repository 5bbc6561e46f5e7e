import Persistence

/// One thing that a check of the journal found.
public enum JournalFinding: Hashable, Sendable {
    /// One flipped bit of a line was put right in memory; the file is as it was.
    case repaired(line: Int64, segment: Int, offset: Int64)
    /// Exactly these lines are missing.
    case missingLines(ClosedRange<Int64>, segment: Int)
    /// Bytes behind the last line are no line, and no later segment has declared them void yet; how many.
    case tornTail(bytes: Int64)
    /// A file that a later one names is not there.
    case missingSegment(Int)
    /// A file's first line can't be read, although lines after it can.
    case damagedHeader(segment: Int)
    /// Bytes that are no line stand behind this line.
    case strayBytes(segment: Int, after: Int64)
    /// A line is intact and is not spelled as this program spells lines.
    case unreadable(line: Int64, segment: Int)
    /// The auditors' digest of this line does not follow: somebody changed the file by hand.
    case brokenChain(line: Int64, segment: Int)
    /// The void bytes of a file are not those that its successor saw. Nothing was kept there.
    case changedVoid(segment: Int)
    /// A file belongs to another journal.
    case foreign(segment: Int)
    /// The key of the codes' digests was made anew: older digests can't be compared.
    case newDigestKey
    /// That key is lost or unusable, and the till's next start will make it anew.
    case lostDigestKey
    /// The till had made sure of so much of a file, and less can be read.
    case lessThanPublished(segment: Int, length: Int64)
    /// The till's summary covers lines up to this one, and there are fewer.
    case lessThanCheckpoint(line: Int64)
    /// The index of a file covers more than can be read of it.
    case lessThanIndex(segment: Int)
    /// A file is shorter than the one after it says.
    case shortSegment(Int)
    /// A file that held lines holds none any more.
    case noLines(segment: Int, FileAlteration)
    /// Missing lines do not even stand there damaged: the file was emptied, cut or overwritten, and written on. Or a
    /// file's beginning can't be read.
    case lostLines(ClosedRange<Int64>, segment: Int)
    /// A supervisor let the till go on over a loss.
    case acceptedLoss(line: Int64, staff: String, reason: String)
    /// One of the things that were accepted then.
    indirect case accepted(JournalFinding)

    /// Whether it makes the journal a damaged one.
    public var isDamage: Bool {
        switch self {
        case .changedVoid, .newDigestKey, .acceptedLoss, .accepted: false
        case .lostDigestKey, .lessThanPublished, .lessThanCheckpoint, .lessThanIndex, .shortSegment, .noLines,
            .lostLines, .repaired, .missingLines, .tornTail, .missingSegment, .damagedHeader, .strayBytes, .unreadable,
            .brokenChain, .foreign:
            true
        }
    }

    /// Returns everything that a report holds, in the order in which people should read it.
    static func all(of report: JournalReport) -> [JournalFinding] {
        var findings = report.gaps.map { JournalFinding.missingLines($0.numbers, segment: $0.segment) }
        findings += report.problems.map(Self.init)
        findings += report.repairs.map { .repaired(line: $0.number, segment: $0.segment, offset: $0.offset) }
        if report.tornTailBytes > 0 { findings.append(.tornTail(bytes: report.tornTailBytes)) }
        for loss in report.losses {
            findings.append(.acceptedLoss(line: loss.number, staff: loss.staff, reason: loss.reason))
            findings += all(of: loss.findings).map { .accepted($0) }
        }
        return findings
    }

    /// Returns the lines that are missing, and what shows that others are.
    static func missing(in report: JournalReport) -> [JournalFinding] {
        report.gaps.map { .missingLines($0.numbers, segment: $0.segment) } + report.contradictions.map(Self.init)
    }

    init(_ problem: JournalProblem) {
        self =
            switch problem {
            case .missingSegment(let segment): .missingSegment(segment)
            case .damagedHeader(let segment): .damagedHeader(segment: segment)
            case .strayBytes(let segment, let before): .strayBytes(segment: segment, after: before - 1)
            case .unreadable(let number, let segment): .unreadable(line: number, segment: segment)
            case .brokenChain(let number, let segment): .brokenChain(line: number, segment: segment)
            case .changedVoid(let segment): .changedVoid(segment: segment)
            case .foreign(let segment): .foreign(segment: segment)
            case .newDigestKey: .newDigestKey
            case .lessThanPublished(let segment, let length): .lessThanPublished(segment: segment, length: length)
            case .lessThanCheckpoint(let number): .lessThanCheckpoint(line: number)
            case .lessThanIndex(let segment): .lessThanIndex(segment: segment)
            case .shortSegment(let segment): .shortSegment(segment)
            case .noLines(let segment, let alteration): .noLines(segment: segment, FileAlteration(alteration))
            case .lostLines(let first, let last, let segment):
                .lostLines(min(first, last)...max(first, last), segment: segment)
            }
    }
}

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
