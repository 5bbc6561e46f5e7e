extension Journal {
    /// Opens a journal for writing, and makes it where it is missing.
    ///
    /// Makes the folder (mode 0700), refuses file systems that can't be trusted, takes the locks, makes durable what an
    /// earlier process left behind, hands every record to `replay`, oldest first, and declares a torn tail by a new
    /// segment.
    ///
    /// - Parameters:
    ///   - directory: the journal's folder.
    ///   - till: goes into the headers of new segments.
    ///   - lockWait: how long to wait for another process to finish.
    ///   - replay: gets a record.
    /// - Returns: the journal's one writer, which holds the lock until it is closed or let go.
    /// - Throws: `JournalError`, `.contradicted` where something is lost that was there once, or what `replay`
    ///   throws.
    public static func open(
        directory: String, till: String, lockWait: Duration = .seconds(5), replay: (JournalRecord) throws -> Void
    ) throws -> Journal {
        try open(
            directory: directory, till: till, lockWait: lockWait, restore: { _ in false }, replay: replay)
    }

    /// Opens a journal whose owner keeps checkpoints.
    ///
    /// Where one agrees with the journal, `restore` is given the state, and `replay` only the records behind it. When
    /// `restore` returns false, `replay` gets them all.
    ///
    /// - Parameters:
    ///   - directory: the journal's folder.
    ///   - till: goes into the headers of new segments.
    ///   - lockWait: how long to wait for another process to finish.
    ///   - allowsAnyFileSystem: takes also those that are not known to keep what they acknowledge.
    ///   - acceptance: goes on behind a loss, and writes down who said so.
    ///   - restore: gets what ``checkpoint(_:)`` was given, and says whether it could be used.
    ///   - replay: gets a record.
    /// - Returns: the journal's one writer, which holds the lock until it is closed or let go.
    /// - Throws: `JournalError`, `.contradicted` where something is lost that was there once, `.nothingLost` where a
    ///   loss is accepted and none is, or what the closures throw.
    public static func open(
        directory: String, till: String, lockWait: Duration = .seconds(5), allowsAnyFileSystem: Bool = false,
        acceptance: LossAcceptance? = nil, restore: ([UInt8]) throws -> Bool,
        replay: (JournalRecord) throws -> Void
    ) throws -> Journal {
        try open(
            directory: directory, till: till, lockWait: lockWait, allowsAnyFileSystem: allowsAnyFileSystem,
            acceptance: acceptance, restore: restore, replayLines: { try RecordReader.read($0, replay) })
    }

    /// Opens a journal whose owner looks at bytes before it decodes any.
    ///
    /// It is given every line, headers too, and says whether it could be decoded. `progress` is given now and then how
    /// much was read, in percent.
    package static func open(
        directory: String, till: String, lockWait: Duration = .seconds(5), allowsAnyFileSystem: Bool = false,
        acceptance: LossAcceptance? = nil, restore: ([UInt8]) throws -> Bool,
        replayLines: (RawLine) throws -> Bool, progress: (Int) -> Void = { _ in }
    ) throws -> Journal {
        let folder = try DiskFolder.prepared(directory)
        let fileSystem = try folder.fileSystem()
        guard fileSystem.isTrusted || allowsAnyFileSystem else {
            throw JournalError.untrustedFileSystem(path: directory, name: fileSystem.name)
        }
        let lock = try JournalLock.acquire(in: folder, waiting: lockWait)
        return try open(
            folder, stamps: SystemStamps(), till: till, lock: lock, indexes: .background(folder),
            acceptance: acceptance, restore: restore, replayLines: replayLines, progress: progress)
    }

    /// Returns what kind of file system the journal in that folder is on; nil where none is.
    ///
    /// - Throws: `JournalError`
    public static func fileSystem(of directory: String) throws(JournalError) -> FileSystem? {
        try DiskFolder.existing(directory)?.fileSystem()
    }

    /// The same over any disk and any clock.
    static func open(
        _ io: any JournalIO, stamps: any StampSource, till: String, lock: consuming JournalLock? = nil,
        limits: SegmentLimits = SegmentLimits(), indexes: IndexUpkeep.Mode = .immediate,
        acceptance: LossAcceptance? = nil,
        restore: ([UInt8]) throws -> Bool = { _ in false },
        replay: (JournalRecord) throws -> Void
    ) throws -> Journal {
        try open(
            io, stamps: stamps, till: till, lock: lock, limits: limits, indexes: indexes, acceptance: acceptance,
            restore: restore, replayLines: { try RecordReader.read($0, replay) })
    }

    private static func open(
        _ io: any JournalIO, stamps: any StampSource, till: String, lock: consuming JournalLock?,
        limits: SegmentLimits = SegmentLimits(), indexes: IndexUpkeep.Mode, acceptance: LossAcceptance?,
        restore: ([UInt8]) throws -> Bool, replayLines: (RawLine) throws -> Bool,
        progress: (Int) -> Void = { _ in }
    ) throws -> Journal {
        let start = try JournalRecovery(
            io, limits, claimed: JournalLock.claimed(by: lock), acceptance: acceptance, restore: restore,
            replay: replayLines,
            progress: progress)
        let journal = try Journal(
            start, io: io, stamps: stamps, till: till, limits: limits, lock: lock, indexes: indexes)
        // The lock may have been replaced while it was waited for.
        try journal.checkPlace()
        DiskReserve.keep(io)
        if let accepted = start.accepted {
            journal.active = try journal.openSegment(
                stamps.stamp(), behind: (accepted.words, accepted.found, start.generation))
            // It covers what is lost.
            try? io.remove(Checkpoint.name)
        }
        if journal.active == nil { journal.active = try journal.openSegment(stamps.stamp()) }
        journal.publish()
        journal.upkeep.mend(journal.finder.segments.map(\.segment))
        return journal
    }
}

/// The journal over any disk and any clock: what simulated ones are tried with.
extension Journal {
    /// Opens a journal for writing, without a lock.
    ///
    /// The rest is as with a folder's path.
    package static func open(
        disk: any JournalIO, stamps: any StampSource, till: String, limits: SegmentLimits,
        restore: ([UInt8]) throws -> Bool, replay: (JournalRecord) throws -> Void
    ) throws -> Journal {
        try open(disk, stamps: stamps, till: till, limits: limits, restore: restore, replay: replay)
    }

    /// Hands over the records that bear the name in a journal that nobody writes, as a reader beside it finds them.
    package static func find(
        _ name: String, disk: any JournalIO, each: (JournalRecord) throws -> Void
    ) throws -> JournalReport {
        try JournalReader.find(name, SegmentFolder(disk), disk, upTo: nil, each: each)
    }

    /// Reads a journal that nobody writes and hands over every line, headers too, without its LF.
    ///
    /// The bytes are valid during the call.
    package static func scan(
        disk: any JournalIO, each: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> JournalReport {
        try JournalScan.run(SegmentFolder(disk), disk) { try each($0.bytes) }.report
    }
}
