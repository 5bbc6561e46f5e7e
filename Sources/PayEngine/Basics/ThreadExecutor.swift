import Glibc
import Synchronization

/// Runs an actor's jobs, one after the other, on a thread of their own.
///
/// It is for an actor that waits for the disk, which must hold up nobody else. Its owner ends it.
final class ThreadExecutor: SerialExecutor {
    /// Why it has no thread; `errno` as the kernel gave it.
    struct Failure: Error, Equatable {
        let errno: Int32
    }

    private struct Line {
        var jobs: [UnownedJob] = []
        var isEnded = false
    }

    /// Starts a thread that nobody waits for, and returns 0 or the error's number.
    typealias Start = (@escaping @Sendable () -> Void) -> Int32

    private let line = Mutex(Line())
    private let wake = WakeUp()

    /// Begins the thread.
    ///
    /// - Parameter start: how; a test's own.
    /// - Throws: ``Failure`` where the system gives no thread.
    init(start: Start = OwnThread.start) throws(Failure) {
        let code = start { [self] in run() }
        guard code == 0 else { throw Failure(errno: code) }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isFirst = line.withLock { line in
            line.jobs.append(job)
            return line.jobs.count == 1
        }
        if isFirst { wake.signal() }
    }

    /// Lets the thread end when nothing is left to be done.
    ///
    /// To be called by the actor that goes, when nobody can ask it for anything any more.
    func end() {
        line.withLock { $0.isEnded = true }
        wake.signal()
    }

    private func run() {
        let own = asUnownedSerialExecutor()
        while let jobs = next() {
            for job in jobs { job.runSynchronously(on: own) }
        }
    }

    /// Waits for jobs; nil at the end.
    private func next() -> [UnownedJob]? {
        while true {
            let (jobs, isEnded) = line.withLock { line in
                defer { line.jobs = [] }
                return (line.jobs, line.isEnded)
            }
            if !jobs.isEmpty { return jobs }
            if isEnded { return nil }
            wake.wait()
        }
    }
}

/// Lets one thread sleep until another one wants it.
///
/// A signal that comes before is not lost.
private final class WakeUp: Sendable {
    nonisolated(unsafe) private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() {
        semaphore.initialize(to: sem_t())
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func signal() {
        sem_post(semaphore)
    }

    func wait() {
        // A signal's handler may have run meanwhile: then it is asked again.
        while sem_wait(semaphore) != 0, errno == EINTR {}
    }
}
