import Glibc
import Testing

@testable import PayEngine

@Suite(.timeLimit(.minutes(1))) struct ThreadExecutorTests {
    /// An actor on a thread of its own.
    private actor Worker {
        private let executor: ThreadExecutor
        private(set) var order: [Int] = []

        init() throws {
            executor = try ThreadExecutor()
        }

        deinit {
            executor.end()
        }

        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        func note(_ number: Int) { order.append(number) }

        func thread() -> String { ThreadExecutorTests.thread }

        /// Before and after it waited for somebody else.
        func threads() async -> [String] {
            let before = ThreadExecutorTests.thread
            await Task.yield()
            return [before, ThreadExecutorTests.thread]
        }
    }

    /// The calling thread's folder in `/proc`.
    private static var thread: String {
        var buffer = [CChar](repeating: 0, count: 64)
        let count = readlink("/proc/thread-self", &buffer, buffer.count)
        return "/proc/" + String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @Test func everythingRunsOnOneThreadOfItsOwn() async throws {
        let (one, other) = (try Worker(), try Worker())
        let own = await one.thread()
        #expect(await one.threads() == [own, own])
        #expect(await other.thread() != own)
        #expect(access(own, F_OK) == 0)
    }

    @Test func jobsRunOneAfterTheOther() async throws {
        let worker = try Worker()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<500 { group.addTask { await worker.note(number) } }
        }
        #expect(await worker.order.sorted() == Array(0..<500))
    }

    @Test func theThreadEndsWithItsActor() async throws {
        var worker: Worker? = try Worker()
        let own = try #require(await worker?.thread())
        #expect(access(own, F_OK) == 0)
        worker = nil
        while access(own, F_OK) == 0 { await Task.yield() }
    }

    @Test func aThreadThatCannotBeMadeIsTold() {
        #expect(throws: ThreadExecutor.Failure(errno: EAGAIN)) {
            _ = try ThreadExecutor(start: { _ in EAGAIN })
        }
        #expect(DeskError(ThreadExecutor.Failure(errno: EAGAIN)) == .thread(errno: EAGAIN))
    }

    /// What waits for the disk holds up nobody else.
    @Test func theDeskIsOnItsOwn() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        let desk = sample.desk
        let own = await desk.thread()
        _ = await sample.freeze()
        #expect(await desk.thread() == own)
        #expect(await Task.detached { ThreadExecutorTests.thread }.value != own)
    }

    fileprivate static var current: String { thread }
}

extension PaymentDesk {
    fileprivate func thread() -> String { ThreadExecutorTests.current }
}
