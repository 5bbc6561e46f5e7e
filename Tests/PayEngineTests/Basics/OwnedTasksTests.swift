import Synchronization
import Testing

@testable import PayEngine

@Suite(.timeLimit(.minutes(1))) struct OwnedTasksTests {
    @Test func allAreCancelledAndAwaited() async {
        let tasks = OwnedTasks()
        let ended = Mutex(0)
        for _ in 0..<3 {
            tasks.begin { leave in
                Task {
                    while !Task.isCancelled { await Task.yield() }
                    // They are waited for, however long they take.
                    for _ in 0..<100 { await Task.yield() }
                    ended.withLock { $0 += 1 }
                    leave()
                }
            }
        }
        #expect(tasks.count == 3)
        await tasks.end()
        #expect(ended.withLock { $0 } == 3)
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
