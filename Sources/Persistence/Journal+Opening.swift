extension Journal {
    /// Opens a journal for writing, and makes it where it is missing.
    ///
    /// Makes the folder (mode 0700), refuses network file systems, takes the lock, makes durable what an earlier
    /// process left behind, hands every record to `replay`, oldest first, and declares a torn tail by a new segment.
    ///
    /// - Parameters:
    ///   - directory: the journal's folder.
    ///   - till: goes into the headers of new segments.
    ///   - lockWait: how long to wait for another process to finish.
    /// - Throws: `JournalError`, or what `replay` throws.
    public static func open(
        directory: String, till: String, lockWait: Duration = .seconds(5), replay: (JournalRecord) throws -> Void
    ) throws -> Journal {
        try open(
            directory: directory, till: till, lockWait: lockWait, restore: { _ in false }, replay: replay)
    }

    /// The same for an owner that keeps checkpoints: where one agrees with the journal, `restore` is given the state,
    /// and `replay` only the records behind it. When `restore` returns false, `replay` gets them all.
    public static func open(
        directory: String, till: String, lockWait: Duration = .seconds(5), restore: ([UInt8]) throws -> Bool,
        replay: (JournalRecord) throws -> Void
    ) throws -> Journal {
        let folder = try DiskFolder.prepared(directory)
        try folder.refuseNetwork()
        let lock = try JournalLock.take(in: directory, waiting: lockWait)
        return try open(
            folder, stamps: SystemStamps(), till: till, lock: lock, indexes: .background(directory: directory),
            restore: restore, replay: replay)
    }

    /// The same over any disk and any clock.
    static func open(
        _ io: any JournalIO, stamps: any StampSource, till: String, lock: JournalLock? = nil,
        limits: SegmentLimits = SegmentLimits(), indexes: IndexUpkeep.Mode = .immediate,
        restore: ([UInt8]) throws -> Bool = { _ in false },
        replay: (JournalRecord) throws -> Void
    ) throws -> Journal {
        let start = try JournalStart(io, limits, restore: restore, replay: replay)
        let journal = Journal(start, io: io, stamps: stamps, till: till, limits: limits, lock: lock, indexes: indexes)
        Reserve.keep(io)
        if journal.active == nil { journal.active = try journal.openSegment(stamps.stamp()) }
        journal.publish()
        journal.upkeep.mend(journal.finder.segments.map(\.segment))
        return journal
    }
}
