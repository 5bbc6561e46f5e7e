import PayEngine
import Testing

@testable import PosTUI

struct QuitTests {
    @Test(
        "With nothing under way the till is left at once", arguments: [Key.function(10), .control("q"), .control("c")])
    func atOnce(key: Key) {
        var till = TestTill()
        till.press(key)
        #expect(till.effects == [.quit])
    }

    @Test("While a freeze is under way it asks, and no scanner can answer")
    func asks() {
        var till = TestTill()
        till.send()
        till.tell(.started(Sample.deposit(.unknown)))
        till.clearEffects()
        till.press(.function(10), .enter, .tab, .function(10), .control("q"))
        till.scan(Sample.weChatCode)
        till.scan(Sample.number)
        till.type("yY")
        #expect(till.effects.isEmpty)
        #expect(till.state.isQuitting)
        till.press(.escape)
        #expect(!till.state.isQuitting)
        #expect(till.state.screen.context == .progress)
        till.press(.function(10), .function(9))
        #expect(till.effects == [.quit])
    }

    @Test("A freeze in the background counts, too")
    func background() {
        var till = TestTill()
        till.send()
        till.tell(.started(Sample.deposit(.unknown)))
        till.press(.function(2))
        till.clearEffects()
        till.press(.function(10))
        #expect(till.state.isQuitting)
        #expect(till.effects.isEmpty)
    }

    @Test("Leaving works in a terminal that is too small")
    func tooSmall() {
        var till = TestTill()
        till.hear(.resized(Size(width: 40, height: 10)))
        till.press(.function(10))
        #expect(till.effects == [.quit])
    }
}
