import PayEngine
import Testing

@testable import PosTUI

struct HealthCheckTests {
    private let up = GatewayHealth.up(base: "b", clockOffset: 0)

    @Test func itAsksEveryTwoMinutesInTroubleEveryFewSecondsAndNeverTwiceAtOnce() {
        var check = HealthCheck()
        let found1 = check.begins(at: 0, health: .unasked)
        #expect(found1)
        let found2 = check.begins(at: 999_999, health: .unasked)
        #expect(!found2)
        check.answered(at: 1000)
        let found3 = check.begins(at: 110_999, health: up)
        #expect(!found3)
        let found4 = check.begins(at: 111_000, health: up)
        #expect(found4)
        check.answered(at: 111_500)
        let found5 = check.begins(at: 126_500, health: .down)
        #expect(found5)
        check.answered(at: 126_600)
        let found6 = check.beginsBeforeScan(at: 127_000)
        #expect(!found6)
        let found7 = check.beginsBeforeScan(at: 156_600)
        #expect(found7)
    }

    @Test func theClockAsksThroughTheTill() {
        var till = TestTill()
        till.pass(milliseconds: 109_000)
        #expect(till.effects.isEmpty)
        till.pass(milliseconds: 2000)
        till.pass(milliseconds: 200_000)
        #expect(till.effects == [.checkHealth])
    }

    @Test func aLostConnectionIsOpenedAgainAtOnceButNotOverAndOver() {
        var check = HealthCheck()
        let begun = [check.begins(at: 0, health: .unasked), check.beginsForLoss(at: 9999)]
        #expect(begun == [true, false], "one is under way")
        // It closes before the till knows that it answered.
        check.connectionLost()
        check.answered(at: 10_000)
        let soon = [check.beginsForLoss(at: 11_999), check.beginsBeforeScan(at: 11_999)]
        #expect(soon == [false, false])
        let later = check.beginsForLoss(at: 12_000)
        #expect(later)
        check.answered(at: 12_100)
        let open = [check.beginsForLoss(at: 100_000), check.beginsBeforeScan(at: 42_099)]
        #expect(open == [false, false], "it is open again")
    }

    @Test(arguments: [Key.character("1"), .function(2)])
    func theFirstKeyOfAnAmountMakesTheConnectionReady(key: Key) {
        var till = TestTill()
        till.press(key)
        #expect(till.effects.isEmpty, "it was used a moment ago")
        till.press(.escape)
        till.hear(.connectionLost)
        #expect(till.effects.isEmpty, "nobody needs it at home")
        till.pass(milliseconds: 2000)
        till.press(key)
        #expect(till.effects == [.checkHealth])
    }

    @Test func aLostConnectionIsOpenedAgainWhileAnAmountIsEnteredOrACodeAwaited() {
        var till = TestTill()
        till.press(.function(2), .character("1"))
        for _ in 0..<3 {
            till.pass(milliseconds: 8000)
            till.clearEffects()
            till.hear(.connectionLost)
            #expect(till.effects == [.checkHealth])
            till.hear(.health(up))
        }
        till.press(.enter)
        till.clearEffects()
        // Long after the last check, the scan itself asks for nothing that it would have to wait for.
        till.pass(milliseconds: 60_000)
        till.scan(Sample.weChatCode)
        #expect(!till.effects.contains(.checkHealth))
        #expect(till.freezes.count == 1)
    }

    @Test func withNobodyAtTheTillItStaysClosedUntilTheNextKey() {
        var till = TestTill()
        till.press(.function(2), .character("1"), .enter)
        till.pass(milliseconds: HealthCheck.attended)
        till.hear(.health(up))
        till.clearEffects()
        till.pass(milliseconds: 8000)
        till.hear(.connectionLost)
        till.pass(milliseconds: 1000)
        #expect(till.effects.isEmpty)
        till.press(.up)
        #expect(till.effects == [.checkHealth])
    }
}
