import Dispatch
import Synchronization

/// Follows `h` from line to line, in all segments at the same time: this is what a full check spends its time with.
struct DigestCheck {
    private typealias End = (number: Int64, digest: PrintedDigest)

    /// Where each segment begins: the last line before it.
    private var starts: [Int: ChainState] = [:]
    private var last = ChainState.start

    /// Notes a line of the first reading, which has verified `c`.
    mutating func pass(_ line: ScannedLine) {
        if starts[line.segment] == nil { starts[line.segment] = last }
        last = ChainState(
            number: line.number, checksum: LineShape.printedChecksum(line.bytes) ?? 0,
            digest: LineShape.printedDigest(line.bytes))
    }

    /// Reads every segment again and compares the digests.
    func run(_ directory: String, _ view: ReaderView) throws(JournalError) -> [JournalProblem] {
        let ordinals = starts.keys.sorted()
        let results = Mutex<[Int: Result<[JournalProblem], JournalError>]>([:])
        DispatchQueue.concurrentPerform(iterations: ordinals.count) { index in
            let ordinal = ordinals[index]
            let result = Result { () throws(JournalError) in
                try Self.check(ordinal, after: starts[ordinal] ?? .start, directory, view)
            }
            results.withLock { $0[ordinal] = result }
        }
        var problems: [JournalProblem] = []
        for result in results.withLock({ found in ordinals.compactMap { found[$0] } }) { problems += try result.get() }
        return problems
    }

    /// After a gap there is nothing to compare with.
    private static func check(
        _ ordinal: Int, after chain: ChainState, _ directory: String, _ view: ReaderView
    ) throws(JournalError) -> [JournalProblem] {
        guard let io = try DiskFolder.existing(directory) else { return [] }
        let hash = SHA256Digest()
        var problems: [JournalProblem] = []
        var before: End = (chain.number, chain.digest)
        try JournalScan.reread(ordinal, after: chain, view.segments, io, upTo: view.end) { line in
            let printed = LineShape.printedDigest(line.bytes)
            let body = UnsafeRawBufferPointer(rebasing: line.bytes[..<(line.bytes.count - LineShape.suffix)])
            if line.number == before.number + 1, before.digest.following(body, using: hash) != printed {
                problems.append(.brokenChain(number: line.number, segment: ordinal))
            }
            before = (line.number, printed)
        }
        return problems
    }
}
