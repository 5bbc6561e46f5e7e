import PayEngine
import Testing

@testable import PosTUI

struct QuitTests {
    @Test(
        arguments: [Key.function(10), .control("x")])
    func leavingAsksWithNothingUnderWayTooAndTheSameKeyAgainLeaves(key: Key) {
        var till = TestTill()
        till.press(key)
        #expect(till.effects.isEmpty && till.state.isQuitting)
        #expect(till.text.contains("再按一次 F10 退出"))
        till.press(key)
        #expect(till.effects == [.quit])
    }

    @Test(
        arguments: [
            Key.escape, .enter, .tab, .character("y"), .function(9), .function(1), .control("c"), .backspace, .up,
        ])
    func anyOtherKeyStays(key: Key) {
        var till = TestTill()
        till.send()
        till.tell(.started(Sample.deposit(.unknown)))
        till.clearEffects()
        till.press(.function(10))
        #expect(till.state.isQuitting)
        till.press(key)
        #expect(!till.state.isQuitting && till.effects.isEmpty)
        #expect(till.state.screen.context == .progress)
    }

    @Test func whatBeginsAnAmountStaysAndIsTypedLestTheRestOfItBeAnotherOne() {
        var till = TestTill()
        till.press(.function(10))
        till.type("88")
        till.press(.enter)
        #expect(till.armed == Fen(8800))
    }

    @Test func f2StaysAndBeginsADeposit() {
        var till = TestTill()
        till.press(.function(10), .function(2))
        #expect(till.state.context == .amount)
    }

    @Test(arguments: "cqszb]l\\^_adgijkmrvwy")
    func ctrlCCtrlQCtrlSCtrlZSTXETXAndTheLikeDoNothing(letter: Character) {
        var till = TestTill()
        till.type("200")
        let typed = till.state.screen
        till.press(.control(letter))
        #expect(till.state.screen == typed)
        till.press(.enter, .control(letter))
        #expect(till.armed == Fen(20000) && till.effects.isEmpty && !till.state.isQuitting)
    }

    @Test func aScanOverTheQuestionIsRefusedAndDoesNotAnswerIt() {
        for code in [Sample.weChatCode, Sample.number, "4711"] {
            var till = TestTill()
            till.press(.function(10))
            till.scan(code)
            #expect(till.effects.isEmpty)
            #expect(till.state.isQuitting && till.state.note == .scanIgnored)
        }
    }

    @Test func aScanOnTheHeelsOfTheKeyThatLeavesIsDropped() {
        var till = TestTill()
        till.press(.function(10))
        till.pass(milliseconds: 400)
        till.hear(.key(.function(10)))
        for character in Sample.weChatCode { till.hear(.key(.character(character))) }
        till.hear(.key(.enter))
        #expect(till.state.isQuitting && till.effects.isEmpty)
        till.pass(milliseconds: 100)
        #expect(till.effects == [.quit])
    }

    @Test func aResultThatComesMeanwhileTakesTheQuestionAway() {
        var till = TestTill()
        till.send()
        till.press(.function(10))
        till.tell(.settled(Sample.deposit(.done)))
        #expect(!till.state.isQuitting)
        #expect(till.state.screen.context == .result)
    }

    @Test func inAWindowThatIsTooSmallItAsksInTheOneLineThereIs() {
        var till = TestTill()
        till.hear(.resized(Size(width: 40, height: 10)))
        till.press(.function(10))
        #expect(till.effects.isEmpty && till.text.contains("F10"))
        till.press(.enter)
        #expect(!till.state.isQuitting)
        till.press(.function(10), .function(10))
        #expect(till.effects == [.quit])
    }
}
