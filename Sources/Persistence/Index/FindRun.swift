/// What a look-up has come to.
struct FindRun {
    let match: NameMatch
    /// What was found wrong in the parts that were read.
    var report = JournalReport()
    /// Where the index says that lines are, as long as a segment is looked at.
    var offsets: [Int64] = []

    init(_ name: String) {
        match = NameMatch(name)
    }

    /// Adds what a scan of a part has found.
    mutating func add(_ scan: JournalScan) {
        report.lines += scan.report.lines
        report.repairs += scan.report.repairs
        report.gaps += scan.report.gaps
        report.tornTailBytes = scan.report.tornTailBytes
        report.record(scan.report.problems)
    }
}
