import FlyingSocks

/// The process's own socket pool, for servers that would each make one: a pool keeps a thread while it runs, and a
/// descriptor for ever. Every socket that waits here is kept from child processes.
struct LentPool: AsyncSocketPool {
    private let pool: any AsyncSocketPool

    init() async throws {
        pool = try await SocketPool<Poll>.client
    }

    func prepare() async throws {}

    /// The pool runs anyway: this only waits to be cancelled.
    func run() async throws {
        while true { try await Task.sleep(for: .seconds(3600)) }
    }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        socket.keepFromChildren()
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }
}
