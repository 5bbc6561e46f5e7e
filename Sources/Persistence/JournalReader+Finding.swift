extension JournalReader {
    /// Hands over the records that have this name as their `o` or among their `k`, oldest first. Segments with an index
    /// that agrees with them are not read: only the lines that it names are, and each is verified. What an index does
    /// not cover is read whole.
    ///
    /// - Returns: what was found wrong in what was read.
    /// - Throws: `JournalError`, or what `each` throws.
    @discardableResult
    public static func find(
        _ name: String, directory: String, each: (JournalRecord) throws -> Void
    ) throws -> JournalReport {
        guard let folder = try DiskFolder.existing(directory) else { return JournalReport() }
        let view = try ReaderView(directory, folder)
        return try find(name, view.segments, folder, upTo: view.end, each: each)
    }

    /// The same over any disk.
    static func find(
        _ name: String, _ folder: SegmentFolder, _ io: any JournalIO, upTo end: DurablePosition?,
        each: (JournalRecord) throws -> Void
    ) throws -> JournalReport {
        var run = FindRun(name)
        try JournalFinder(folder.segments, io).find(&run, upTo: end, each: each)
        run.report.segments = folder.segments.count
        run.report.stillborn = folder.stillborn
        run.report.note(folder.missing.map { .missingSegment($0) })
        run.report.note(run.unreadable)
        return run.report
    }
}
