import Testing

@testable import PayEngine
@testable import PosTUI

struct FindScreenTests {
    private func form(_ language: TillConfiguration.Language = .english) -> TestTill {
        var till = TestTill(language)
        till.press(.function(7))
        return till
    }

    private func asked(_ till: TestTill) -> JournalFilter? {
        guard case .find(_, let filter)? = till.effects.last else { return nil }
        return filter
    }

    private func problem(_ till: TestTill) -> Phrase? {
        guard case .find(let screen) = till.state.screen else { return nil }
        return screen.problem
    }

    @Test func f7AtHomeAndCtrlFElsewhereOpenItWithWhatWasBeingTyped() {
        for keys in [
            [Key.function(7)], [.control("f")], [.function(4), .control("f")], [.function(6), .control("f")],
        ] {
            var till = TestTill()
            for key in keys { till.press(key) }
            #expect(till.state.screen.context == .findForm)
        }
        var till = TestTill()
        till.press(.function(3))
        till.type("0042")
        till.press(.control("f"), .enter)
        #expect(asked(till)?.number == "0042")
    }

    @Test func allFieldsTogetherAreWhatTheJournalIsAsked() throws {
        var till = form()
        till.type("302 张")
        till.press(.tab)
        till.type("12.5")
        till.press(.tab)
        till.type("王主管")
        till.press(.down)
        till.type("2026-11-20")
        till.press(.enter)
        let filter = try #require(asked(till))
        #expect(filter.number == "302 张" && filter.numberMayBeReference)
        #expect(filter.fee == Fen(1250))
        #expect(filter.staffID == "0001", "a name stands for its ID")
        // Midnight in UTC+8.
        #expect(filter.since == Timestamp(seconds: 1_795_104_000) && filter.until == Timestamp(seconds: 1_795_190_400))
    }

    @Test func anEmptyFormFindsAllAndAnUnlistedStaffIDIsAskedForAsItIs() {
        var till = form()
        till.press(.enter)
        #expect(asked(till) == JournalFilter())
        till.answer(SearchResults())
        till.press(.escape, .tab, .tab)
        till.type("0999")
        till.press(.enter)
        #expect(asked(till)?.staffID == "0999")
    }

    @Test func whatIsWrongIsToldAtItsFieldAndNothingIsAsked() {
        for (tabs, text, expected) in [
            (1, "abc", Phrase.wrongAmount(.notANumber, maximum: .orderLimit)),
            (1, "0.001", .wrongAmount(.tooManyDecimals, maximum: .orderLimit)),
            (3, "2026-02-30", .wrongDay("2026-11-21")),
            (3, "20", .wrongDay("2026-11-21")),
        ] {
            var till = form()
            for _ in 0..<tabs { till.press(.tab) }
            till.type(text)
            till.press(.up, .enter)
            #expect(problem(till) == expected)
            #expect(asked(till) == nil)
            guard case .find(let screen) = till.state.screen else {
                Issue.record("another screen or effect")
                return
            }
            #expect(screen.focus.rawValue == tabs)
        }
    }

    @Test(arguments: 0...3, [true, false])
    func aPaymentCodeIsDroppedInEveryFieldAndNeverShown(field: Int, isScanned: Bool) {
        var till = form()
        for _ in 0..<field { till.press(.tab) }
        if isScanned { till.scan(Sample.weChatCode, end: []) } else { till.type(Sample.weChatCode) }
        #expect(!till.text.contains("7890123"))
        till.hear(.key(.enter))
        #expect(problem(till) == .codeIsNoNumber)
        #expect(asked(till) == nil)
        guard case .find(let screen) = till.state.screen else {
            Issue.record("another screen or effect")
            return
        }
        #expect(FindScreen.Field.allCases.allSatisfy { screen.text($0).isEmpty })
    }

    @Test func aScannedNumberIsLookedForWhereverItFalls() {
        var till = form()
        till.press(.tab, .tab)
        till.type("1206")
        till.pass(milliseconds: 2000)
        till.scan(Sample.number)
        #expect(asked(till)?.number == Sample.number && asked(till)?.staffID == "1206")
    }

    @Test func whatWasFoundIsListedMoreIsToldAndEnterLooksItUp() throws {
        var till = form()
        till.press(.enter)
        let deposits = HeldScreenTests.deposits(Array(1...30))
        till.answer(SearchResults(deposits: deposits, hasMore: true))
        #expect(till.text.contains("The newest 30 only"))
        #expect(till.text.contains("302 张先生"))
        till.press(.down, .down, .enter)
        guard case .lookUp(_, let number, _, _)? = till.effects.last else { throw NothingAsked() }
        #expect(number == deposits[2].number)
        till.press(.escape)
        #expect(till.state.screen.context == .found)
        till.press(.end)
        #expect(till.frame.lines.contains { $0.hasPrefix("    > 0000 0029") })
        till.press(.escape)
        #expect(till.state.screen.context == .findForm)
        till.press(.escape)
        #expect(till.state.screen.context == .home)
    }

    private struct NothingAsked: Error {}

    @Test func onlyTheAnswerToTheLastSearchIsShownAlsoBelowAnotherScreen() {
        var till = form()
        till.press(.enter)
        guard case .find(let first, _)? = till.effects.last else {
            Issue.record("another screen or effect")
            return
        }
        till.press(.escape)
        till.type("302")
        till.press(.enter)
        till.hear(.found(first, SearchResults(deposits: HeldScreenTests.deposits([1]))))
        #expect(till.text.contains(Phrase.searching.english))
        till.press(.function(1))
        till.answer(SearchResults())
        till.press(.escape)
        #expect(till.text.contains(Phrase.nothingFound.english))
    }

    @Test func aJournalThatCantBeReadIsTold() {
        var till = form()
        till.press(.enter)
        till.answer(SearchResults(doubt: .unreadable("no such \u{1B}[2J file")))
        #expect(till.text.contains("no such"))
    }

    @Test(arguments: TillConfiguration.Language.allCases)
    func whereLinesAreMissingNothingIsSaidNotToBeThere(language: TillConfiguration.Language) {
        for doubt in [JournalDoubt.incomplete, .moved(.folder)] {
            var till = TestTill(language)
            till.press(.function(7), .enter)
            till.answer(SearchResults(doubt: doubt))
            #expect(!till.words.contains(Phrase.nothingFound.text(in: language)))
            #expect(till.words.contains(language == .chinese ? "流水" : "journal"))
        }
        var till = TestTill(language)
        till.press(.function(7), .enter)
        till.answer(SearchResults(deposits: HeldScreenTests.deposits([1, 2]), doubt: .incomplete))
        #expect(till.text.contains(Phrase.searchDoubt(.incomplete, found: 2).text(in: language)))
    }
}
