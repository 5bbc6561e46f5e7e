extension JournalReader {
    /// Hands over the records that have this name as their `o` or among their `k`, oldest first.
    ///
    /// Segments with an index that agrees with them are not read: only the lines that it names are, and each is
    /// verified. What an index does not cover is read whole.
    ///
    /// - Returns: what was found wrong in what was read.
    /// - Throws: `JournalError`, or what `each` throws.
    @discardableResult
    public static func find(
        _ name: String, directory: String, each: (JournalRecord) throws -> Void
    ) throws -> JournalReport {
        guard let folder = try DiskFolder.existing(directory) else { return JournalReport() }
        let view = try ReaderView(folder)
        return try find(name, view.segments, folder, upTo: view.end, each: each)
    }

    /// Hands over lines as they stand, with those, too, that hold the name's text elsewhere.
    @discardableResult
    public static func lines(
        holding name: String, directory: String, each: (RawLine) throws -> Void
    ) throws -> JournalReport {
        guard let folder = try DiskFolder.existing(directory) else { return JournalReport() }
        let view = try ReaderView(folder)
        return try lines(FindRun(name), view.segments, folder, upTo: view.end) { try each(RawLine($0)) }
    }

    /// Finds over any disk.
    static func find(
        _ name: String, _ folder: SegmentFolder, _ io: any JournalIO, upTo end: DurablePosition?,
        each: (JournalRecord) throws -> Void
    ) throws -> JournalReport {
        let run = FindRun(name)
        var unreadable: [JournalProblem] = []
        var report = try lines(run, folder, io, upTo: end) { line in try run.match.read(line, &unreadable, each) }
        report.record(unreadable)
        return report
    }

    private static func lines(
        _ run: FindRun, _ folder: SegmentFolder, _ io: any JournalIO, upTo end: DurablePosition?,
        each: (ScannedLine) throws -> Void
    ) throws -> JournalReport {
        var run = run
        try JournalFinder(folder.segments, io).find(&run, upTo: end, each: each)
        run.report.segments = folder.segments.count
        run.report.stillborn = folder.stillborn
        run.report.record(folder.missing.map { .missingSegment($0) })
        return run.report
    }
}
