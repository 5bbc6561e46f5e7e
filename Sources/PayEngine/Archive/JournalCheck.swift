import Persistence

/// What checking the journal's files found.
public struct JournalCheck: Equatable, Sendable {
    /// How many lines were read.
    public let lines: Int64
    /// How many files they are in.
    public let segments: Int
    /// Lines with one flipped bit that could be put right.
    public let repairs: Int
    /// Lines that are missing.
    public let missingLines: Int64
    /// Bytes that were set aside after torn lines, all declared.
    public let voidBytes: Int64
    /// No line needed repair, none is missing, and no torn tail is undeclared.
    public let isClean: Bool
    /// Something is lost that was there once: no till begins over that.
    public var isContradicted: Bool { !contradictions.isEmpty }
    /// What shows it.
    public let contradictions: [JournalFinding]
    /// All that was found, in the order of the lines.
    public let findings: [JournalFinding]

    /// Checks the journal in a folder.
    ///
    /// - Parameters:
    ///   - directory: the journal's folder.
    ///   - full: whether the auditors' digests are checked, too.
    /// - Throws: ``DeskError``
    public init(directory: String, full: Bool) throws(DeskError) {
        do {
            let isKeyLost = try JournalReader.isDigestKeyLost(directory: directory)
            self.init(
                try JournalReader.verify(directory: directory, full: full),
                isKeyLost: isKeyLost ? try Self.hasDigests(directory) : false)
        } catch {
            throw DeskError(error)
        }
    }

    /// Whether any line holds a digest that was made with the key: a journal without one has lost nothing.
    private static func hasDigests(_ directory: String) throws -> Bool {
        var hasDigests = false
        _ = try JournalReader.lines(directory: directory) { line in
            guard !hasDigests, let record = line.record else { return }
            guard case .order(let event)? = try? DepositEventCodec.decode(record),
                case .intended(let intent) = event.step
            else { return }
            hasDigests = !intent.codeDigest.isEmpty
        }
        return hasDigests
    }

    init(_ report: JournalReport, isKeyLost: Bool = false) {
        lines = report.lines
        segments = report.segments
        repairs = report.repairs.count
        missingLines = report.missingLines
        voidBytes = report.voidBytes
        isClean = report.isClean && !isKeyLost
        contradictions = report.contradictions.map(JournalFinding.init)
        findings = JournalFinding.all(of: report) + (isKeyLost ? [.lostDigestKey] : [])
    }
}
