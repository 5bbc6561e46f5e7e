import Dispatch
import Synchronization

/// Makes a writer's indexes: beside it, as no append may wait for one.
///
/// Nothing is lost where one can't be made.
final class IndexUpkeep {
    /// Where the work is done.
    enum Mode {
        /// On a thread of its own, in this folder: whatever its name leads to meanwhile.
        case background(DiskFolder)
        /// At once: for disks that know no threads.
        case immediate
    }

    private final class Stop: Sendable {
        let isSet = Atomic(false)
    }

    private let io: any JournalIO
    private let mode: Mode
    private let stop = Stop()
    private lazy var queue = DispatchQueue(label: "index", qos: .utility)
    private var isBusy = false

    init(_ io: any JournalIO, _ mode: Mode) {
        self.io = io
        self.mode = mode
    }

    /// Makes an index of names that are in memory.
    ///
    /// It is made even if the writer ends meanwhile.
    func write(_ job: IndexJob) {
        perform { io, _ in try job.run(io) }
    }

    /// Makes the indexes of sealed segments where they are missing, or don't agree with their segments.
    func mend(_ segments: [Segment]) {
        let sealed = segments.filter { $0.declared != nil && $0.verified != nil }
        guard !sealed.isEmpty else { return }
        perform { io, isStopped in
            for segment in sealed where try !isStopped() && !Self.isThere(segment, io) {
                try IndexJob(segment: segment).run(io, isStopped: isStopped)
            }
        }
    }

    /// The same for those in which damage was found since.
    func replace(_ segments: [Segment]) {
        perform { io, isStopped in
            for segment in segments where !isStopped() {
                try IndexJob(segment: segment).run(io, isStopped: isStopped)
            }
        }
    }

    /// Ends what can be done at another time, and waits for the rest.
    func finish() {
        guard isBusy else { return }
        stop.isSet.store(true, ordering: .relaxed)
        queue.sync {}
        stop.isSet.store(false, ordering: .relaxed)
        isBusy = false
    }

    private static func isThere(_ segment: Segment, _ io: any JournalIO) throws(JournalError) -> Bool {
        guard let declared = segment.declared, let index = SegmentIndex.load(segment.ordinal, io) else { return false }
        guard index.header.position.length == declared.length else { return false }
        return try index.header.agrees(with: segment, declared.length, io)
    }

    private func perform(_ work: @escaping @Sendable (any JournalIO, () -> Bool) throws -> Void) {
        switch mode {
        case .immediate: try? work(io) { false }
        case .background(let folder):
            isBusy = true
            queue.async { [stop] in
                try? work(folder) { stop.isSet.load(ordering: .relaxed) }
            }
        }
    }
}
