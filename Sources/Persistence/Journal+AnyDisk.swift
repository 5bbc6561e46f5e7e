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
