import Dispatch
import Synchronization

/// Waits on this thread for something asynchronous.
///
/// Only for threads that are nobody else's: the main thread of a till before its first and after its last screen, which
/// must not be left, and the one that hears signals. Commands are asynchronous themselves.
enum BlockingTask {
    private final class Answer<Value: Sendable>: Sendable {
        let value = Mutex<Result<Value, any Error>?>(nil)
        let isThere = DispatchSemaphore(value: 0)
    }

    /// Does it, and waits for it however long it takes.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
        guard let value = try run(within: .never, body) else { throw CancellationError() }
        return value
    }

    /// Does it, and waits for it no longer than that.
    ///
    /// - Returns: nil when the time is over; then it goes on by itself.
    static func run<Value: Sendable>(
        within limit: DispatchTimeInterval, _ body: @escaping @Sendable () async throws -> Value
    ) throws -> Value? {
        let answer = Answer<Value>()
        Task {
            let value: Result<Value, any Error>
            do {
                value = .success(try await body())
            } catch {
                value = .failure(error)
            }
            answer.value.withLock { $0 = value }
            answer.isThere.signal()
        }
        guard answer.isThere.wait(timeout: .now() + limit) == .success else { return nil }
        return try answer.value.withLock { $0 }?.get()
    }
}
