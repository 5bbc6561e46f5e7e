/// Reads a journal beside its writer: takes no lock, writes nothing, and never sees a line that is not durable while
/// a writer lives.
public enum JournalReader {
    /// Hands over every record, oldest first. A folder that is not there is an empty journal.
    ///
    /// - Throws: `JournalError`, or what `each` throws.
    public static func read(directory: String, each: (JournalRecord) throws -> Void) throws -> JournalReport {
        var unreadable: [JournalProblem] = []
        var report = try scan(directory) { line in try RecordReader.read(line, &unreadable, each) }
        report.problems += unreadable
        return report
    }

    /// Checks that the lines follow one another by `c`; with `full` also by `h`, and that the void bytes are those that
    /// the headers declare.
    public static func verify(directory: String, full: Bool) throws(JournalError) -> JournalReport {
        guard let io = try DiskFolder.existing(directory) else { return JournalReport() }
        let view = try ReaderView(directory, io)
        var digests = DigestCheck()
        do {
            var report = try JournalScan.run(view.segments, io, upTo: view.end) { line in
                if full { digests.pass(line) }
            }.report
            guard full else { return report }
            report.problems += try digests.run(directory, view)
            report.problems += VoidCheck.run(view, io)
            return report
        } catch let error as JournalError {
            throw error
        } catch {
            // Nothing in there throws anything else.
            throw .damaged(segment: directory, line: 0, detail: "\(error)")
        }
    }

    private static func scan(
        _ directory: String, _ each: (ScannedLine) throws -> Void
    ) throws -> JournalReport {
        guard let folder = try DiskFolder.existing(directory) else { return JournalReport() }
        let view = try ReaderView(directory, folder)
        return try JournalScan.run(view.segments, folder, upTo: view.end, each: each).report
    }
}
