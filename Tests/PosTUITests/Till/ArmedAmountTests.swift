import PayEngine
import Testing

@testable import PosTUI

/// How long an amount stays armed, and how the next one begins.
struct ArmedAmountTests {
    private func armed(_ amount: String = "200", asksReference: Bool = false) -> TestTill {
        var till = TestTill(asksReference: asksReference)
        till.type(amount)
        till.press(.enter)
        if asksReference { till.press(.enter) }
        return till
    }

    @Test func goingBackToAnAmountSelectsItTheFirstDigitTakesItsPlace() {
        for asksReference in [false, true] {
            var till = armed("20", asksReference: asksReference)
            till.press(.escape)
            if asksReference { till.press(.escape) }
            #expect(till.text.contains("20"))
            till.type("30")
            till.press(.enter)
            if asksReference { till.press(.enter) }
            #expect(till.armed == Fen(3000))
            till.press(.escape)
            if asksReference { till.press(.escape) }
            till.press(.enter)
            if asksReference { till.press(.enter) }
            #expect(till.armed == Fen(3000), "as it was, where nothing is typed")
        }
        var till = armed("20")
        till.press(.escape, .backspace)
        till.type("5")
        till.press(.enter)
        #expect(till.armed == Fen(500), "Backspace empties what is selected")
    }

    @Test func anArmedAmountIsPutAwayTwoMinutesAfterTheLastKeyAndThatIsSaid() {
        for asksReference in [false, true] {
            var till = armed(asksReference: asksReference)
            till.pass(milliseconds: 119_999)
            #expect(till.armed == Fen(20000))
            till.pass(milliseconds: 1)
            #expect(till.armed == nil)
            #expect(till.words.contains("120"))
            till.scan(Sample.weChatCode)
            #expect(till.freezes.isEmpty)
            till.pass(milliseconds: 2000)
            till.press(.enter)
            #expect(till.armed == nil)
        }
    }

    @Test func neitherDoesItWaitInTheFieldNorBelowAnotherScreen() {
        var till = TestTill()
        till.type("200")
        till.pass(milliseconds: 120_000)
        till.press(.enter)
        #expect(till.armed == nil)
        for key in [Key.function(1), .function(3), .function(4)] {
            var till = armed()
            till.press(key)
            till.pass(milliseconds: 120_000)
            till.press(.escape)
            #expect(till.armed == nil, "\(key)")
            till.press(.enter)
            #expect(till.armed == nil, "\(key)")
        }
    }

    @Test func aKeyBeginsTheTwoMinutesAnew() {
        var till = armed()
        till.pass(milliseconds: 100_000)
        till.press(.up)
        till.pass(milliseconds: 100_000)
        #expect(till.armed == Fen(20000))
    }

    @Test func theNextClerkBeginsWithF2WhatWasArmedIsGone() {
        for asksReference in [false, true] {
            for steps in 0..<4 {
                var till = TestTill(asksReference: asksReference)
                if steps > 0 { till.type("200") }
                if steps > 1 { till.press(.enter) }
                if steps > 2, asksReference { till.press(.enter) }
                till.press(.function(2))
                till.type("50")
                till.press(.enter)
                if asksReference { till.press(.enter) }
                till.scan(Sample.weChatCode)
                #expect(till.freezes.map(\.request.amount) == [Fen(5000)])
            }
        }
    }

    @Test func f2IsNotGuardedByAResultThatHasJustComeUp() {
        for wait: Int64 in [0, 100, 650] {
            var till = TestTill()
            till.send()
            till.tell(.settled(Sample.deposit(.done)))
            till.pass(milliseconds: wait)
            till.hear(.key(.function(2)))
            till.type("50")
            till.press(.enter)
            till.scan("134567890123450000")
            #expect(till.freezes.map(\.request.amount) == [Fen(1250), Fen(5000)])
        }
    }

    @Test func f2IsNeverIgnoredNotWhileAFreezeOrAReleaseIsOnItsWay() {
        var till = TestTill()
        till.send()
        till.press(.function(2))
        #expect(till.state.screen.context == .amount && till.state.backgroundCount == 1)
        var other = TestTill(staff: [])
        other.find(Sample.lookUp())
        other.press(.function(7), .enter)
        other.press(.function(9))
        #expect(other.releases.count == 1)
        other.press(.function(2))
        #expect(other.state.screen.context == .amount && other.state.backgroundCount == 1)
    }
}
