import Logging
import Synchronization

extension Gateway {
    /// Asks one base after the other how it does (`ping`), until one answers. Those that have been out for a while are
    /// asked beside, and waited for only when no other answers: a base comes back into its place by an answer to this,
    /// not by a customer's waiting.
    public func health() async -> GatewayHealth {
        let (probes, order) = state.withLock { [clock] state in
            (state.bases.takeProbes(at: clock.uptime), state.bases.order())
        }
        let asked = probes.map { base in Task { await self.ping(base) } }
        for base in order where !probes.contains(base) {
            if let health = await ping(base) { return health }
        }
        for task in asked {
            if let health = await task.value { return health }
        }
        return .down
    }

    /// Yields when the other side has closed the connection that the next request would have left by. For one listener.
    public func connectionLosses() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let task = Task { [weak self, losses = transport.losses] in
            for await base in losses {
                guard let self else { break }
                log.debug("connection closed by the gateway", metadata: ["base": "\(base)"])
                if base == firstBase { continuation.yield() }
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// The gateway's clock minus ours, in seconds, by the last ping. Nil before the first, and when it makes no sense:
    /// a ping is not signed.
    var clockOffset: Int64? {
        state.withLock { $0.clockOffset }.flatMap { $0.magnitude <= Self.longestOffset ? $0 : nil }
    }

    /// A week, in seconds.
    private static let longestOffset: UInt64 = 604_800

    /// Nil when the base does not answer as it should; then it goes to the end of the line.
    private func ping(_ base: GatewayBase) async -> GatewayHealth? {
        let start = clock.uptime
        let result = await transport.post([], to: "/cpay/\(Interface.ping.rawValue)", at: base)
        guard case .answered(200, let body, let localAddress) = result,
            let content = StrictJSON.object(body), let pong = try? PingReply(from: content), pong.status == 0
        else {
            state.withLock { [clock] in $0.bases.noteFailure(of: base, at: clock.uptime) }
            log.info("no answer to a ping", metadata: ["base": "\(base)", "cause": "\(result.trouble)"])
            return nil
        }
        let offset = pong.timestamp.flatMap { $0.minus(clock.now.seconds) }
        state.withLock { state in
            state.bases.noteAnswer(of: base)
            state.clockOffset = offset
            if let localAddress, isOwn(localAddress) { state.localAddress = localAddress }
        }
        let milliseconds = (clock.uptime - start).wholeMilliseconds
        return milliseconds < 1000
            ? .up(base: base.text, clockOffset: offset)
            : .slow(base: base.text, milliseconds: milliseconds, clockOffset: offset)
    }
}

extension TransportResult {
    /// For the log: nothing of the answer's body.
    fileprivate var trouble: String {
        switch self {
        case .answered(let status, _, _): "answered with status \(status)"
        case .tooLarge: "too large"
        case .notConnected(let text), .lost(let text): text
        }
    }
}

extension Int64 {
    /// Nil when it does not fit: an answer without a signature may hold any number.
    fileprivate func minus(_ other: Int64) -> Int64? {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? nil : difference
    }
}
