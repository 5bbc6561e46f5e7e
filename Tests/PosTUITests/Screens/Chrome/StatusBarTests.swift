import PayEngine
import Testing

@testable import PosTUI

struct StatusBarTests {
    private func bar(_ health: GatewayHealth, open: Int = 0) -> String {
        var till = TestTill(.english)
        till.hear(.health(health))
        till.hear(.openQuestions((0..<open).map { Sample.order(.unknown, number: "number-\($0)") }))
        return till.frame.lines[22]
    }

    @Test func theBarTellsHowTheGatewayIs() {
        #expect(bar(.unasked).contains("Gateway not asked"))
        #expect(bar(.up(base: "b", clockOffset: nil)).contains("Gateway up"))
        #expect(bar(.slow(base: "b", milliseconds: 1700, clockOffset: 0)).contains("Gateway slow 1700 ms"))
        #expect(bar(.down, open: 3).contains("Gateway DOWN  Unresolved 3"))
    }

    @Test(
        arguments: [(30, false), (-30, false), (31, true), (-31, true)])
    func aClockThatIsOffByMoreThan30SIsTold(offset: Int64, isTold: Bool) {
        #expect(
            bar(.up(base: "b", clockOffset: offset)).contains("Clock 31 s \(offset < 0 ? "fast" : "slow")") == isTold)
    }

    @Test func theClockIsToldBesideTheOpenQuestionsInBothLanguages() {
        for (language, words) in [(.english, "Clock 3600 s fast"), (.chinese, "时钟快 3600 秒")]
            as [(TillConfiguration.Language, String)]
        {
            var till = TestTill(language)
            till.hear(.health(.slow(base: "b", milliseconds: 2300, clockOffset: -3600)))
            till.hear(.openQuestions([Sample.order(.unknown)]))
            #expect(till.frame.lines[22].contains(words))
        }
    }

    @Test func homeTellsWhichBaseAnswersAndHowTheClocksStandInBothLanguages() {
        for (offset, chinese, english) in [
            (0, "本机时钟一致", "this till's clock agrees"), (7, "本机时钟慢 7 秒", "this till's clock is 7 s slow"),
            (-61, "本机时钟快 61 秒", "this till's clock is 61 s fast"),
        ] as [(Int64, String, String)] {
            for (language, words) in [(.chinese, chinese), (.english, english)]
                as [(TillConfiguration.Language, String)]
            {
                var till = TestTill(language)
                till.hear(.health(.up(base: "https://sh.pay.qcloud.com", clockOffset: offset)))
                #expect(till.text.contains("https://sh.pay.qcloud.com"))
                #expect(till.text.contains(words))
            }
        }
    }

    @Test func tillAndTime() {
        let bar = bar(.unasked)
        #expect(bar.contains("Till 824  小李 (1206)"))
        #expect(bar.hasSuffix("14:03:22"))
    }

    @Test func aSandboxIsToldOnEveryScreen() {
        var till = TestTill(sandbox: true)
        for key in [Key.function(2), .function(3), .function(4), .function(1), .escape] {
            #expect(till.frame.lines[0].contains("沙箱 SANDBOX"))
            till.press(key)
        }
        till.send()
        #expect(till.frame.lines[0].contains("沙箱 SANDBOX"))
        till.tell(.settled(Sample.deposit(.done)))
        #expect(till.frame.lines[0].contains("沙箱 SANDBOX"))
        #expect(!TestTill().text.contains("SANDBOX"))
    }
}
