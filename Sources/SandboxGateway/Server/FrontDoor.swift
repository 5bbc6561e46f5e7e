import FlyingSocks
import Glibc

/// The port that clients see, on 127.0.0.1 only.
struct FrontDoor: Sendable {
    private let listener: Socket
    private let innerPort: UInt16
    private let book: LineBook
    private let clock: SandboxClock
    private let idle: Duration?
    let port: UInt16

    /// Listens at once; connections wait until `run`.
    init(port: UInt16, innerPort: UInt16, book: LineBook, clock: SandboxClock, idle: Duration?) throws {
        listener = try Socket(domain: AF_INET)
        listener.keepFromChildren()
        try listener.setValue(true, for: .localAddressReuse)
        try listener.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
        try listener.listen()
        guard case .ip4(_, let bound) = try listener.sockname() else { throw SocketError.unsupportedAddress }
        self.port = bound
        self.innerPort = innerPort
        self.book = book
        self.clock = clock
        self.idle = idle
    }

    /// Serves until it is cancelled, then closes every connection.
    func run(pool: some AsyncSocketPool) async {
        defer { try? listener.close() }
        do {
            try await accept(at: AsyncSocket(socket: listener, pool: pool), pool: pool)
        } catch {
            // Cancelled, or the listener is gone: either way there is nobody to serve.
            return
        }
    }

    private func accept(at door: AsyncSocket, pool: some AsyncSocketPool) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                do {
                    let client = try await door.accept()
                    client.socket.keepFromChildren()
                    let ordinal = book.nextOrdinal()
                    group.addTask { await serve(client, ordinal: ordinal, pool: pool) }
                } catch SocketError.failed {
                    // One that was gone before it was accepted, or no descriptors for now: neither is the end.
                    try await clock.pause(.milliseconds(10))
                }
            }
        }
    }

    private func serve(_ client: AsyncSocket, ordinal: Int, pool: some AsyncSocketPool) async {
        do {
            let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: innerPort)
            let server = try await AsyncSocket.connected(to: address, pool: pool)
            guard case .ip4(_, let port) = try server.socket.sockname() else { throw SocketError.unsupportedAddress }
            try client.socket.setValue(true, for: .noDelay)
            try server.socket.setValue(true, for: .noDelay)
            let line = FrontLine(ordinal: ordinal, client: client, server: server, clock: clock)
            book.add(line, port: port)
            await line.run(idle: idle)
            book.remove(port: port)
        } catch {
            try? client.close()
        }
    }
}
