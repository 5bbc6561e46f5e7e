import Testing

@testable import PayEngine
@testable import PosTUI

struct HeldScreenTests {
    private static let day: Int64 = 24 * 60

    /// The board of deposits that were frozen so many days ago.
    private func board(_ days: [Int64], _ language: TillConfiguration.Language = .english) -> TestTill {
        var till = TestTill(language)
        till.press(.function(6))
        till.hear(.held(Self.deposits(days)))
        return till
    }

    static func deposits(_ days: [Int64]) -> [Deposit] {
        days.enumerated().map { index, age in
            Sample.deposit(
                .done, .held, number: "sz010002cz17952387410042000000" + (index < 10 ? "0\(index)" : "\(index)"),
                fee: 1250 + Int64(index), platform: index % 2 == 0 ? .wechat : .alipay,
                reference: index == 0 ? "302 张先生" : nil, minutesAgo: age * day)
        }
    }

    @Test func fromHomeByF6AndByCtrlEFromElsewhere() {
        for keys in [
            [Key.function(6)], [.control("e")], [.function(3), .control("e")], [.function(4), .control("e")],
        ] {
            var till = TestTill()
            for key in keys { till.press(key) }
            #expect(till.effects.last == .loadHeld)
            #expect(till.state.screen.context == .held)
            #expect(till.text.contains(Phrase.heldLoading.chinese))
            till.press(.escape)
            #expect(
                till.state.screen.context
                    == (keys.count == 1 ? .home : keys[0] == .function(3) ? .lookUpEntry : .openQuestions))
        }
    }

    @Test func daysLeftWarnedFromThreeOnAndWhatMayBeOver() throws {
        let till = board([40, 30, 29, 27, 26])
        let frame = till.frame
        let expected: [(String, Role)] = [
            ("maybe over", .selected), ("! maybe over", .error), ("! 1 day", .warning), ("! 3 days", .warning),
            ("  4 days", .text),
        ]
        for (row, (words, role)) in expected.enumerated() {
            let y = 5 + row
            #expect(frame.lines[y].contains(words), "\(frame.lines[y])")
            #expect(frame[2 + 4 + 11 + 12 + 12 + 12, y].role == role, "line \(row)")
        }
        #expect(till.text.contains(Phrase.heldPerhapsReleased.english))
        #expect(till.text.contains(Phrase.heldTotal(5, Fen(5 * 1250 + 10)).english))
    }

    @Test func daysGoByTheGatewaysClockOnceAPingWasAnswered() {
        var till = board([26])
        #expect(till.text.contains("  4 days"))
        let wall = till.state.now.wall
        till.hear(.gatewayTime(GatewayTime(now: wall, isSure: false)))
        #expect(till.text.contains("  about 4 days"))
        till.hear(.health(.up(base: "b", clockOffset: 2 * 86_400)))
        #expect(till.text.contains("! 2 days"))
        till.hear(.health(.up(base: "b", clockOffset: -400 * 86_400)))
        #expect(till.text.contains("  30 days"))
    }

    @Test func eachPlatformHasItsOwnDays() {
        var till = board([5, 5])
        till.hear(.held(Self.deposits([5, 5])))
        var state = till.state
        state.settings.holdDays[.alipay] = 7
        let lines = view(state).lines
        #expect(lines[5].contains("  25 days") && lines[6].contains("! 2 days"))
    }

    @Test func whatIsLeftCountsNotWhatWasFrozen() {
        var till = TestTill(.english)
        till.press(.function(6))
        var deposit = Sample.deposit(.done, .held, fee: 10000, reference: "302")
        deposit.totals = DepositTotals(
            frozen: Fen(10000), consumed: Fen(2500), releasedByHand: .zero, releasedByItself: .zero)
        till.hear(.held([deposit]))
        #expect(till.frame.lines[5].contains(" 75.00 ") && till.frame.lines[5].contains("302"))
        #expect(till.text.contains(Phrase.heldTotal(1, Fen(7500)).english))
    }

    @Test func enterLooksTheSelectedOneUpAScannedNumberAny() {
        var till = board([3, 2, 1])
        till.press(.down, .enter)
        guard case .lookUp(_, let number, _, _)? = till.effects.last else {
            Issue.record("\(till.effects)")
            return
        }
        #expect(number.text.hasSuffix("01"))
        // What was settled meanwhile is read again, below the look-up, too.
        till.clearEffects()
        till.answer(Sample.lookUp())
        till.press(.escape)
        #expect(till.state.screen.context == .held)
        till.clearEffects()
        till.scan(Sample.number)
        guard case .lookUp? = till.effects.first else {
            Issue.record("\(till.effects)")
            return
        }
        till.clearEffects()
        till.answer(Sample.lookUp())
    }

    @Test func anAnswerAboutAnOrderHasTheListBelowReadAgainNewsToo() {
        var till = board([3, 2, 1])
        till.press(.enter)
        till.clearEffects()
        guard case .lookUp(let screen) = till.state.screen, case .asking(let id, _) = screen.stage else {
            Issue.record("another screen or effect")
            return
        }
        till.hear(.lookedUp(id, Sample.lookUp()))
        #expect(till.effects.contains(.loadHeld))
        till.clearEffects()
        till.hear(.news(Sample.order(.done)))
        #expect(till.effects.contains(.loadHeld))
        till.press(.escape, .escape)
        till.clearEffects()
        till.hear(.news(Sample.order(.done)))
        #expect(!till.effects.contains(.loadHeld))
    }

    @Test func listsLongerThanTheScreenScrollAndTheMarkStaysOnItsDeposit() {
        var till = board(Array((1...40).reversed()))
        till.press(.end)
        #expect(till.frame.lines.contains { $0.hasPrefix("    > 0000 0039") })
        till.press(.up, .pageUp, .pageUp)
        let marked = till.frame.lines.first { $0.hasPrefix("    > ") }
        let rest = Array(Self.deposits(Array((1...40).reversed())).dropFirst(3))
        till.hear(.held(rest))
        #expect(till.frame.lines.first { $0.hasPrefix("    > ") } == marked)
        till.hear(.held([]))
        #expect(till.text.contains(Phrase.heldNone.english))
        till.press(.enter, .down, .pageDown, .end)
        till.hear(.held(rest))
        #expect(till.frame.lines.contains { $0.hasPrefix("    > ") })
    }

    @Test func f5ReadsItAgain() {
        var till = board([1])
        till.clearEffects()
        till.press(.function(5))
        #expect(till.effects == [.loadHeld])
    }
}
