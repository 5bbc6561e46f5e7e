import TestSupport

@testable import PayEngine
@testable import Persistence

/// Events with anything in their fields, and their lines as the journal spells them.
enum RandomEvent {
    static let kinds: [Order.Kind] = [.freeze, .release, .consume(keepsRest: true), .consume(keepsRest: false)]

    /// One of every event that there is.
    static func one(ofEach random: SeededRandomSource, plain: Bool = false) -> [DepositEvent] {
        let words = Words(random: random, isPlain: plain)
        var events: [DepositEvent] = []
        for kind in kinds {
            var steps: [OrderEvent.Step] = [.intended(intent(words, kind)), .sendingAgain(base: words.base)]
            for outcome in kind.outcomes {
                steps.append(.reported(report(words, outcome, kind), left: kind == .freeze ? nil : words.fen))
            }
            for step in steps {
                let own = kind == .freeze ? nil : words.number
                var fee = kind == .freeze ? nil : words.fen
                if case .intended(let intent) = step, fee != nil { fee = intent.fee }
                events.append(.order(OrderEvent(kind: kind, number: own, fee: fee, step: step)))
            }
        }
        return events + [
            .closed(staffID: words.text, reason: words.words, order: nil, approval: words.approval),
            .closed(staffID: words.text, reason: words.words, order: words.number, approval: words.approval),
        ]
    }

    static func line(_ event: DepositEvent, number: Int64 = 7) throws -> [UInt8] {
        let stamp = Stamp(milliseconds: 1_795_239_487_123, monotonic: 4_711_000_123, boot: "5e0f1c2d")
        return try LineBuilder().line(
            after: ChainState(number: number - 1), event: event.name, order: SampleTill.number.text,
            keys: DepositEventCodec.keys(of: event), stamp: stamp, fields: DepositEventCodec.encode(event)
        ).bytes
    }

    private static func intent(_ words: Words, _ kind: Order.Kind) -> Order.Intent {
        var intent = Order.Intent(
            fee: words.fen, platform: words.random.element(of: PayPlatform.allCases), base: words.base,
            staffID: words.text, approverID: words.text, approval: words.approval, body: words.text, remark: words.text)
        switch kind {
        case .freeze:
            intent.maskedCode = words.random.flag() ? "13**************47" : ""
            intent.codeDigest = words.random.flag() ? "97157f5dabd992d06b778a643effd2be" : ""
            intent.reference = words.text
            intent.expiry = words.random.flag() ? Timestamp(seconds: 1_795_239_600) : nil
        case .release, .consume:
            intent.totals = words.totals
            intent.frozen = intent.totals?.frozen ?? words.fen
            intent.isFromElsewhere = words.random.flag()
        }
        return intent
    }

    private static func report(_ words: Words, _ outcome: Outcome, _ kind: Order.Kind) -> OutcomeReport {
        let reasons: [Reason] = [
            .unexplained(outcome, of: kind), .noAnswer(words.words), .refusedByGateway(words.verdict),
            .unbelievable(words.random.element(of: InvalidAnswer.allCases)),
        ]
        var report = OutcomeReport(outcome, words.random.element(of: reasons), base: words.base)
        if case .refusedByGateway(let verdict) = report.reason {
            report.verdict = verdict
        } else if words.random.flag() {
            report.verdict = words.verdict
        }
        report.tradeState = words.random.flag() ? words.random.below(20) - 2 : nil
        if case .unrecognisedState(let state) = report.reason { report.tradeState = state }
        report.platformNumber = words.text
        report.logID = words.random.flag() ? UInt32(truncatingIfNeeded: words.random.next()) : nil
        report.created = words.random.flag() ? Timestamp(seconds: 1_795_239_000) : nil
        report.ended = words.random.flag() ? Timestamp(seconds: 0) : nil
        report.totals = words.totals
        report.restReleased = words.random.flag() ? words.fen : nil
        return report
    }

    private struct Words {
        let random: SeededRandomSource
        /// Without what JSON has to escape.
        let isPlain: Bool

        var words: String {
            let words = random.words(random.below(24))
            return isPlain || random.below(4) > 0
                ? words : words + random.element(of: ["\"", "\\", "\n", "\u{1}", "/"])
        }
        /// Names must not be empty.
        var text: String? { random.flag() ? "1" + words : nil }
        var approval: ApprovalBasis? { random.flag() ? random.element(of: ApprovalBasis.allCases) : nil }
        var base: String { "https://\(random.element(of: ["pay", "sz.pay"])).example" }
        var fen: Fen { Fen(Int64(random.next() >> 5) % random.element(of: [3, 1000, 1_000_000_000_000_000])) }
        var number: OrderNumber { RandomDeposit.number(random) }
        var verdict: GatewayVerdict {
            GatewayVerdict(
                status: random.below(200) - 5, internalStatus: random.flag() ? random.below(500) : nil, text: text)
        }
        var totals: DepositTotals? {
            guard random.flag() else { return nil }
            let sums = DepositSums(
                consumed: Fen(1), releasedByHand: random.flag() ? Fen(2) : nil, releasedByItself: .zero,
                refunded: random.flag() ? Fen(1) : nil)
            return DepositTotals(frozen: Fen(100 + Int64(random.below(100))), sums: sums)
        }
    }
}
