import TestSupport
import Testing

@testable import PayEngine

@Suite struct OrderStateMachineWalkTests {
    private static let start = Duration.seconds(500)

    /// Random answers at random times: the rules of sending again hold on every way.
    @Test func noWalkSendsAgainAgainstTheRules() {
        let random = SeededRandomSource(31)
        var resends = 0
        for _ in 0..<3000 {
            resends += walk(random)
        }
        #expect(resends > 100, "the walks do come by there")
    }

    private func walk(_ random: SeededRandomSource) -> Int {
        var process = OrderStateMachine(askedAt: Self.start, interval: .milliseconds(2500))
        var now = Self.start + .milliseconds(random.below(30_000))
        process.noteFirstSending(to: SampleTill.first, at: now)
        var lastSending = now
        var resends = 0
        var wasShown = false
        var isContested = false
        for turn in 0..<60 {
            now += .milliseconds(random.below(8000))
            let meaning = turn == 0 && random.flag() ? Self.firstMeaning(random) : Self.meaning(random)
            let base = random.below(4) > 0 ? SampleTill.first : random.element(of: [SampleTill.second, nil])
            let isOurs = random.below(3) == 0
            let step = process.apply(meaning, from: base, isOurCode: isOurs, at: now)
            if turn == 0, case .unknown(.numberUsedBefore, _) = meaning { isContested = true }
            #expect((step.next == .done) == (step.change?.outcome.isSettled == true))
            if case .ask(let pause) = step.next { #expect(pause >= .zero && pause <= .seconds(3)) }
            if isContested, !isOurs { #expect(step.change?.outcome != .done && step.change?.outcome != .over) }
            if step.change?.outcome == .done { #expect(meaning == .done) }
            if step.change?.reason == .neverArrived {
                #expect(meaning == .notThere(byState: true) && now - lastSending >= .seconds(150))
                #expect(base == SampleTill.first)
            }
            switch step.next {
            case .sendAgain:
                #expect(base == SampleTill.first && !wasShown && !isContested && resends < 2)
                #expect(now - lastSending >= .seconds(3) && now - Self.start < .seconds(60))
                resends += 1
                now += .milliseconds(random.below(3000))
                process.noteSendingAgain(at: now)
                lastSending = now
            case .done: return resends
            case .ask: break
            }
            if meaning == .waiting(.customerTyping) || meaning == .unknown(.beingMade, .poll) { wasShown = true }
        }
        return resends
    }

    private static func firstMeaning(_ random: SeededRandomSource) -> Meaning {
        random.element(of: [
            .unknown(.callerWrong(GatewayVerdict(status: 101)), .none),
            .unknown(.numberUsedBefore(GatewayVerdict(status: 104, internalStatus: 407)), .none),
            .unknown(.noAnswer("x"), .none), .notThere(byState: true),
        ])
    }

    private static func meaning(_ random: SeededRandomSource) -> Meaning {
        switch random.below(40) {
        case 0: .done
        case 1: .over
        case 2: .refused(.paymentError)
        case 3...5: .waiting(.customerTyping)
        case 6...8: .unknown(.beingMade, .poll)
        case 9...12: .askAgain(.noAnswer("x"), .poll)
        case 13...15: .askAgain(.gatewayUndecided(GatewayVerdict(status: 103)), .threeSeconds)
        case 16...24: .notThere(byState: false)
        default: .notThere(byState: true)
        }
    }
}
