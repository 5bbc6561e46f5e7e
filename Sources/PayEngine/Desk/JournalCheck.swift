import Persistence

/// What checking the journal's files found.
public struct JournalCheck: Equatable, Sendable {
    public let lines: Int64
    public let segments: Int
    /// Bytes that were set aside after torn lines, all declared.
    public let voidBytes: Int64
    public let isClean: Bool
    /// One line for each thing that is wrong, for engineers.
    public let findings: [String]

    /// - Parameter full: whether the auditors' digests are checked, too.
    /// - Throws: ``DeskError``
    public init(directory: String, full: Bool) throws(DeskError) {
        let report: JournalReport
        do {
            report = try JournalReader.verify(directory: directory, full: full)
        } catch {
            throw DeskError(error)
        }
        lines = report.lines
        segments = report.segments
        voidBytes = report.voidBytes
        isClean = report.isClean
        var findings = report.problems.map { "\($0)" } + report.gaps.map { "\($0)" } + report.repairs.map { "\($0)" }
        if report.tornTailBytes > 0 { findings.append("torn tail: \(report.tornTailBytes) bytes, not yet declared") }
        self.findings = findings
    }
}
