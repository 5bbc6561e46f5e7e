public import Logging
import Synchronization

/// The gateways of the configuration as one: signs, sends, moves to the next base when no byte has left, and opens what
/// comes back.
public final class Gateway: Sendable {
    private let configuration: TillConfiguration
    let transport: any Transport
    let clock: any TillClock
    let log: Logger
    let state: Mutex<State>
    let clockFile: GatewayClockFile
    /// Pings that nobody waits for.
    let tasks = OwnedTasks()

    struct State {
        var bases: GatewayBases
        var localAddress: String?
        var gatewayClock: GatewayClock?
        /// Who gave the last answer that opened, and how many did.
        var lastAnswer: GatewayBase?
        var answerCount = 0
        var answerListener: AsyncStream<String>.Continuation?
    }

    /// Makes a gateway of the configured bases; nothing is sent.
    ///
    /// - Parameters:
    ///   - configuration: names the bases, the key, the merchant and the till.
    ///   - transport: carries the requests.
    ///   - clock: tells how long a base has been out.
    ///   - log: gets an entry for each answer that is not believed.
    public init(
        configuration: TillConfiguration, transport: any Transport, clock: any TillClock, log: Logger
    ) {
        self.configuration = configuration
        self.transport = transport
        self.clock = clock
        self.log = log
        clockFile = GatewayClockFile(journalDirectory: configuration.journalDirectory)
        state = Mutex(
            State(bases: GatewayBases(configuration.gateway.bases), gatewayClock: clockFile.read()))
    }

    /// The base that a new request would be sent to first.
    var firstBase: GatewayBase {
        state.withLock { $0.bases.order() }[0]
    }

    /// This till's IPv4 for `spbill_create_ip`: the configured one, else that of the last connection to a gateway, else
    /// that of the route to the first base.
    var sourceAddress: String {
        if let address = configuration.till.address { return address }
        if let address = state.withLock({ $0.localAddress }) { return address }
        return SourceAddress.ofRoute(to: configuration.gateway.bases[0])
    }

    /// Through a proxy the connection's end says nothing of the route to the gateway.
    func isOwn(_ localAddress: String) -> Bool {
        configuration.gateway.proxy == nil && SourceAddress.isIPv4(localAddress)
    }

    /// Ends what was begun beside: bases that are asked how they do.
    public func close() async {
        await tasks.end()
    }

    /// Signs a content and sends it until one base has it.
    ///
    /// When the task is cancelled nothing more is sent. `wanted` is the base to try first; where `onlyWanted`, no other
    /// may get it. `willMove` is called before the next base is tried, after one that no byte left to; when it returns
    /// false, no further base is tried.
    func deliver(
        _ content: SecretBytes, to interface: Interface, wanted: GatewayBase? = nil, onlyWanted: Bool = false,
        willMove: (_ next: GatewayBase, _ failure: String) async -> Bool = { _, _ in true }
    ) async -> Response<Envelope.Opened> {
        let body = Envelope.seal(content, key: configuration.merchant.key)
        let order = state.withLock { $0.bases.order(wanted: wanted) }
        let route = onlyWanted ? order.filter { $0 == wanted } : order
        var failures: [String] = []
        for (index, base) in route.enumerated() {
            if index > 0, await !willMove(base, failures.last ?? "") { break }
            // Nobody waits any more.
            if Task.isCancelled { break }
            let result = await transport.post(body, to: "/cpay/\(interface.rawValue)", at: base)
            guard case .notConnected(let text) = result else {
                return Response(answer: open(result, interface: interface, base: base), base: base)
            }
            // The base is not to blame for what was given up.
            if Task.isCancelled { break }
            state.withLock { [clock] in $0.bases.noteFailure(of: base, at: clock.boottime) }
            log.warning("no connection", metadata: ["base": "\(base)", "cause": "\(text)"])
            failures.append("\(base.host): \(text)")
        }
        return Response(answer: .notConnected(failures.joined(separator: "; ")))
    }

    private func open(_ result: TransportResult, interface: Interface, base: GatewayBase) -> Answer<Envelope.Opened> {
        switch result {
        case .notConnected(let text), .lost(let text):
            log.warning(
                "no answer", metadata: ["interface": "\(interface.rawValue)", "base": "\(base)", "cause": "\(text)"])
            return .lost(text)
        case .tooLarge:
            return alarm(.tooLarge, interface, base)
        case .answered(let status, let body, let localAddress):
            if let localAddress, isOwn(localAddress) { state.withLock { $0.localAddress = localAddress } }
            guard status == 200 else { return alarm(.httpStatus, interface, base, detail: "\(status)") }
            state.withLock { $0.bases.noteAnswer(of: base) }
            do {
                let opened = try Envelope.open(body, key: configuration.merchant.key)
                noteOpened(by: base)
                return .answered(opened)
            } catch {
                return alarm(error, interface, base)
            }
        }
    }

    private func alarm(
        _ invalid: InvalidAnswer, _ interface: Interface, _ base: GatewayBase, detail: String = ""
    ) -> Answer<Envelope.Opened> {
        log.error(
            "an answer can't be believed",
            metadata: [
                "interface": "\(interface.rawValue)", "base": "\(base)", "cause": "\(invalid.rawValue)",
                "detail": "\(detail)",
            ])
        return .invalid(invalid)
    }
}
