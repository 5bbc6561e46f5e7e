public import Logging
import Synchronization

/// The gateways of the configuration as one: signs, sends, moves to the next base when no byte has left, and opens what
/// comes back.
public final class Gateway: Sendable {
    private let configuration: TillConfiguration
    private let transport: any Transport
    private let clock: any TillClock
    private let log: Logger
    private let state: Mutex<State>

    private struct State {
        var bases: GatewayBases
        var localAddress: String?
    }

    public init(
        configuration: TillConfiguration, transport: any Transport, clock: any TillClock, log: Logger
    ) {
        self.configuration = configuration
        self.transport = transport
        self.clock = clock
        self.log = log
        state = Mutex(State(bases: GatewayBases(configuration.gateway.bases)))
    }

    /// The base that a new request would be sent to first.
    var firstBase: GatewayBase {
        state.withLock { [clock] in $0.bases.order(at: clock.uptime) }[0]
    }

    /// This till's IPv4 for `spbill_create_ip`: the configured one, else that of the last connection to a gateway, else
    /// that of the route to the first base.
    var sourceAddress: String {
        if let address = configuration.till.address { return address }
        if let address = state.withLock({ $0.localAddress }) { return address }
        return SourceAddress.ofRoute(to: configuration.gateway.bases[0])
    }

    /// Through a proxy the connection's end says nothing of the route to the gateway.
    private func isOwn(_ localAddress: String) -> Bool {
        configuration.gateway.proxy == nil && SourceAddress.isIPv4(localAddress)
    }

    /// Signs a content and sends it until one base has it.
    ///
    /// - Parameters:
    ///   - wanted: the base to try first.
    ///   - onlyWanted: whether no other may get it.
    ///   - willMove: called before the next base is tried, after one that no byte left to; when it returns false,
    ///     no further base is tried.
    func deliver(
        _ content: [UInt8], to interface: Interface, wanted: GatewayBase? = nil, onlyWanted: Bool = false,
        willMove: (_ next: GatewayBase, _ failure: String) async -> Bool = { _, _ in true }
    ) async -> Delivery {
        let body = Envelope.seal(content, key: configuration.merchant.key)
        let order = state.withLock { [clock] in $0.bases.order(at: clock.uptime, wanted: wanted) }
        let route = onlyWanted ? order.filter { $0 == wanted } : order
        var failures: [String] = []
        for (index, base) in route.enumerated() {
            if index > 0, await !willMove(base, failures.last ?? "") { break }
            let result = await transport.post(body, to: "/cpay/\(interface.rawValue)", at: base)
            guard case .notConnected(let text) = result else {
                return Delivery(result: open(result, interface: interface, base: base), base: base)
            }
            state.withLock { [clock] in $0.bases.noteFailure(of: base, at: clock.uptime) }
            log.warning("no connection", metadata: ["base": "\(base)", "cause": "\(text)"])
            failures.append("\(base.host): \(text)")
        }
        return Delivery(result: .notConnected(failures.joined(separator: "; ")), base: nil)
    }

    private func open(_ result: TransportResult, interface: Interface, base: GatewayBase) -> Delivery.Result {
        switch result {
        case .notConnected(let text), .lost(let text):
            log.warning(
                "no answer", metadata: ["interface": "\(interface.rawValue)", "base": "\(base)", "cause": "\(text)"])
            return .lost(text)
        case .tooLarge:
            return alarm(.tooLarge, interface, base)
        case .answered(let status, let body, let localAddress):
            state.withLock { state in
                state.bases.noteAnswer(of: base)
                if let localAddress, isOwn(localAddress) { state.localAddress = localAddress }
            }
            guard status == 200 else { return alarm(.httpStatus, interface, base, detail: "\(status)") }
            do {
                return .opened(try Envelope.open(body, key: configuration.merchant.key))
            } catch {
                return alarm(error, interface, base)
            }
        }
    }

    private func alarm(
        _ invalid: InvalidAnswer, _ interface: Interface, _ base: GatewayBase, detail: String = ""
    ) -> Delivery.Result {
        log.error(
            "an answer can't be believed",
            metadata: [
                "interface": "\(interface.rawValue)", "base": "\(base)", "cause": "\(invalid.rawValue)",
                "detail": "\(detail)",
            ])
        return .invalid(invalid)
    }

    /// Asks one base after the other how it does (`ping`), until one answers.
    public func health() async -> GatewayHealth {
        let order = state.withLock { [clock] in $0.bases.order(at: clock.uptime) }
        for base in order {
            let start = clock.uptime
            let result = await transport.post([], to: "/cpay/\(Interface.ping.rawValue)", at: base)
            switch result {
            case .notConnected, .lost:
                state.withLock { [clock] in $0.bases.noteFailure(of: base, at: clock.uptime) }
            case .tooLarge:
                break
            case .answered(let status, let body, let localAddress):
                guard status == 200, let pong = WireJSON.decode(PingReply.self, from: body), pong.status == 0 else {
                    continue
                }
                state.withLock { state in
                    state.bases.noteAnswer(of: base)
                    if let localAddress, isOwn(localAddress) { state.localAddress = localAddress }
                }
                let milliseconds = (clock.uptime - start).wholeMilliseconds
                let offset = pong.timestamp.flatMap { $0.minus(clock.now.seconds) }
                return milliseconds < 1000
                    ? .up(base: base.text, clockOffset: offset)
                    : .slow(base: base.text, milliseconds: milliseconds, clockOffset: offset)
            }
        }
        return .down
    }
}

extension Int64 {
    /// Nil when it does not fit: an answer without a signature may hold any number.
    fileprivate func minus(_ other: Int64) -> Int64? {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? nil : difference
    }
}
