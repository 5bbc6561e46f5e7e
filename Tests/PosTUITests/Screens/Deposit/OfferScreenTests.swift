import Testing

@testable import PayEngine
@testable import PosTUI

struct OfferScreenTests {
    private func offered(_ language: TillConfiguration.Language = .english, reference: String? = nil) -> TestTill {
        var till = TestTill(language)
        till.offer()
        till.tellOffer(.started(Sample.offered().with(.unknown, .inProgress)))
        till.tellOffer(.offered(Sample.offered(reference: reference), url: Sample.codeURL))
        return till
    }

    /// The lines of the frame that are a part of the code.
    private func codeLines(_ till: TestTill) -> Int {
        let frame = till.frame
        return (0..<frame.size.height).count { y in
            (0..<frame.size.width).contains { frame[$0, y].role == .qrLight }
        }
    }

    @Test func ctrlTAsksForACodeAndEnterAndScansDoNothingFromThenOn() throws {
        var till = TestTill(asksReference: true)
        till.type("12.5")
        till.press(.enter)
        till.type("302")
        till.press(.enter)
        till.press(.control("t"))
        let request = try #require(till.lastOffer).request
        #expect(request == CodeRequest(amount: Fen(1250), staffID: "1206", reference: "302"))
        till.clearEffects()
        till.press(.control("t"), .enter)
        till.scan(Sample.alipayCode)
        till.scan(Sample.number)
        #expect(till.effects.isEmpty)
        #expect(till.state.screen.context == .offer)
    }

    @Test(arguments: TillConfiguration.Language.allCases)
    func theScanScreenSaysThatThisIsForAlipay(language: TillConfiguration.Language) {
        var till = TestTill(language)
        till.type("12.5")
        till.press(.enter)
        #expect(till.text.contains(Phrase.offerInstead.text(in: language)))
        #expect(till.frame.lines[23].contains("Ctrl-T " + Phrase("支付宝二维码", "Alipay code").text(in: language)))
    }

    @Test(arguments: [-7200, 7200])
    func theTillsClockMayBeSetTheCodeLivesAsLongAsItLives(seconds: Int64) {
        var till = offered()
        till.setWallClock(by: seconds)
        till.pass(milliseconds: 1000)
        #expect(till.text.contains("119 s left"), "\(till.text)")
    }

    @Test func theCodeIsThereWithAmountTimeAndReferenceUntilTheOutcomeComes() throws {
        var till = offered(reference: "302 Zhang")
        #expect(codeLines(till) == 19)
        till.pass(milliseconds: 2500)
        for words in ["CNY 12.50", "302 Zhang", "117 s left", Phrase.platform(.alipay).english] {
            #expect(till.text.contains(words), "\(words)")
        }
        till.pass(milliseconds: 120_000)
        #expect(till.text.contains(String(Phrase.offerOver.english.prefix(16))))
        till.tellOffer(.changed(Sample.offered().with(.waiting, .customerTyping)))
        // The same state may mean that nobody has scanned it yet.
        #expect(codeLines(till) == 19)
        #expect(till.text.contains("WAITING FOR THE CUSTOMER'S") && till.text.contains("PASSWORD"))
        #expect(!till.text.contains("The customer scans this"))
        till.tellOffer(.settled(Sample.offered().with(.done, .held)))
        guard case .result(let screen) = till.state.screen else {
            Issue.record("\(till.state.screen)")
            return
        }
        #expect(screen.end.outcome == .done && screen.platform == .alipay)
        #expect(till.effects.contains(.loadOpenQuestions))
        #expect(!till.text.contains(Phrase.code.english + " "), "the till's own code has no digits")
    }

    @Test func nobodyPaidInTimeAnOpenQuestionLikeAnyOther() {
        var till = offered()
        till.tellOffer(.leftOpen(Sample.offered()))
        #expect(till.text.contains(Phrase.headline(.unknown).english))
        #expect(till.text.contains(Phrase.reason(.customerScanning).english))
    }

    @Test(
        arguments: [Key.escape, .function(2)])
    func escAndF2LeaveItToTheBackgroundAndSayThatItMayStillBePaid(key: Key) {
        var till = offered()
        till.press(key)
        #expect(till.state.note == .offerGivenUp)
        #expect(till.state.screen.context == (key == .escape ? .home : .amount))
        #expect(till.state.backgroundCount == 1)
        till.tellOffer(.settled(Sample.offered().with(.done, .held)))
        #expect(till.state.news.map(\.number?.text) == [Sample.number])
        #expect(till.frame.lines[1].contains(Phrase.headline(.done).english))
        #expect(till.state.backgroundCount == 0)
    }

    @Test func withoutANumberEscDoesNotPutItAwayAndWhatIsNotWrittenDownIsTold() {
        var till = TestTill(.english)
        till.offer()
        till.press(.escape)
        #expect(till.state.note == .stillSending)
        #expect(till.state.screen.context == .offer)
        till.tellOffer(.rejected(.journal("no space left on device")))
        #expect(till.text.contains("The journal cannot be written"))
        #expect(till.text.contains(Phrase.headline(.notSent).english))
    }

    @Test func newsOfOneThatNobodyScannedDoesNotSpeakOfAPassword() {
        var till = offered()
        till.press(.escape)
        till.tellOffer(.leftOpen(Sample.offered()))
        #expect(till.frame.lines[1].contains(Phrase.headline(Sample.offered()).english))
        #expect(!till.frame.lines[1].contains("PASSWORD"))
    }

    @Test func anAnswerGotLostOnTheWayNothingToScanAndItIsBeingAskedAbout() {
        var till = TestTill(.english)
        till.offer()
        till.tellOffer(.started(Sample.offered().with(.unknown, .inProgress)))
        till.tellOffer(.changed(Sample.offered().with(.unknown, .noAnswer("timeout"))))
        #expect(codeLines(till) == 0)
        #expect(till.text.contains(Phrase.checkingOutcome.english))
    }

    @Test func comingBackFindsTheCodeOrWhatBecameOfIt() {
        var till = offered()
        till.press(.function(4))
        #expect(till.state.backgroundCount == 1)
        till.press(.escape)
        #expect(codeLines(till) == 19)
        till.press(.function(4))
        till.tellOffer(.settled(Sample.offered().with(.done, .held)))
        till.press(.escape)
        #expect(till.text.contains(Phrase.headline(.done).english))
    }

    /// Blanks take two columns for each module: 74 by 33 with the smallest quiet zone.
    @Test(arguments: [true, false])
    func aWindowThatIsTooSmallSaysHowLargeItMustBeAndThatIsTrue(canDrawBlocks: Bool) throws {
        var till = offered()
        till.tellOffer(
            .offered(Sample.offered(), url: canDrawBlocks ? String(repeating: "x", count: 400) : Sample.codeURL))
        var state = till.state
        if !canDrawBlocks { state.settings.qrGlyphs = [.blanks] }
        #expect(!hasCode(view(state)))
        let lines = view(state).lines.joined(separator: " ")
        let found = try #require(
            lines.firstMatch(of: /make\s+it\s+(\d+)\s+columns\s+by\s+(\d+)|(\d+)\s+columns\s+by\s+(\d+)/))
        let width = try #require(Int(found.output.1 ?? found.output.3 ?? ""))
        let height = try #require(Int(found.output.2 ?? found.output.4 ?? ""))
        state.size = Size(width: width, height: height)
        #expect(hasCode(view(state)))
        state.size = Size(width: width, height: height - 1)
        #expect(!hasCode(view(state)))
    }

    private func hasCode(_ frame: Frame) -> Bool {
        frame.cells.contains { $0.role == .qrLight }
    }
}
