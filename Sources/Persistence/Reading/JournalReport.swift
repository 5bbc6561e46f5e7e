/// What reading a journal found.
public struct JournalReport: Sendable, Equatable {
    /// Valid lines that were read, headers included.
    public var lines: Int64 = 0
    /// Up to this `n` lines were not read, because the owner took its state from a checkpoint; nil when all were.
    public var checkpoint: Int64?
    /// Segments that hold them.
    public var segments = 0
    /// The last valid line's `n`; 0 in an empty journal.
    public var lastNumber: Int64 = 0
    /// Ordinals of segments that never came to life; they are kept, and nothing in them counts.
    public var stillborn: [Int] = []
    /// Bytes that later segments declare void; nothing that was acknowledged is among them.
    public var voidBytes: Int64 = 0
    /// Bytes after the last valid line that no segment has declared void yet.
    ///
    /// They are the tail of a write that was cut short, or an acknowledged line with more than one flipped bit. Nobody
    /// can tell which, so people are told.
    public var tornTailBytes: Int64 = 0
    /// Bits that were put right.
    public var repairs: [JournalRepair] = []
    /// Lines that are missing.
    public var gaps: [JournalGap] = []
    /// Everything else.
    public var problems: [JournalProblem] = []

    /// Losses that a supervisor accepted, in the lines that were read.
    public var losses: [JournalLoss] = []
    /// What was found and had been accepted before, as numbers.
    ///
    /// It is in none of the lists above.
    var accepted: [[Int64]] = []

    /// Makes a report of nothing.
    public init() {}

    /// What shows that something is lost which was there once.
    public var contradictions: [JournalProblem] { problems.filter(\.isContradiction) }

    /// True when no line needed repair, none is missing, and there is no undeclared torn tail.
    public var isClean: Bool {
        repairs.isEmpty && gaps.isEmpty && tornTailBytes == 0 && !problems.contains(where: \.isDamage)
    }

    /// How many lines are missing.
    public var missingLines: Int64 {
        gaps.reduce(0) { $0 + $1.numbers.upperBound - $1.numbers.lowerBound + 1 }
    }
}

/// Lines that can't be read although later ones can.
public struct JournalGap: Sendable, Equatable {
    /// The missing `n`, both ends included.
    public let numbers: ClosedRange<Int64>
    /// The segment that holds the first line after the gap.
    public let segment: Int
}

/// One flipped bit that was put right in memory.
///
/// The file is as it was.
public struct JournalRepair: Sendable, Equatable {
    /// The line's `n`.
    public let number: Int64
    /// The segment that holds it.
    public let segment: Int
    /// Where in the segment the flipped byte is.
    public let offset: Int64
    /// What was flipped, as a mask of one bit.
    public let mask: UInt8
}
