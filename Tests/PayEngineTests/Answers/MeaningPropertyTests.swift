import TestSupport
import Testing

@testable import PayEngine

@Suite struct MeaningPropertyTests {
    private typealias Answer = PayEngine.Answer<Statement<FreezeOrder>>

    /// Frozen, refused and not sent are never said without what the tables ask for, whatever a gateway answers.
    @Test func nothingIsSettledWithoutGrounds() {
        let random = SeededRandomSource(21)
        for _ in 0..<60_000 {
            let platform = random.element(of: PayPlatform.allCases)
            let asked = SampleTill.asked(platform)
            let sending = random.element(of: Meaning.Sending.allCases)
            let answer = Self.answer(random, platform)
            let meaning = Meaning(answer, to: sending, asked: asked)
            switch meaning {
            case .done:
                #expect(Self.shows(answer, fee: asked.fee) { $0.tradeState == 2 && !$0.isTransforming })
            case .waiting:
                #expect(Self.shows(answer, fee: asked.fee) { $0.tradeState == (platform == .wechat ? 3 : 1) })
            case .over:
                #expect(Self.shows(answer, fee: asked.fee) { $0.tradeState == (platform == .wechat ? 5 : 3) })
            case .refused(let reason):
                #expect(Self.mayRefuse(answer, sending, reason), "\(answer) to \(sending)")
            case .notSent:
                guard case .notConnected = answer, sending == .first else {
                    Issue.record("\(answer) to \(sending) is not sent")
                    continue
                }
            case .notThere(let byState):
                guard case .answered(let statement) = answer else {
                    Issue.record("\(answer) says nothing of the order")
                    continue
                }
                #expect(statement.verdict.status == (byState ? 0 : 104) && (byState || sending.isQuery))
            case .unknown, .askAgain:
                break
            }
            if case .askAgain = meaning { #expect(sending.isQuery) }
        }
    }

    private static func answer(_ random: SeededRandomSource, _ platform: PayPlatform) -> Answer {
        switch random.below(8) {
        case 0: return .notConnected("x")
        case 1: return .lost("x")
        case 2: return .invalid(random.element(of: InvalidAnswer.allCases))
        default:
            let status = random.element(of: [0, 0, 0, 3, 101, 102, 103, 104, 104, 7, -1])
            let verdict = GatewayVerdict(status: status, internalStatus: random.element(of: [nil, 0, 7, 407]))
            guard random.below(4) > 0 else { return .answered(verdict, nil) }
            var order = FreezeOrder(
                number: SampleTill.number.text, platform: platform, isTransforming: random.below(3) == 0)
            order.tradeState = random.element(of: [nil, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 99])
            order.fee = random.element(of: [nil, .zero, SampleTill.fee, SampleTill.fee, Fen(1)])
            order.consumed = random.element(of: [nil, .zero, Fen(1)])
            order.releasedByItself = random.element(of: [nil, .zero, Fen(1)])
            return .answered(verdict, order)
        }
    }

    private static func shows(_ answer: Answer, fee: Fen?, _ fits: (FreezeOrder) -> Bool) -> Bool {
        guard case .answered(let statement) = answer, let order = statement.subject else { return false }
        return statement.verdict.status == 0 && order.fee == fee && fits(order)
    }

    private static func mayRefuse(_ answer: Answer, _ sending: Meaning.Sending, _ reason: Reason) -> Bool {
        guard case .answered(let statement) = answer else { return false }
        let (verdict, order) = (statement.verdict, statement.subject)
        let fits = order?.fee == nil || order?.fee == .zero || order?.fee == SampleTill.fee
        switch verdict.status {
        case 0: return fits && order?.isTransforming == false && [3, 4, 6].contains(order?.tradeState)
        case 101: return sending == .queryAfterCallerWrong && reason == .callerWrong(verdict)
        case 102: return fits && sending == .first && order?.tradeState == nil
        case 104: return fits && sending == .first && order?.tradeState == nil && verdict.internalStatus != 407
        default: return false
        }
    }
}
