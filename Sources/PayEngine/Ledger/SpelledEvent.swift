/// Events as the journal is given them, spelled by the engine: for benchmarks, whose journals the engine has to read.
package struct SpelledEvent: Sendable {
    /// The event's name, `e` of a line.
    package let name: String
    /// The names that it can be found by besides its order's number, `k` of a line.
    package let keys: [String]
    /// The event's own members.
    package let fields: [UInt8]

    private init(_ event: DepositEvent) {
        name = event.name
        keys = DepositEventCodec.keys(of: event)
        fields = DepositEventCodec.encode(event)
    }

    /// Spells a `freeze.intent`.
    package static func freeze(
        _ fee: Fen, base: String, staffID: String, maskedCode: String, codeDigest: String, reference: String?
    ) -> SpelledEvent {
        let intent = Order.Intent(
            fee: fee, platform: .wechat, base: base, staffID: staffID, maskedCode: maskedCode, codeDigest: codeDigest,
            body: "押金", reference: reference)
        return SpelledEvent(.freeze(.intended(intent)))
    }

    /// Spells a `freeze.frozen`.
    package static func frozen(base: String, platformNumber: String, logID: UInt32) -> SpelledEvent {
        var report = report(.held, base: base, logID: logID)
        report.platformNumber = platformNumber
        report.tradeState = 2
        return SpelledEvent(.freeze(.reported(report)))
    }

    /// Spells a `freeze.unknown`.
    package static func unanswered(base: String) -> SpelledEvent {
        SpelledEvent(.freeze(.reported(OutcomeReport(.unknown, .noAnswer("timeout"), base: base))))
    }

    /// Spells the `unfreeze.intent` of a release of all that is held.
    package static func release(
        _ number: OrderNumber, of fee: Fen, base: String, staffID: String, approverID: String
    ) -> SpelledEvent {
        var intent = Order.Intent(fee: fee, platform: .wechat, base: base, staffID: staffID, approverID: approverID)
        intent.approval = .pin
        intent.frozen = fee
        intent.totals = DepositTotals(untouched: fee)
        return SpelledEvent(
            .order(OrderEvent(kind: .release, number: number, fee: fee, step: .intended(intent))))
    }

    /// Spells an `unfreeze.released`, behind which nothing is held.
    package static func released(_ number: OrderNumber, of fee: Fen, base: String, logID: UInt32) -> SpelledEvent {
        let report = report(.carriedOut, base: base, logID: logID)
        return SpelledEvent(
            .order(OrderEvent(kind: .release, number: number, fee: fee, step: .reported(report, left: .zero))))
    }

    private static func report(_ reason: Reason, base: String, logID: UInt32) -> OutcomeReport {
        var report = OutcomeReport(.done, reason, base: base)
        report.verdict = GatewayVerdict(status: 0, internalStatus: 0, text: "操作成功。")
        report.logID = logID
        return report
    }
}
