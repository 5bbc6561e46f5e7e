import FlyingSocks
import FoundationEssentials
import Glibc
import Synchronization

/// One client's connection.
///
/// It reads its requests one after the other, has each answered, and does to the answer what its fate asks. No HTTP
/// library would send half an answer.
final class FrontLine: Sendable {
    private enum Ending: Error {
        case over
    }

    /// 1 for the first connection since the start.
    let ordinal: Int
    private let client: AsyncSocket
    private let clock: SandboxClock
    private let activity = Mutex(0)
    private let isOpen = Mutex(true)
    private let isAnswering = Mutex(false)
    private let served = Mutex(0)

    init(ordinal: Int, client: AsyncSocket, clock: SandboxClock) {
        self.ordinal = ordinal
        self.client = client
        self.clock = clock
    }

    /// Whether it only waits for its client to send something.
    var isWaiting: Bool { !isAnswering.withLock { $0 } }

    /// How many whole requests came.
    var requests: Int { served.withLock { $0 } }

    /// Serves until either side ends the connection, then closes it.
    func run(idle: Duration?, answer: @escaping @Sendable (HTTPRequest) async -> HTTPAnswer) async {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                try? await self.serve(answer)
                return true
            }
            if let idle { group.addTask { await self.watchIdleness(idle) } }
            while let isOver = await group.next() {
                guard isOver else { continue }
                group.cancelAll()
                break
            }
        }
        isOpen.withLock { isOpen in
            isOpen = false
            try? client.close()
        }
    }

    /// Ends the connection from this side, as a server does with one that was idle for long.
    func end() {
        isOpen.withLock { isOpen in
            // A closed descriptor's number may already be another connection's.
            if isOpen { shutdown(client.socket.file.rawValue, Int32(SHUT_RDWR)) }
        }
    }

    private func serve(_ answer: @Sendable (HTTPRequest) async -> HTTPAnswer) async throws {
        var reader = HTTPReader()
        while true {
            switch reader.next() {
            case .more: reader.append(try await read())
            case .expectsLeave: try await write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
            case .refused(let status):
                try await write(HTTPAnswer(status: status).head(keepsAlive: false))
                return try await takeLeave()
            case .request(let request):
                isAnswering.withLock { $0 = true }
                served.withLock { $0 += 1 }
                try await deliver(await answer(request), keepsAlive: request.keepsAlive)
                guard request.keepsAlive else { return }
                isAnswering.withLock { $0 = false }
            }
        }
    }

    /// Throws where the connection is over then.
    private func deliver(_ answer: HTTPAnswer, keepsAlive: Bool) async throws {
        let head = answer.head(keepsAlive: keepsAlive)
        switch answer.fate {
        case .pass: try await write(head + answer.body)
        case .close: throw Ending.over
        case .reset:
            try client.socket.setValue(true, for: ResetOnClose())
            throw Ending.over
        case .cut(let bodyBytes):
            try await write(head + answer.body.prefix(bodyBytes))
            throw Ending.over
        case .late(let milliseconds):
            try await clock.pause(.milliseconds(milliseconds))
            try await write(head + answer.body)
        // Until the client has enough of it.
        case .hang: while true { _ = try await read() }
        }
    }

    /// Reads on for a while: a connection that is closed with bytes unread is reset, and the answer lost with it.
    private func takeLeave() async throws {
        shutdown(client.socket.file.rawValue, Int32(SHUT_WR))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { while (try? await self.read()) != nil {} }
            group.addTask { try? await self.clock.pause(.seconds(2)) }
            await group.next()
            group.cancelAll()
        }
    }

    private func read() async throws -> [UInt8] {
        let bytes = try await client.read(atMost: 4096)
        touch()
        return bytes
    }

    private func write(_ bytes: [UInt8]) async throws {
        try await client.write(Data(bytes))
        touch()
    }

    private func touch() {
        activity.withLock { $0 += 1 }
    }

    /// Returns true after four equal parts of the time without a byte in either direction.
    private func watchIdleness(_ idle: Duration) async -> Bool {
        var seen = activity.withLock { $0 }
        var quietParts = 0
        do {
            while quietParts < 4 {
                try await clock.pause(idle / 4)
                let now = activity.withLock { $0 }
                quietParts = now == seen ? quietParts + 1 : 0
                seen = now
            }
        } catch {
            return false
        }
        return true
    }
}
