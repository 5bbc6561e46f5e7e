import Synchronization

/// Tasks with an owner, who cancels them together and waits until they are over.
///
/// A task whose work is done leaves by itself.
package final class OwnedTasks: Sendable {
    /// One of them, whatever it returns.
    private struct Entry: Sendable {
        let cancel: @Sendable () -> Void
        let wait: @Sendable () async -> Void
    }

    private struct State {
        var entries: [Int: Entry] = [:]
        var count = 0
        var isEnded = false
    }

    private let state = Mutex(State())

    package init() {}

    /// How many are not over.
    package var count: Int { state.withLock { $0.entries.count } }

    /// Begins a task.
    ///
    /// - Parameter make: makes the task, which calls what it is given when its work is done.
    /// - Returns: nil where nothing is begun any more, after ``cancel()`` or ``end()``.
    @discardableResult
    package func begin<Value: Sendable>(
        _ make: (_ leave: @escaping @Sendable () -> Void) -> Task<Value, Never>
    ) -> Task<Value, Never>? {
        state.withLock { state in
            guard !state.isEnded else { return nil }
            state.count += 1
            let number = state.count
            // Made under the lock, so that no task leaves before it is entered.
            let task = make { [self] in leave(number) }
            state.entries[number] = Entry(cancel: { task.cancel() }, wait: { _ = await task.value })
            return task
        }
    }

    /// Tells all of them to end.
    ///
    /// From now on nothing is begun.
    package func cancel() {
        for entry in closed() { entry.cancel() }
    }

    /// Tells all of them to end, and returns when they have.
    package func end() async {
        let entries = closed()
        for entry in entries { entry.cancel() }
        for entry in entries { await entry.wait() }
    }

    private func closed() -> [Entry] {
        state.withLock { state in
            state.isEnded = true
            return Array(state.entries.values)
        }
    }

    private func leave(_ number: Int) {
        state.withLock { $0.entries[number] = nil }
    }
}
