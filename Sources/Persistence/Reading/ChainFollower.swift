/// Decides line by line which ones are the journal's.
struct ChainFollower {
    /// What became of a line.
    enum Verdict: Equatable {
        /// It follows the last one.
        case follows
        /// It is the first that can be trusted again; these numbers are missing before it.
        case resumes(missing: ClosedRange<Int64>?)
        /// It is none of the journal's, or can't be told to be.
        case bad
    }

    /// The last line that was taken.
    private(set) var chain: ChainState
    /// Whether something unreadable came after it.
    private(set) var isLost = false
    /// The `c` that the line just before prints, when that line itself was not taken.
    private var printedBefore: UInt32?

    init(after chain: ChainState = .start) {
        self.chain = chain
    }

    /// Looks at a terminated line.
    @inline(__always)
    mutating func follow(_ line: UnsafeRawBufferPointer) -> Verdict {
        guard let shape = LineShape(line) else {
            lose(printing: LineShape.printedChecksum(line))
            return .bad
        }
        // Also behind garbage: nothing is missing then.
        if shape.number == chain.number + 1, shape.follows(chain.checksum, line) {
            if isLost { return resume(shape.state(line)) }
            chain = shape.state(line)
            return .follows
        }
        if let before = printedBefore, shape.number > chain.number, shape.follows(before, line) {
            return resume(shape.state(line))
        }
        lose(printing: shape.checksum)
        return .bad
    }

    /// Takes a line that was verified in another way.
    mutating func resume(_ state: ChainState) -> Verdict {
        let expected = chain.number + 1
        let wasLost = isLost
        chain = state
        isLost = false
        printedBefore = nil
        if state.number > expected { return .resumes(missing: expected...(state.number - 1)) }
        return wasLost ? .resumes(missing: nil) : .follows
    }

    /// Takes the line that was last found bad, now that it is mended.
    mutating func mend(_ state: ChainState) {
        chain = state
        isLost = false
        printedBefore = nil
    }

    /// Notes bytes that are no line.
    mutating func lose(printing checksum: UInt32?) {
        isLost = true
        printedBefore = checksum
    }
}
