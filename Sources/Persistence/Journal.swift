/// The one writer of a journal.
///
/// Not Sendable: one actor owns it.
public final class Journal {
    /// What was found when it was opened.
    public let report: JournalReport
    /// A random key of this journal (file `digest.key`, made with it), for HMACs of values that must not be kept.
    public let digestKey: [UInt8]

    let io: any JournalIO
    let stamps: any StampSource
    let till: String
    let generation: String
    let builder = LineBuilder()
    let limits: SegmentLimits
    /// Finds lines by their names, in all segments.
    let finder: JournalFinder
    let upkeep: IndexUpkeep
    private var lock: JournalLock?
    /// The folder, where it is a real one.
    private let place: DiskFolder?
    private(set) var isClosed = false
    /// Bytes of lines that no checkpoint covers.
    private var uncovered: Int64
    /// How many bytes of lines were read at the start because no checkpoint covered them.
    private let replayed: Int64
    /// The last line that counts.
    var chain: ChainState
    /// Where it ends; nil in an empty journal.
    var end: DurablePosition?
    /// Nil when the next line needs a new segment.
    var active: ActiveSegment?
    /// The highest ordinal that was ever used.
    var lastOrdinal: Int

    init(
        _ start: JournalRecovery, io: any JournalIO, stamps: any StampSource, till: String, limits: SegmentLimits,
        lock: consuming JournalLock?, indexes: IndexUpkeep.Mode
    ) throws(JournalError) {
        self.limits = limits
        self.io = io
        self.stamps = stamps
        self.till = till
        self.lock = lock
        report = start.report
        digestKey = start.digestKey
        place = io as? DiskFolder
        // Behind a loss another journal begins, which only its first line ties to what was.
        if start.accepted == nil, let known = start.generation {
            generation = known
        } else {
            generation = try stamps.generation()
        }
        chain = start.chain
        end = start.end
        active = start.active
        lastOrdinal = start.lastOrdinal
        uncovered = start.uncovered
        replayed = start.uncovered
        finder = JournalFinder(start.segments, io)
        upkeep = IndexUpkeep(io, indexes)
        if let recent = start.recent { finder.segments.last?.recent = recent }
    }

    deinit {
        close()
    }

    /// Appends a line, which is durable when this returns.
    ///
    /// When it throws, nothing may be done that needs the line; after a power failure at that very moment it may still
    /// be found.
    ///
    /// - Parameters:
    ///   - event: `e`, neither empty nor `segment`.
    ///   - order: `o`, the name that events belong together by.
    ///   - keys: `k`, further names to find the event by.
    ///   - fields: the event's own members as a JSON object without white space, `{}` when there are none.
    ///   - needsRoom: true for events that more must follow. They are refused below 16 MiB of free room, so that
    ///     those others fit.
    /// - Returns: the line as it stands in the file.
    /// - Throws: `.unacceptable` when that makes no line, `.noRoom`, `.system` when the disk failed twice,
    ///   `.displaced` when the files are not any more those that were opened, `.closed`.
    @discardableResult
    public func append(
        event: String, order: String?, keys: [String] = [], fields: [UInt8], needsRoom: Bool = false
    ) throws(JournalError) -> JournalRecord {
        guard !isClosed else { throw .closed }
        // Where more follows nothing is begun in files that the next start won't read. An outcome is written all the
        // same: whoever moved the files may bring them back.
        if needsRoom {
            try checkPlace()
            try checkRoom()
        }
        try LineBuilder.check(event: event, order: order, keys: keys, fields: fields)
        let record = try writeTwice(event: event, order: order, keys: keys, fields: fields)
        try checkPlace()
        return record
    }

    private func writeTwice(
        event: String, order: String?, keys: [String], fields: [UInt8]
    ) throws(JournalError) -> JournalRecord {
        let stamp = stamps.stamp()
        do {
            return try write(event: event, order: order, keys: keys, stamp: stamp, fields: fields)
        } catch .unacceptable(let reason) {
            throw .unacceptable(reason)
        } catch {
            // Once more in a new segment, never in the one that failed.
            if case .system(_, _, SystemCall.noSpace) = error { DiskReserve.release(io) }
            return try write(event: event, order: order, keys: keys, stamp: stamp, fields: fields)
        }
    }

    /// A file that was opened and is not any more the one of its name, or does not hold any more what was written last;
    /// nil when there is none.
    public var displacement: JournalDisplacement? { place?.displacement(lock: lockFile, segment: active) }

    private var lockFile: DurableFile? {
        switch lock {
        case .some(let lock): lock.file
        case .none: nil
        }
    }

    /// Throws where that is so: what is written there nobody will find, or not believe.
    func checkPlace() throws(JournalError) {
        if let displacement { throw .displaced(displacement) }
    }

    /// Whether so much had to be read at the start that the next one should be spared it.
    public var isReplayLong: Bool { replayed > Self.longReplay }

    private static let longReplay: Int64 = 1 << 20

    /// Whether enough was written since the last checkpoint to be worth a new one.
    public var isCheckpointDue: Bool { uncovered >= Checkpoint.interval }

    /// Keeps what the owner made of all records up to now, so that the next start is short.
    ///
    /// Best called when it is due, and before a clean end.
    ///
    /// - Returns: whether it was kept. Nothing is lost when it was not.
    @discardableResult
    public func checkpoint(_ state: [UInt8]) -> Bool {
        guard !isClosed, let end else { return false }
        let checkpoint = Checkpoint(
            generation: generation, chain: chain, position: end, findings: report.findings, state: state)
        do throws(JournalError) {
            try checkpoint.store(io)
            uncovered = 0
            indexActive()
            return true
        } catch {
            return false
        }
    }

    /// Gives the lock back; lines can't be appended any more.
    public func close() {
        isClosed = true
        active = nil
        upkeep.finish()
        lock = nil
    }

    /// Lets readers see what is durable.
    func publish() {
        guard let end else { return }
        switch lock {
        case .some(let lock): lock.publish(end)
        case .none: return
        }
    }

    private func checkRoom() throws(JournalError) {
        DiskReserve.keep(io)
        let free = try io.freeBytes()
        guard free >= DiskReserve.leastFree else { throw .noRoom(free: free) }
    }

    private func write(
        event: String, order: String?, keys: [String], stamp: Stamp, fields: [UInt8]
    ) throws(JournalError) -> JournalRecord {
        if active == nil { active = try openSegment(stamp) }
        guard var segment = active else { throw .closed }
        var (line, next) = try builder.line(
            after: chain, event: event, order: order, keys: keys, stamp: stamp, fields: fields)
        active = nil
        if !segment.holds(line) {
            segment = try openSegment(stamp)
            (line, next) = try builder.line(
                after: chain, event: event, order: order, keys: keys, stamp: stamp, fields: fields)
        }
        let offset = segment.length
        try segment.append(line)
        note(line, at: offset)
        uncovered += Int64(line.count) + 1
        active = segment
        chain = next
        end = segment.position
        publish()
        return JournalRecord(
            number: next.number, event: event, order: order, keys: keys, milliseconds: stamp.milliseconds,
            monotonic: stamp.monotonic, boot: stamp.boot, digest: next.digest.text, line: line)
    }
}

extension Journal {
    /// The name of this boot (`b`) as its lines bear it: monotonic times of different boots can't be compared.
    public var boot: String { stamps.stamp().boot }

    /// The kernel's name for this run of the machine, without a journal; empty where there is none.
    package static var bootOfMachine: String { SystemStamps().stamp().boot }
}
