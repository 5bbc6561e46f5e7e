import Persistence

extension PaymentDesk {
    /// WeChat Pay takes no release sooner after the freeze.
    static let releaseDelay = Duration.seconds(15)

    /// For how long a release must still wait: until this process has known it frozen for that long, or the gateway's
    /// clock says so, whichever comes first.
    func holdBack(of held: HeldDeposit) async -> Duration {
        guard held.platform == .wechat else { return .zero }
        let answered = clock.boottime
        let sinceFrozen = frozenTimes[held.number].map { $0 + Self.releaseDelay - clock.boottime }
        guard (sinceFrozen ?? .seconds(1)) > .zero else { return .zero }
        let byGateway = await waitByGateway(endTime: held.endTime)
        // The gateway's clock may have been asked for meanwhile.
        let atMost = answered + Self.releaseDelay - clock.boottime
        let waits = [sinceFrozen, byGateway, atMost].compactMap(\.self)
        return max(.zero, waits.min() ?? atMost)
    }

    /// Nil where it has told neither when it froze it nor what its clock says.
    private func waitByGateway(endTime: Timestamp?) async -> Duration? {
        guard let endTime else { return nil }
        let time = await gateway.askedTime()
        guard time.isSure else { return nil }
        return .milliseconds(endTime.milliseconds - time.now.milliseconds) + Self.releaseDelay
    }

    /// Waits, and reports the seconds that are left at each of them.
    ///
    /// After a withdrawal nothing has to be waited for any more.
    ///
    /// - Throws: when the desk is closed meanwhile.
    func wait(
        _ duration: Duration, unless withdrawal: Withdrawal, tell: @Sendable (OrderProgress) -> Void
    ) async throws(OrderRejection) {
        let end = clock.boottime + duration
        while !withdrawal.isGiven {
            let left = end - clock.boottime
            guard left > .zero else { return }
            tell(.heldBack(seconds: (left.wholeMilliseconds + 999) / 1000))
            do {
                try await clock.pause(for: min(left, .seconds(1)))
            } catch {
                throw OrderRejection(JournalError.closed)
            }
        }
    }
}
