import Testing

@testable import PayEngine
@testable import PosTUI

struct OpenQuestionsScreenTests {
    private static let second = "sz010002cz1795238741004200000002"

    private func list() -> TestTill {
        var till = TestTill(clerk: Sample.supervisor)
        till.press(.function(4))
        till.hear(
            .openQuestions([
                Sample.order(.unknown, .noAnswer("x")),
                Sample.order(.waiting, .customerTyping, number: Self.second),
            ]))
        till.clearEffects()
        return till
    }

    private func message(_ till: TestTill) -> Phrase? {
        guard case .openQuestions(let screen) = till.state.screen else { return nil }
        return screen.message
    }

    @Test func enterLooksTheSelectedOneUpAndEscComesBackToTheList() throws {
        var till = list()
        till.press(.down, .enter)
        guard case .lookUp(_, let number, nil, nil) = try #require(till.effects.last) else {
            Issue.record("no look-up")
            return
        }
        #expect(number.text == Self.second)
        till.press(.escape)
        #expect(till.state.screen.context == .openQuestions)
    }

    @Test func closingTakesAReasonAndAKeyThatNoScannerSends() {
        var till = list()
        till.press(.function(8))
        till.press(.enter)
        #expect(message(till) == .closingRefusal(.reasonMissing))
        till.type("手机端查过")
        till.press(.enter, .enter, .tab, .lineFeed)
        till.scan(Sample.weChatCode)
        till.scan(Sample.number)
        #expect(till.closings.isEmpty)
        #expect(till.state.screen.context == .closingConfirmation)
        till.press(.function(9))
        #expect(till.closings.map(\.number.text) == [Sample.number])
        #expect(till.closings.map(\.reason) == ["手机端查过"])
        #expect(till.approvers == [Sample.supervisor.id])
        till.press(.function(9), .enter)
        #expect(till.effects.count == 2, "an approval, and what it was for: \(till.effects)")
    }

    /// An open order that was last sent so long ago, of this run of the machine.
    private func sent(_ millisecondsAgo: Int64, _ till: TestTill) -> DepositOrder {
        var deposit = Sample.deposit(.unknown, .noAnswer("x"))
        deposit.freeze.sending = OrderStatus.Sending(
            uptime: .milliseconds(till.state.now.uptime - till.state.now.suspended - millisecondsAgo),
            boot: till.state.settings.journalBoot)
        return DepositOrder(deposit)
    }

    @Test func tooEarlyIsSaidBeforeReasonAndPINAreTypedAndCountsDownByItself() {
        var till = TestTill(clerk: Sample.supervisor)
        till.press(.function(4))
        till.hear(.openQuestions([sent(147_000, till)]))
        till.clearEffects()
        till.hear(.key(.function(8)))
        #expect(message(till) == .closingRefusal(.tooEarly(secondsLeft: 3)))
        #expect(till.state.screen.context == .openQuestions && till.effects.isEmpty)
        till.pass(milliseconds: 1000)
        #expect(message(till) == .closingRefusal(.tooEarly(secondsLeft: 2)))
        till.pass(milliseconds: 1000)
        #expect(message(till) == .closingRefusal(.tooEarly(secondsLeft: 1)))
        // One millisecond before it, and at it: nothing is left to wait for.
        till.pass(milliseconds: 999)
        #expect(message(till) == .closingRefusal(.tooEarly(secondsLeft: 1)))
        var early = till
        early.hear(.key(.function(8)))
        #expect(early.state.screen.context == .openQuestions)
        #expect(message(early) == .closingRefusal(.tooEarly(secondsLeft: 1)))
        till.pass(milliseconds: 1)
        #expect(message(till) == nil)
        till.hear(.key(.function(8)))
        #expect(till.state.screen.context == .closingReason && message(till) == nil)
    }

    /// The journal's lines bear a clock that stands still meanwhile: what passed of it is all that is known.
    @Test func onAMachineThatHasSleptItIsTooEarlyForAsLongAsOnOneThatHasNot() {
        for sleepsBefore in [true, false] {
            var till = TestTill(clerk: Sample.supervisor)
            if sleepsBefore { till.sleep(milliseconds: 3_600_000) }
            till.press(.function(4))
            till.hear(.openQuestions([sent(100_000, till)]))
            if !sleepsBefore { till.sleep(milliseconds: 3_600_000) }
            till.clearEffects()
            till.hear(.key(.function(8)))
            #expect(message(till) == .closingRefusal(.tooEarly(secondsLeft: 50)))
            #expect(till.state.screen.context == .openQuestions && till.effects.isEmpty)
        }
    }

    @Test func anOrderSentAgainWhileItsReasonIsTypedIsTooEarlyAndTheTextStays() {
        var till = TestTill(clerk: Sample.supervisor)
        till.press(.function(4))
        till.hear(.openQuestions([sent(200_000, till)]))
        till.press(.function(8))
        till.type("seen at the phone")
        till.hear(.openQuestions([sent(2000, till)]))
        till.clearEffects()
        till.hear(.key(.enter))
        #expect(message(till) == .closingRefusal(.tooEarly(secondsLeft: 148)))
        #expect(till.state.screen.context == .closingReason && till.text.contains("seen at the phone"))
        for _ in 0..<148 { till.pass(milliseconds: 1000) }
        #expect(message(till) == nil && till.text.contains("seen at the phone"))
        till.hear(.key(.enter))
        #expect(till.state.screen.context == .closingConfirmation)
        #expect(!till.effects.contains { if case .close = $0 { true } else { false } })
    }

    @Test func whatIsTooEarlyCountsDownOverTheTextWhichGoesOnAsItWas() {
        var till = list()
        till.press(.function(8))
        till.type("seen")
        till.press(.enter, .function(9))
        till.hear(.closed(OrderNumber(Sample.number)!, .failure(.tooEarly(secondsLeft: 2))))
        till.pass(milliseconds: 1500)
        #expect(message(till) == .closingRefusal(.tooEarly(secondsLeft: 1)))
        till.pass(milliseconds: 500)
        #expect(message(till) == nil && till.text.contains("seen"))
        till.press(.enter, .function(9))
        #expect(till.closings.map(\.reason) == ["seen", "seen"])
        #expect(till.approvers == [Sample.supervisor.id, Sample.supervisor.id])
        #expect(Set(till.usedApprovals).count == 2)
    }

    @Test func aRefusalIsASentence() {
        for refusal in [
            ClosingRefusal.noSuchOrder, .notOpen, .tooEarly(secondsLeft: 9), .approval(.supervisorNeeded),
            .approval(.unknownStaff("7")), .approval(.lapsed),
            .reasonMissing, .reasonTooLong(limit: 90), .settledMeanwhile(Sample.order(.done)), .journal("full"),
            .notFound(.incomplete),
        ] {
            var till = list()
            till.press(.function(8))
            till.type("x")
            till.press(.enter, .function(9))
            till.hear(.closed(OrderNumber(Sample.number)!, .failure(refusal)))
            #expect(message(till) == .closingRefusal(refusal))
            switch refusal {
            case .noSuchOrder, .notOpen, .settledMeanwhile: #expect(till.state.screen.context == .openQuestions)
            case .tooEarly, .approval, .reasonMissing, .reasonTooLong, .journal, .notFound:
                #expect(till.state.screen.context == .closingReason)
                #expect(till.text.contains("x"), "what was typed is not lost")
            }
            #expect(till.effects.last == .loadOpenQuestions)
        }
    }

    @Test func anAnswerThatComesElsewhereIsToldInTheNote() {
        var till = list()
        till.press(.function(8))
        till.type("x")
        till.press(.enter, .function(9), .escape)
        #expect(till.state.screen == .home(HomeScreen()))
        till.hear(.closed(OrderNumber(Sample.number)!, .success(Sample.order(.unknown))))
        #expect(till.state.note == .closedByHand)
    }

    @Test(arguments: [true, false])
    func aPaymentCodeIsNoReason(isQuick: Bool) {
        var till = list()
        till.press(.function(8))
        till.type("查过")
        till.pass(milliseconds: 500)
        if isQuick { till.scan(Sample.weChatCode) } else { till.type(Sample.weChatCode) }
        #expect(!till.text.contains("789012"))
        till.hear(.key(.enter))
        #expect(message(till) == .codeIsNoReason || message(till) == .closingRefusal(.reasonMissing))
        #expect(till.state.screen.context == .closingReason)
    }

    @Test func theMarkStaysOnItsOrderWhenTheListChangesAboveIt() {
        var till = list()
        till.press(.down, .enter)
        till.hear(.openQuestions([Sample.order(.waiting, .customerTyping, number: Self.second)]))
        till.press(.escape, .function(8))
        #expect(till.text.contains(OrderFacts.grouped(Self.second, by: 4)))
        till.press(.escape)
        till.hear(.openQuestions([Sample.order(.unknown), Sample.order(.waiting, number: Self.second)]))
        #expect(till.text.contains("2/2"))
    }

    @Test func theMarkStaysInsideTheList() {
        var till = list()
        till.press(.down, .down, .pageDown, .end)
        till.hear(.openQuestions([Sample.order(.unknown)]))
        #expect(till.text.contains("1/1"))
        till.hear(.openQuestions([]))
        till.press(.down, .up, .enter, .function(8), .home)
        #expect(till.state.screen.context == .openQuestions)
        #expect(till.effects.isEmpty)
    }

    @Test func aLongListScrollsWithTheMark() {
        var till = TestTill()
        till.press(.function(4))
        till.hear(
            .openQuestions(
                (0..<40).map { Sample.order(.unknown, number: "sz010002cz17952387410042\(10_000_000 + $0)") }))
        till.press(.end)
        #expect(till.text.contains("40/40"))
        #expect(till.frame.lines.contains { $0.hasPrefix("    >") })
        till.press(.pageUp, .pageUp)
        #expect(till.frame.lines.contains { $0.hasPrefix("    >") })
    }
}
