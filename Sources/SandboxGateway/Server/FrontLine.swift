import FlyingFox
import FlyingSocks
import FoundationEssentials
import Glibc
import Synchronization

/// One client's connection. It carries bytes between the client and the HTTP server behind, and does to the answers
/// what their fate asks: an HTTP library serves well-behaved answers only.
final class FrontLine: Sendable {
    /// 1 for the first connection since the start.
    let ordinal: Int
    private let client: AsyncSocket
    private let server: AsyncSocket
    private let clock: SandboxClock
    private let fate = Mutex(WireFate.pass)
    private let activity = Mutex(0)
    private let isOpen = Mutex(true)

    init(ordinal: Int, client: AsyncSocket, server: AsyncSocket, clock: SandboxClock) {
        self.ordinal = ordinal
        self.client = client
        self.server = server
        self.clock = clock
    }

    /// Says what is to become of the next answer; called before its first byte is written.
    func arrange(_ next: WireFate) {
        fate.withLock { $0 = next }
    }

    /// Carries bytes until one side ends, then closes both.
    func run(idle: Duration?) async {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { await self.carryRequests() }
            group.addTask { await self.carryAnswers() }
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
        try? server.close()
    }

    /// Ends the connection from this side, as a server does with one that was idle for long.
    func end() {
        isOpen.withLock { isOpen in
            // A closed descriptor's number may already be another connection's.
            if isOpen { shutdown(client.socket.file.rawValue, Int32(SHUT_RDWR)) }
        }
    }

    /// True when the connection is to be closed now.
    private func carryRequests() async -> Bool {
        do {
            while true {
                let bytes = try await client.read(atMost: 4096)
                touch()
                try await server.write(Data(bytes))
            }
        } catch SocketError.disconnected {
            // The client may have closed its half only: it still gets its answer, unless it will never get one.
            guard fate.withLock({ $0 }) != .hang else { return true }
            shutdown(server.socket.file.rawValue, Int32(SHUT_WR))
            return false
        } catch {
            return true
        }
    }

    /// Always true: once no answer can come any more the connection is over.
    private func carryAnswers() async -> Bool {
        var meter = AnswerMeter()
        do {
            while true {
                // The HTTP server writes head and body apart and waits for the first to be acknowledged.
                try server.socket.setValue(true, for: .quickAcknowledgement)
                let bytes = try await server.read(atMost: 4096)
                touch()
                switch fate.withLock({ $0 }) {
                case .pass: try await client.write(Data(bytes))
                case .close: return true
                case .reset:
                    try client.socket.setValue(true, for: ResetOnClose())
                    return true
                case .cut(let bodyBytes):
                    let part = meter.part(of: bytes, bodyBytes: bodyBytes)
                    try await client.write(Data(part.bytes))
                    if part.isLast { return true }
                case .late(let milliseconds):
                    try await clock.pause(.milliseconds(milliseconds))
                    arrange(.pass)
                    try await client.write(Data(bytes))
                case .hang: continue
                }
            }
        } catch {
            return true
        }
    }

    private func touch() {
        activity.withLock { $0 += 1 }
    }

    /// True after four equal parts of the time without a byte in either direction.
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
