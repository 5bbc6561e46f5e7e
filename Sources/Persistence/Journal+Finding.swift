extension Journal {
    /// Hands over the records that have this name as their `o` or among their `k`, oldest first.
    ///
    /// All that were appended up to now are among them. Indexes say where to look; every line is verified.
    ///
    /// - Parameters:
    ///   - name: compared byte by byte.
    ///   - each: gets a record.
    /// - Throws: `JournalError`, or what `each` throws.
    public func find(_ name: String, each: (JournalRecord) throws -> Void) throws {
        guard !isClosed else { throw JournalError.closed }
        var run = FindRun(name)
        let match = run.match
        var unreadable: [JournalProblem] = []
        try finder.find(&run, upTo: end) { line in try match.read(line, &unreadable, each) }
        let damaged = finder.damaged
        if !damaged.isEmpty { upkeep.replace(damaged) }
    }
}
