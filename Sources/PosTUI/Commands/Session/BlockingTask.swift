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

    static func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
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
        answer.isThere.wait()
        guard let value = answer.value.withLock({ $0 }) else { throw CancellationError() }
        return try value.get()
    }
}
