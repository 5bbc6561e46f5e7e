import Synchronization
import Testing

@testable import PayEngine

@Suite(.timeLimit(.minutes(1))) struct OwnedTasksTests {
    /// Counts tasks that have come to their end.
    private final class Ends: Sendable {
        let count = Mutex(0)
    }

    @Test func allAreCancelledAndAwaited() async {
        let tasks = OwnedTasks()
        let ends = Ends()
        for _ in 0..<3 {
            tasks.begin { leave in
                Task {
                    while !Task.isCancelled { await Task.yield() }
                    // They are waited for, however long they take.
                    for _ in 0..<100 { await Task.yield() }
                    ends.count.withLock { $0 += 1 }
                    leave()
                }
            }
        }
        #expect(tasks.count == 3)
        await tasks.end()
        #expect(ends.count.withLock { $0 } == 3)
        #expect(tasks.count == 0)
    }

    @Test func oneWhoseWorkIsDoneLeaves() async {
        let tasks = OwnedTasks()
        let task = tasks.begin { leave in
            Task {
                defer { leave() }
                return 7
            }
        }
        #expect(await task?.value == 7)
        #expect(tasks.count == 0)
    }

    @Test func afterTheEndNothingBegins() async {
        let tasks = OwnedTasks()
        tasks.cancel()
        let isBegun = tasks.begin { leave in Task { leave() } } != nil
        #expect(!isBegun)
        await tasks.end()
    }
}
