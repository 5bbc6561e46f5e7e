import PayEngine
import Testing

@testable import PosTUI

struct AmountScreenTests {
    private func problem(_ till: TestTill) -> Phrase? {
        guard case .amount(let screen) = till.state.screen else { return nil }
        return screen.problem
    }

    private func field(_ till: TestTill) -> String? {
        guard case .amount(let screen) = till.state.screen else { return nil }
        return screen.field.text
    }

    @Test(
        arguments: [("12.5", 1250), ("12", 1200), (".5", 50), ("１２．５", 1250), ("１２。５", 1250), ("50000", 5_000_000)])
    func anAmountAsPeopleTypeItGoesOnToTheScan(text: String, fen: Int64) throws {
        var till = TestTill()
        till.press(.function(2))
        till.type(text)
        till.press(.enter)
        guard case .scan(let screen) = till.state.screen else {
            Issue.record("not at the scan but at \(till.state.screen)")
            return
        }
        #expect(screen.draft.amount == Fen(fen))
        #expect(till.freezes.isEmpty)
    }

    @Test(
        arguments: [
            ("0", Fen.ParsingError.zero), ("0.00", .zero), ("0.001", .tooManyDecimals), ("-3", .negative),
            ("1a", .notANumber), ("1,280", .notANumber), ("", .empty), ("999999999", .tooLarge),
        ])
    func whatIsNoAmountIsRefusedInASentence(text: String, error: Fen.ParsingError) {
        var till = TestTill()
        till.press(.function(2))
        till.type(text)
        till.press(.enter)
        #expect(problem(till) == .wrongAmount(error, maximum: Fen(5_000_000)))
        #expect(field(till) == text)
        till.type("1")
        #expect(problem(till) == nil)
    }

    @Test func aboveTheMaximum() {
        var till = TestTill()
        till.press(.function(2))
        till.type("50000.01")
        till.press(.enter)
        #expect(problem(till) == .aboveMaximum(Fen(5_000_000)))
    }

    @Test func typingOnHomeBeginsADeposit() {
        var till = TestTill()
        till.type("12.5")
        #expect(field(till) == "12.5")
        till.press(.backspace, .backspace)
        #expect(field(till) == "12")
        till.press(.control("u"))
        #expect(field(till) == "")
        till.press(.escape)
        #expect(till.state.screen == .home(HomeScreen()))
    }

    @Test func aQuickAmountIsOneKey() {
        var till = TestTill()
        till.press(.function(2), .function(6))
        guard case .scan(let screen) = till.state.screen else {
            Issue.record("not at the scan")
            return
        }
        #expect(screen.draft.amount == Fen(20000))
        till.press(.escape, .function(8))
        #expect(field(till) == "200.00", "F8 has no amount, and Esc kept the one that was chosen")
    }

    @Test(
        arguments: [Sample.weChatCode, Sample.alipayCode, "6212345678901234567", "9912345678901234"])
    func aPaymentCodeIsNoAmountDroppedNeverShownAndTheClerkIsTold(code: String) {
        for start in [[Key.function(2)], []] {
            var till = TestTill()
            for key in start { till.press(key) }
            for key in code.map(Key.character) {
                till.pass(milliseconds: 5)
                till.hear(.key(key))
                #expect(!till.text.contains(code.prefix(5)), "a scan is masked while it comes in")
            }
            till.hear(.key(.enter))
            if start.isEmpty {
                #expect(till.state.screen == .home(HomeScreen()) && till.state.note == .amountFirst)
            } else {
                #expect(problem(till) == .amountFirst)
                #expect(field(till) == "")
            }
            #expect(till.effects.isEmpty)
        }
    }

    @Test func norIsOneThatASlowScannerOrAPersonTypes() {
        var till = TestTill()
        till.type(Sample.weChatCode)
        #expect(!till.text.contains(Sample.weChatCode.prefix(13)))
        till.press(.enter)
        #expect(problem(till) == .amountFirst)
        #expect(field(till) == "")
    }

    @Test func whatWasTypedBeforeAScanStays() {
        var till = TestTill()
        till.type("12")
        till.pass(milliseconds: 1000)
        till.scan(Sample.weChatCode)
        #expect(field(till) == "12")
        #expect(problem(till) == .amountFirst)
        till.pass(milliseconds: 1000)
        till.scan(Sample.number)
        #expect(till.state.screen.context == .lookUp)
        till.press(.escape)
        #expect(field(till) == "12")
    }

    @Test func aScannedOrderNumberIsLookedUpAndEscComesBackToHome() {
        for number in [
            Sample.number, "01000052" + Sample.number.suffix(24).map { $0.isLetter ? "9" : String($0) }.joined(),
        ] {
            var till = TestTill()
            till.scan(number)
            #expect(till.effects.count == 1)
            guard case .lookUp(_, let asked, nil, nil) = till.effects.first else {
                Issue.record("\(number) was not looked up")
                continue
            }
            #expect(asked.text == number)
            till.press(.escape)
            #expect(till.state.screen == .home(HomeScreen()))
        }
    }

    @Test func otherScansAreNoAmounts() {
        var till = TestTill()
        till.press(.function(2))
        till.scan("4006381333931")
        #expect(problem(till) == .burstBesideQuickAmounts)
        #expect(field(till) == "")
    }

    @Test(
        arguments: TillConfiguration.Language.allCases)
    func quickAmountsAreSpokenOfWhereTheyAreAndInEitherLanguage(language: TillConfiguration.Language) {
        let words = language == .chinese ? "常用金额" : "quick amount"
        for opens in [false, true] {
            var till = TestTill(language)
            if opens { till.press(.function(2)) }
            till.scan("40063")
            #expect(till.words.contains(language == .chinese ? "不能当作金额" : "is no amount"))
            #expect(till.words.contains(words) == opens, "\(till.text)")
            #expect(!till.words.contains("or F5"))
        }
    }

    @Test func aCarriageReturnWithALineFeedIsOneEnter() {
        var till = TestTill()
        till.press(.function(2))
        till.scan("12.50", end: [.enter, .lineFeed])
        guard case .scan(let screen) = till.state.screen else {
            Issue.record("not at the scan")
            return
        }
        #expect(screen.problem == nil)
    }

    @Test func aScanWithoutAnEndKeyIsDroppedOrLookedUpAfterAMomentToo() {
        var till = TestTill()
        till.press(.function(2))
        till.scan(Sample.weChatCode, end: [])
        till.pass(milliseconds: ScanDetector.silence)
        #expect(problem(till) == .amountFirst)
        #expect(field(till) == "")
        till.pass(milliseconds: 1000)
        till.scan(Sample.number, end: [])
        till.pass(milliseconds: ScanDetector.silence)
        #expect(till.state.screen.context == .lookUp)
    }

    @Test func aRobotTypesAnAmountAsFastAsAScanner() {
        var till = TestTill()
        till.press(.function(2))
        till.scan("50000.00")
        #expect(till.state.screen.context == .scan)
    }

    @Test func maskedWhileItLooksLikeAScanAndNotShownWhenItBrokeOff() {
        var till = TestTill()
        till.press(.function(2))
        till.scan("12345", end: [])
        #expect(!till.text.contains("12345"))
        #expect(till.state.wakeTime != nil)
        till.pass(milliseconds: ScanDetector.silence)
        #expect(!till.text.contains("12345") && problem(till) == .scanBrokeOff)
    }

    @Test func aPasteIsJudgedAsText() {
        var till = TestTill()
        till.press(.function(2))
        till.hear(.paste("12.50\n"))
        #expect(field(till) == "12.50")
        till.press(.control("u"))
        till.hear(.paste(Sample.weChatCode + "\r\n"))
        #expect(problem(till) == .amountFirst)
        #expect(field(till) == "")
    }

    @Test func theConnectionIsUsedAgainBeforeTheScanWhenItWasQuietForLong() {
        var till = TestTill()
        till.pass(milliseconds: 60_000)
        till.type("1")
        till.press(.enter)
        #expect(till.effects == [.checkHealth])
    }
}
