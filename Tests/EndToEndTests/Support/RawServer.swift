import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// A server that answers the first request of its first connection, and closes every connection once it has read the
/// next whole request.
///
/// It keeps every byte that came.
final class RawServer: Sendable {
    private struct State {
        var received: [[UInt8]] = []
        var isOver = false
    }

    let port: UInt16
    private let listener: Int32
    private let state: SharedState

    private final class SharedState: Sendable {
        let mutex = Mutex(State())
    }

    /// By connection, in the order in which they were accepted.
    var received: [[UInt8]] { state.mutex.withLock { $0.received } }

    init() throws {
        (listener, port) = try ClosedPort.bound()
        state = SharedState()
        guard listen(listener, 8) == 0 else { throw ClosedPort.Problem(errno: errno) }
        DispatchQueue(label: "raw server").async { [listener, state] in Self.serve(listener, state) }
    }

    deinit {
        state.mutex.withLock { $0.isOver = true }
    }

    private static func serve(_ listener: Int32, _ state: SharedState) {
        defer { close(listener) }
        while !state.mutex.withLock({ $0.isOver }) {
            var entry = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, 20) > 0 else { continue }
            let client = accept(listener, nil, nil)
            guard client >= 0 else { continue }
            let index = state.mutex.withLock { state in
                state.received.append([])
                return state.received.count - 1
            }
            carry(client, index: index, state)
            close(client)
        }
    }

    private static func carry(_ client: Int32, index: Int, _ state: SharedState) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        var request: [UInt8] = []
        var isAnswered = index > 0
        while !state.mutex.withLock({ $0.isOver }) {
            var entry = pollfd(fd: client, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, 20) > 0 else { continue }
            let count = read(client, &buffer, buffer.count)
            guard count > 0 else { return }
            request += buffer[..<count]
            state.mutex.withLock { $0.received[index] += buffer[..<count] }
            guard isWhole(request) else { continue }
            if isAnswered { return }
            isAnswered = true
            request = []
            let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".utf8)
            guard write(client, answer, answer.count) == answer.count else { return }
        }
    }

    /// Whether head and body are there.
    private static func isWhole(_ request: [UInt8]) -> Bool {
        let data = Data(request)
        guard let end = data.firstRange(of: Array("\r\n\r\n".utf8)),
            let mark = data.firstRange(of: Array("Content-Length: ".utf8))
        else { return false }
        let digits = data[mark.upperBound...].prefix { (0x30...0x39).contains($0) }
        return data.count - end.upperBound >= Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }
}
