import PayEngine
import Testing

@testable import PosTUI

struct LookUpScreenTests {
    private func problem(_ till: TestTill) -> Phrase? {
        guard case .lookUp(let screen) = till.state.screen else { return nil }
        return screen.problem
    }

    private func asked(_ till: TestTill) -> (number: String, release: String?, platform: PayPlatform?)? {
        for effect in till.effects.reversed() {
            if case .lookUp(_, let number, let release, let platform) = effect {
                return (number.text, release?.text, platform)
            }
        }
        return nil
    }

    @Test func aNumberIsTypedPastedInGroupsOrScanned() {
        for way in 0..<3 {
            var till = TestTill()
            till.press(.function(3))
            switch way {
            case 0:
                till.type(Sample.number)
                till.press(.enter)
            case 1:
                till.hear(.paste(OrderFacts.grouped(Sample.number, by: 4)))
                #expect(asked(till) == nil, "a paste confirms nothing")
                till.press(.enter)
            default: till.scan(Sample.number)
            }
            #expect(asked(till)?.number == Sample.number)
        }
    }

    @Test func emptyIsRefused() {
        var till = TestTill()
        till.press(.function(3), .enter)
        #expect(problem(till) == .numberMissing)
        #expect(till.effects.isEmpty)
    }

    @Test(arguments: ["302#", "张先生", String(repeating: "7", count: 40)])
    func whatIsNoNumberIsSearchedFor(text: String) throws {
        var till = TestTill()
        till.press(.function(3))
        till.type(text)
        till.press(.enter)
        if ScannedText.mayBePaymentCode(text) {
            #expect(problem(till) == .wrongNumber)
            #expect(till.effects.isEmpty)
        } else {
            guard case .find(_, let filter) = try #require(till.effects.last) else { throw Problem() }
            #expect(filter.number == text && filter.numberMayBeReference)
            till.answer(SearchResults(deposits: []))
            till.press(.escape, .escape)
            #expect(till.state.screen.context == .lookUpEntry)
        }
    }

    private struct Problem: Error {}

    @Test func aWrongReleaseNumberIsRefused() {
        var till = TestTill()
        till.press(.function(3))
        till.scan(Sample.number)
        till.answer(Sample.lookUp())
        till.press(.function(6))
        till.clearEffects()
        till.type("ab#c")
        till.press(.enter)
        #expect(problem(till) == .wrongNumber)
        #expect(till.effects.isEmpty)
    }

    @Test func aPaymentCodeIsDroppedAndNeverShownAtEveryStage() {
        var till = TestTill()
        till.press(.function(3))
        till.type(Sample.weChatCode)
        #expect(!till.text.contains(Sample.weChatCode))
        till.press(.enter)
        #expect(problem(till) == .codeIsNoNumber)
        till.scan(Sample.number)
        till.answer(Sample.lookUp())
        till.clearEffects()
        till.scan(Sample.weChatCode)
        #expect(till.state.note == .codeIsNoNumber)
        #expect(till.text.contains("可退"), "the order stays on the screen")
        till.press(.function(6))
        till.scan(Sample.weChatCode)
        #expect(problem(till) == .codeIsNoNumber)
        #expect(till.effects.isEmpty)
    }

    @Test func aRemarkThatDoesNotFitBesideAReleaseStandsBelowIt() {
        var till = TestTill(size: Size(width: 80, height: 60))
        till.press(.function(3))
        till.scan(Sample.number)
        var found = Sample.lookUp()
        found.releases[0].remark = String(repeating: "早离店，", count: 20)
        found.logID = 3_804_805_851
        till.answer(found)
        let report = till.frame.lines.dropLast().joined()
        #expect(report.filter { $0 == "离" }.count == 20)
        #expect(till.text.contains("log_id 3804805851"))
    }

    @Test func totalsReleasesAndTheJournalsStoryAreShown() {
        var till = TestTill(size: Size(width: 80, height: 60))
        till.press(.function(3))
        till.scan(Sample.number)
        till.answer(Sample.lookUp())
        for words in [
            "冻结 100.00", "消费 0.00", "解冻 30.00", "可退 70.00", "早退房", "0001/824", "已解冻", "未解冻", "302 张先生", "等待用户输入密码",
        ] {
            #expect(till.text.contains(words), "\(words) is missing")
        }
    }

    @Test func whatComesFromTheJournalAloneIsSaidLoudly() {
        var till = TestTill(.english)
        till.press(.function(3))
        till.scan(Sample.number)
        var found = LookUp(number: Sample.number, source: .journal)
        found.local = Sample.deposit(.done)
        found.outcome = .done
        found.orderProblem = .gatewayDown("connection refused")
        till.answer(found)
        #expect(till.text.contains("THIS TILL'S JOURNAL ONLY"))
        #expect(till.text.contains("The gateway is down"))
        #expect(!till.text.contains("Left"))
    }

    @Test func thePlatformIsAskedForAnOrderOfAnotherTill() {
        var till = TestTill()
        till.press(.function(3))
        till.scan(Sample.number)
        var found = LookUp(number: Sample.number, source: .gateway)
        found.orderProblem = .platformNeeded
        till.answer(found)
        till.press(.character("x"), .enter)
        #expect(till.effects.count { if case .lookUp = $0 { true } else { false } } == 1)
        till.press(.character("a"))
        #expect(asked(till)?.platform == .alipay)
        till.answer(found)
        till.press(.character("W"))
        #expect(asked(till)?.platform == .wechat)
    }

    @Test func aReleaseNumberNarrowsItAnEmptyOneWidensItAgain() {
        var till = TestTill()
        till.press(.function(3))
        till.scan(Sample.number)
        till.answer(Sample.lookUp())
        till.press(.function(6))
        till.type("r-1")
        till.press(.enter)
        #expect(asked(till)?.release == "r-1")
        till.answer(Sample.lookUp())
        #expect(till.text.contains("只看解冻单号 r-1"))
        till.press(.function(6), .escape)
        #expect(till.text.contains("可退"))
        till.press(.function(6), .enter)
        #expect(asked(till)?.release == nil)
    }

    @Test func anAnswerToAnOlderQuestionIsNotShown() throws {
        var till = TestTill()
        till.press(.function(3))
        till.scan(Sample.number)
        guard case .lookUp(let first, _, _, _) = try #require(till.effects.last) else {
            Issue.record("another screen or effect")
            return
        }
        till.press(.function(3))
        till.scan("sz010002cz1795238741004200000002")
        till.hear(.lookedUp(first, Sample.lookUp()))
        #expect(!till.text.contains("可退"))
    }

    @Test func anAnswerThatComesUnderTheHelpIsThereAfterwards() {
        var till = TestTill()
        till.press(.function(3))
        till.scan(Sample.number)
        till.press(.function(1))
        till.answer(Sample.lookUp())
        till.press(.escape)
        #expect(till.text.contains("可退"))
    }

    @Test func itScrollsFromEndToEndAndNoFurther() {
        var till = TestTill()
        till.press(.function(3))
        till.scan(Sample.number)
        till.answer(Sample.lookUp())
        for _ in 0..<50 { till.press(.down) }
        let end = till.text
        till.press(.pageDown)
        #expect(
            till.frame.lines[2...20]
                == end.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[2...20])
        for _ in 0..<50 { till.press(.up) }
        #expect(till.text.contains("可退"))
        till.press(.end, .home, .pageDown, .pageUp)
        #expect(till.text.contains("可退"))
    }

    @Test func stringsOfTheGatewayCannotMoveTheCursor() {
        var till = TestTill(size: Size(width: 80, height: 70))
        till.press(.function(3))
        till.scan(Sample.number)
        var found = Sample.lookUp()
        found.order?.remark = "\u{1B}[2J\u{202E}evil\r\n"
        found.order?.body = String(repeating: "长", count: 500)
        found.releases[0].remark = "\u{9B}31m\u{200B}x\u{7}"
        found.releases[0].staffID = "\u{2066}\u{1B}]0;x\u{7}"
        till.answer(found)
        #expect(
            !till.text.unicodeScalars.contains {
                ["\u{1B}", "\u{202E}", "\u{9B}", "\u{200B}", "\u{7}", "\u{2066}", "\r"].contains($0)
            })
    }

    @Test func aJournalThatIsNotWhereItWasDoesNotSayThatItHasNoSuchOrder() {
        for doubt in [JournalDoubt.moved(.folder), .unreadable("x"), .incomplete] {
            var till = TestTill(.english)
            var found = LookUp(number: Sample.number, source: .journal)
            found.orderProblem = .notThere
            found.doubt = doubt
            till.find(found)
            #expect(!till.text.contains(Phrase.notInJournal.english))
            #expect(till.words.contains(Phrase.lookUpDoubt(doubt).english))
        }
    }
}
