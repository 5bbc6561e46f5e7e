import PayEngine
import Testing

@testable import PosTUI

struct QuitTests {
    @Test(
        "Leaving asks, with nothing under way, too, and the same key again leaves",
        arguments: [Key.function(10), .control("x")])
    func asks(key: Key) {
        var till = TestTill()
        till.press(key)
        #expect(till.effects.isEmpty && till.state.isQuitting)
        #expect(till.text.contains("再按一次 F10 退出"))
        till.press(key)
        #expect(till.effects == [.quit])
    }

    @Test(
        "Any other key stays",
        arguments: [
            Key.escape, .enter, .tab, .character("y"), .function(9), .function(1), .control("c"), .backspace, .up,
        ])
    func stays(key: Key) {
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

    @Test("What begins an amount stays and is typed, lest the rest of it be another one")
    func digits() {
        var till = TestTill()
        till.press(.function(10))
        till.type("88")
        till.press(.enter)
        #expect(till.armed == Fen(8800))
    }

    @Test("F2 stays and begins a deposit")
    func newDeposit() {
        var till = TestTill()
        till.press(.function(10), .function(2))
        #expect(till.state.context == .amount)
    }

    @Test("Ctrl-C, Ctrl-Q, Ctrl-S, Ctrl-Z, STX, ETX and the like do nothing", arguments: "cqszb]l\\^_adgijkmrvwy")
    func controls(letter: Character) {
        var till = TestTill()
        till.type("200")
        let typed = till.state.screen
        till.press(.control(letter))
        #expect(till.state.screen == typed)
        till.press(.enter, .control(letter))
        #expect(till.armed == Fen(20000) && till.effects.isEmpty && !till.state.isQuitting)
    }

    @Test("A scan over the question is refused, and does not answer it")
    func scan() {
        for code in [Sample.weChatCode, Sample.number, "4711"] {
            var till = TestTill()
            till.press(.function(10))
            till.scan(code)
            #expect(till.effects.isEmpty)
            #expect(till.state.isQuitting && till.state.note == .scanIgnored)
        }
    }

    @Test("A scan on the heels of the key that leaves is dropped")
    func scanOnItsHeels() {
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

    @Test("A result that comes meanwhile takes the question away")
    func answered() {
        var till = TestTill()
        till.send()
        till.press(.function(10))
        till.tell(.settled(Sample.deposit(.done)))
        #expect(!till.state.isQuitting)
        #expect(till.state.screen.context == .result)
    }

    @Test("In a window that is too small it asks in the one line there is")
    func small() {
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
