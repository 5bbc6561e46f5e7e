import Logging
import Synchronization

extension Gateway {
    /// Asks one base after the other how it is (`ping`), until one answers.
    ///
    /// Those that have been out for a while are asked beside, and waited for only when no other answers: a base comes
    /// back into its place by an answer to this, not by a customer's waiting. What it learns of the clock is written to
    /// a disk, for which nobody waits who has something else to do.
    @concurrent public func health() async -> GatewayHealth {
        let (probes, order, count) = state.withLock { [clock] state in
            (state.bases.takeProbes(at: clock.boottime), state.bases.order(), state.answerCount)
        }
        let asked = probes.compactMap { base in
            tasks.begin { leave in
                Task {
                    defer { leave() }
                    return await self.ping(base)
                }
            }
        }
        for base in order where !probes.contains(base) {
            if let health = await ping(base) { return health }
        }
        for task in asked {
            let health = await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
            if let health { return health }
        }
        // An order was answered while the pings were under way.
        let answered = state.withLock { $0.answerCount == count ? nil : $0.lastAnswer }
        return answered.map { .up(base: $0.text, clockOffset: nil) } ?? .down
    }

    /// Yields the base of each answer to an order that opened with the merchant's key.
    ///
    /// For one listener.
    public func answers() -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.answerListener = continuation }
        return stream
    }

    /// An answer shows more surely than a ping that the base answers.
    func noteOpened(by base: GatewayBase) {
        let listener = state.withLock { state in
            state.lastAnswer = base
            state.answerCount += 1
            return state.answerListener
        }
        listener?.yield(base.text)
    }

    /// Yields when the other side has closed the connection that the next request would have left by.
    ///
    /// For one listener.
    public func connectionLosses() -> AsyncStream<Void> {
        AsyncStream(unfolding: { [weak self, losses = transport.losses] in
            for await base in losses {
                guard let self else { return nil }
                log.debug("connection closed by the gateway", metadata: ["base": "\(base)"])
                if base == firstBase { return () }
            }
            return nil
        })
    }

    /// What the gateway's clock says now, by the last ping; this machine's before the first.
    ///
    /// However far the two are apart: over TLS nobody else answers a ping.
    var time: GatewayTime {
        state.withLock { $0.gatewayClock }?.time(by: clock) ?? GatewayTime(now: clock.now, isSure: false)
    }

    /// The same, after a ping where none has told it since this machine was started.
    func askedTime() async -> GatewayTime {
        if !time.isSure { _ = await health() }
        return time
    }

    /// Kept only when it is news: a second more or less is not.
    private func keep(_ told: GatewayClock?) {
        guard let told else { return }
        let known = state.withLock { state in
            defer { state.gatewayClock = told }
            return state.gatewayClock
        }
        if let known, known.boot == told.boot,
            (known.time(by: clock).now.milliseconds - told.gateway).magnitude <= 1500
        {
            return
        }
        if !clockFile.write(told) {
            log.debug("the gateway's clock is not kept", metadata: ["file": "\(clockFile.path)"])
        }
    }

    /// Nil when the base does not answer as it should; then it goes to the end of the line.
    private func ping(_ base: GatewayBase) async -> GatewayHealth? {
        let start = clock.boottime
        let result = await transport.post(SecretBytes(), to: "/cpay/\(Interface.ping.rawValue)", at: base)
        guard case .answered(200, let body, let localAddress) = result,
            let content = StrictJSON.object(body), let pong = try? PingReply(from: content), pong.status == 0
        else {
            guard !Task.isCancelled else { return nil }
            state.withLock { [clock] in $0.bases.noteFailure(of: base, at: clock.boottime) }
            log.info("no answer to a ping", metadata: ["base": "\(base)", "cause": "\(result.trouble)"])
            return nil
        }
        let offset = pong.timestamp.flatMap { $0.minus(clock.now.seconds) }
        state.withLock { state in
            state.bases.noteAnswer(of: base)
            if let localAddress, isOwn(localAddress) { state.localAddress = localAddress }
        }
        keep(pong.timestamp.flatMap { GatewayClock(seconds: $0, at: clock) })
        let milliseconds = (clock.boottime - start).wholeMilliseconds
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
