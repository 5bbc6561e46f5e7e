import FlyingSocks
import Glibc

/// The port that clients see, on 127.0.0.1 only.
struct FaultProxy: Sendable {
    private let listener: Socket
    private let connections: ConnectionTable
    private let clock: SandboxClock
    private let idle: Duration?
    let port: UInt16

    /// The failures in a row, 10 ms apart, that end the sandbox: a port that takes nobody in looks like one that does.
    private static let mostFailures = 500
    /// The descriptors that no connection takes: libdispatch opens one every second to count its threads, and ends the
    /// process by a trap where it can't; the state's file needs one, too.
    private static let keptDescriptors = 24
    /// How many connections may be open.
    private let mostLines: Int

    /// Listens at once; connections wait until `run`.
    init(port: UInt16, connections: ConnectionTable, clock: SandboxClock, idle: Duration?) throws {
        listener = try Socket(domain: AF_INET)
        listener.keepFromChildren()
        try listener.setValue(true, for: .localAddressReuse)
        try listener.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
        try listener.listen(maxPendingConnection: 1024)
        guard case .ip4(_, let bound) = try listener.sockname() else { throw SocketError.unsupportedAddress }
        self.port = bound
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        mostLines = max(1, Int(clamping: limit.rlim_cur) - Self.keptDescriptors)
        self.connections = connections
        self.clock = clock
        self.idle = idle
    }

    /// Serves until it is cancelled, then closes every connection.
    ///
    /// Throws where nobody can be taken in any more.
    func run(pool: some AsyncSocketPool, handler: GatewayHandler) async throws {
        defer { try? listener.close() }
        let door = try AsyncSocket(socket: listener, pool: pool)
        try await withThrowingDiscardingTaskGroup { group in
            var failures = 0
            while true {
                do {
                    let client = try await door.accept()
                    client.socket.keepFromChildren()
                    let line = FrontLine(ordinal: connections.nextOrdinal(), client: client, clock: clock)
                    connections.add(line)
                    group.addTask { await serve(line, client, handler: handler) }
                    try await makeRoom()
                    failures = 0
                } catch let error as SocketError {
                    failures += 1
                    guard case .failed(_, let number, _) = error, failures < Self.mostFailures else { throw error }
                    // No descriptor is left: whoever waits longest gives up its own. Anything else is a client that
                    // was gone before it was accepted.
                    if number == EMFILE || number == ENFILE { connections.endOldestWaiting() }
                    try await clock.pause(.milliseconds(10))
                }
            }
        }
    }

    /// Makes room where too many are open: whoever waits longest gives up its place.
    ///
    /// Nobody else is taken in until then.
    private func makeRoom() async throws {
        for _ in 0..<Self.mostFailures {
            guard connections.count > mostLines else { return }
            connections.endOldestWaiting()
            try await clock.pause(.milliseconds(10))
        }
        throw SandboxServer.Problem(description: "\(mostLines) connections wait for answers, and none ends")
    }

    private func serve(_ line: FrontLine, _ client: AsyncSocket, handler: GatewayHandler) async {
        // Without it an answer's end waits for the acknowledgement of its start.
        try? client.socket.setValue(true, for: .noDelay)
        await line.run(idle: idle) { await handler.answer($0, connection: line.ordinal) }
        connections.remove(line)
    }
}
