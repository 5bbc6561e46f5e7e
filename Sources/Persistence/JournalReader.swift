/// Reads a journal beside its writer: takes no lock, writes nothing, and never sees a line that is not durable while
/// a writer lives.
public enum JournalReader {
    /// Hands over every record, oldest first.
    ///
    /// A folder that is not there is an empty journal.
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
        let view = try ReaderView(io)
        var digests = DigestCheck()
        do {
            var report = try scan(view, io) { line in
                if full { digests.pass(line) }
            }
            guard full else { return report }
            report.problems += try digests.run(directory, view)
            report.problems += VoidCheck.run(view, io)
            report.settleAccepted()
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
        return try scan(ReaderView(folder), folder, each)
    }

    /// Reads everything, then looks whether more was there once.
    static func scan(
        _ view: ReaderView, _ io: DiskFolder, _ each: (ScannedLine) throws -> Void
    ) throws -> JournalReport {
        let scan = try JournalScan.run(view.segments, io, upTo: view.end, each: each)
        var report = scan.report
        report.record(
            try ContradictionCheck(view.segments, scan, io).run(claimed: view.claimed, isWritten: view.isWritten))
        report.settleAccepted()
        return report
    }

    /// Whether the key of digests is lost or unusable, as long as no writer has made it anew.
    public static func isDigestKeyLost(directory: String) throws(JournalError) -> Bool {
        guard let folder = try DiskFolder.existing(directory) else { return false }
        switch try DigestKey.look(folder) {
        case .good: return false
        case .bad, .missing: return true
        }
    }
}

extension JournalReader {
    /// Returns the journal's key for digests of values that are not kept (``Journal/digestKey``); nil where it can't be
    /// read.
    public static func digestKey(directory: String) -> [UInt8]? {
        guard let io = try? DiskFolder.existing(directory), case .good(let key)? = try? DigestKey.look(io) else {
            return nil
        }
        return key
    }
}

extension JournalReader {
    /// Hands over every line, headers too, oldest first, without decoding any.
    ///
    /// What is wrong with the journal is in the report; lines that would not decode are not looked for.
    ///
    /// - Throws: `JournalError`, or what `each` throws.
    public static func lines(directory: String, each: (RawLine) throws -> Void) throws -> JournalReport {
        guard let folder = try DiskFolder.existing(directory) else { return JournalReport() }
        return try scan(ReaderView(folder), folder) { try each(RawLine($0)) }
    }
}
