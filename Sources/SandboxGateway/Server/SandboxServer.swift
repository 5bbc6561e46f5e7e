import FlyingSocks
import Glibc

/// A sandbox as a server: the bank behind a front that speaks HTTP and can misbehave.
actor SandboxServer {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    private let configuration: SandboxConfiguration
    private let state: SandboxState
    private let connections = ConnectionTable()
    private var serving: Task<Void, any Error>?
    private(set) var port: UInt16?

    init(_ configuration: SandboxConfiguration) throws {
        self.configuration = configuration
        state = try SandboxState(configuration)
    }

    /// Listens on 127.0.0.1 and serves; answers the port.
    @discardableResult
    func start() async throws -> UInt16 {
        guard port == nil else { throw Problem(description: "this sandbox was started before") }
        // The process's own: a pool keeps a thread while it runs, and a descriptor for ever.
        let pool = try await SocketPool<Poll>.client
        let door = try FaultProxy(
            port: configuration.port, connections: connections, clock: configuration.clock, idle: configuration.idle)
        let handler = GatewayHandler(state: state, connections: connections)
        serving = Task { try await door.run(pool: pool, handler: handler) }
        port = door.port
        return door.port
    }

    /// Closes every connection and frees the port.
    func stop() async {
        serving?.cancel()
        _ = await serving?.result
        serving = nil
    }

    /// Throws when nobody can be taken in any more; returns when it was stopped.
    func waitForFailure() async throws {
        do {
            try await serving?.value
        } catch is CancellationError {
            return
        }
    }

    /// How many connections are open, or were closed by the other side and not read to their end.
    nonisolated var connectionCount: Int { connections.count }

    /// Ends every connection, as a server does with those that were idle for long.
    func endConnections() { _ = connections.endAll(but: nil) }

    /// Orders a fault.
    func add(_ rule: FaultRule) async { await state.add(rule) }

    /// Orders a fault, written as on the command line.
    func add(_ text: String) async throws { await state.add(try FaultRule(text)) }

    func clearFaults() async { await state.clearFaults() }

    /// Every request seen, in order.
    var requests: [SeenRequest] { get async { await state.seenRequests } }

    /// Every order, the oldest first.
    var orders: [OrderSummary] { get async { await state.orderList() } }

    /// Puts an order into a state by hand.
    func setStage(_ stage: BankStage, of number: String) async throws {
        try await state.setStage(stage, of: number)
    }

    /// Puts an order, a release or a consume into a state by hand, named as in a control request.
    func setState(_ text: String, of number: String) async throws { try await state.setState(text, of: number) }

    /// Orders a form of answers, written as on the command line.
    func add(form: String) async throws { try await state.add(form: form) }

    /// Gives back some of a consume, or all of it; answers the refund's number.
    @discardableResult
    func refund(_ number: String, fee: Int? = nil, as refundNumber: String? = nil) async throws -> String {
        try await state.refund(number, fee: fee, as: refundNumber)
    }

    /// Gives back what is left of a deposit, as the platform does by itself.
    func expire(_ number: String) async throws { try await state.releaseByTime(number) }

    /// Lets the customer scan the code of an order now, and pay it where that is asked for.
    func scanCode(of number: String, pays: Bool) async throws {
        try await state.scanCode(of: number, pays: pays)
    }
}
