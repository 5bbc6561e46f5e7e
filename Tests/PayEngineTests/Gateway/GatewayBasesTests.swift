import TestSupport
import Testing

@testable import PayEngine

@Suite struct GatewayBasesTests {
    private let all = GatewayBase.published

    @Test func keepsTheOrderOfPreference() {
        #expect(GatewayBases(all).order() == all)
    }

    @Test func aFailureCostsThePlaceUntilAnAnswer() {
        var bases = GatewayBases(all)
        bases.noteFailure(of: all[0], at: .seconds(10))
        #expect(bases.order() == [all[1], all[2], all[3], all[0]])
        bases.noteFailure(of: all[2], at: .seconds(70))
        #expect(bases.order() == [all[1], all[3], all[0], all[2]])
        bases.noteAnswer(of: all[0])
        #expect(bases.order() == [all[0], all[1], all[3], all[2]])
    }

    @Test func asksOncePerPenaltyWhetherABaseIsUpAgain() {
        var bases = GatewayBases(all)
        #expect(bases.takeProbes(at: .seconds(1000)) == [])
        bases.noteFailure(of: all[0], at: .seconds(10))
        bases.noteFailure(of: all[2], at: .seconds(20))
        #expect(bases.takeProbes(at: .milliseconds(69_999)) == [])
        #expect(bases.takeProbes(at: .seconds(70)) == [all[0]])
        #expect(bases.takeProbes(at: .seconds(80)) == [all[2]])
        #expect(bases.order() == [all[1], all[3], all[0], all[2]], "asking brings nothing back")
        #expect(bases.takeProbes(at: .seconds(129)) == [])
        #expect(bases.takeProbes(at: .seconds(140)) == [all[0], all[2]])
        bases.noteAnswer(of: all[2])
        #expect(bases.takeProbes(at: .seconds(999)) == [all[0]])
    }

    @Test func anAnswerEndsThePenalty() {
        var bases = GatewayBases(all)
        bases.noteFailure(of: all[0], at: .seconds(10))
        bases.noteAnswer(of: all[0])
        #expect(bases.order() == all)
        #expect(bases.takeProbes(at: .seconds(999)) == [])
    }

    @Test func allFailedAreTriedAllTheSame() {
        var bases = GatewayBases(all)
        for base in all { bases.noteFailure(of: base, at: .seconds(10)) }
        #expect(bases.order() == all)
    }

    @Test func theWantedOneComesFirstEvenAfterAFailure() {
        var bases = GatewayBases(all)
        bases.noteFailure(of: all[2], at: .seconds(10))
        #expect(bases.order(wanted: all[2]) == [all[2], all[0], all[1], all[3]])
        #expect(bases.order(wanted: all[1]) == [all[1], all[0], all[3], all[2]])
        #expect(bases.order(wanted: SampleTill.first) == [all[0], all[1], all[3], all[2]])
    }

    @Test func everyBaseIsTriedExactlyOnce() {
        let random = SeededRandomSource(41)
        for _ in 0..<500 {
            var bases = GatewayBases(all)
            for _ in 0..<random.below(6) {
                bases.noteFailure(of: random.element(of: all), at: .seconds(random.below(200)))
            }
            let order = bases.order(wanted: random.element(of: all))
            #expect(Set(order) == Set(all) && order.count == all.count)
        }
    }
}
