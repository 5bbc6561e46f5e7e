import Persistence

/// What checking the journal's files found.
public struct JournalCheck: Equatable, Sendable {
    public let lines: Int64
    public let segments: Int
    /// Lines with one flipped bit that could be put right.
    public let repairs: Int
    /// Lines that are missing.
    public let missingLines: Int64
    /// Bytes that were set aside after torn lines, all declared.
    public let voidBytes: Int64
    /// No line needed repair, none is missing, and no torn tail is undeclared.
    public let isClean: Bool
    public let findings: [JournalFinding]

    /// - Parameter full: whether the auditors' digests are checked, too.
    /// - Throws: ``DeskError``
    public init(directory: String, full: Bool) throws(DeskError) {
        do {
            self.init(try JournalReader.verify(directory: directory, full: full))
        } catch {
            throw DeskError(error)
        }
    }

    init(_ report: JournalReport) {
        lines = report.lines
        segments = report.segments
        repairs = report.repairs.count
        missingLines = report.missingLines
        voidBytes = report.voidBytes
        isClean = report.isClean
        findings = JournalFinding.all(of: report)
    }
}
