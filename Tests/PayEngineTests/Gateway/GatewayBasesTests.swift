import Testing

@testable import PayEngine

@Suite struct GatewayBasesTests {
    private let all = GatewayBase.published

    @Test func keepsTheOrderOfPreference() {
        #expect(GatewayBases(all).order(at: .seconds(5)) == all)
    }

    @Test func aFailureCostsAMinuteAtTheEnd() {
        var bases = GatewayBases(all)
        bases.noteFailure(of: all[0], at: .seconds(10))
        #expect(bases.order(at: .seconds(10)) == [all[1], all[2], all[3], all[0]])
        #expect(bases.order(at: .milliseconds(69_999)) == [all[1], all[2], all[3], all[0]])
        #expect(bases.order(at: .seconds(70)) == all)
        bases.noteFailure(of: all[2], at: .seconds(70))
        #expect(bases.order(at: .seconds(71)) == [all[0], all[1], all[3], all[2]])
    }

    @Test func anAnswerEndsThePenalty() {
        var bases = GatewayBases(all)
        bases.noteFailure(of: all[0], at: .seconds(10))
        bases.noteAnswer(of: all[0])
        #expect(bases.order(at: .seconds(11)) == all)
    }

    @Test func allFailedAreTriedAllTheSame() {
        var bases = GatewayBases(all)
        for base in all { bases.noteFailure(of: base, at: .seconds(10)) }
        #expect(bases.order(at: .seconds(11)) == all)
    }

    @Test func theWantedOneComesFirstEvenAfterAFailure() {
        var bases = GatewayBases(all)
        bases.noteFailure(of: all[2], at: .seconds(10))
        #expect(bases.order(at: .seconds(11), wanted: all[2]) == [all[2], all[0], all[1], all[3]])
        #expect(bases.order(at: .seconds(11), wanted: all[1]) == [all[1], all[0], all[3], all[2]])
        #expect(bases.order(at: .seconds(11), wanted: SampleTill.first) == [all[0], all[1], all[3], all[2]])
    }

    @Test func everyBaseIsTriedExactlyOnce() {
        let random = SeededRandom(41)
        for _ in 0..<500 {
            var bases = GatewayBases(all)
            for _ in 0..<random.below(6) {
                bases.noteFailure(of: random.element(of: all), at: .seconds(random.below(200)))
            }
            let order = bases.order(at: .seconds(random.below(300)), wanted: random.element(of: all))
            #expect(Set(order) == Set(all) && order.count == all.count)
        }
    }
}
