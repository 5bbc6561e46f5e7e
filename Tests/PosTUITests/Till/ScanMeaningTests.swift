import PayEngine
import Testing

@testable import PosTUI

/// What scans, bursts and broken scans mean: the inputs that made money of what nobody had typed.
struct ScanMeaningTests {
    private static let alipay24 = "281234567890123456789012"

    private func armed(_ amount: String = "200", asksReference: Bool = false) -> TestTill {
        var till = TestTill(asksReference: asksReference)
        till.press(.function(2))
        till.type(amount)
        till.press(.enter)
        return till
    }

    // MARK: - Broken scans

    @Test(arguments: [31, 130, 290, 301, 600, 900])
    func anOrderNumberWhoseLastDigitsComeLateIsLookedUpOrRefused(pause: Int64) {
        var till = TestTill()
        till.scan(String(Sample.number.dropLast(4)), end: [])
        till.pass(milliseconds: pause - 5)
        till.scan(String(Sample.number.suffix(4)))
        #expect(till.armed == nil)
        if pause <= 300 { #expect(till.state.screen.context == .lookUp) }
        till.pass(milliseconds: 2000)
        till.scan("134567890123457581")
        #expect(till.freezes.isEmpty)
    }

    @Test(arguments: [1, 2, 3, 4, 10, 14, 16])
    func aPaymentCodeOnHomeThatComesInTwoPiecesFreezesNothing(head: Int) {
        for pause: Int64 in [40, 130, 310, 500, 900, 1100, 2500] {
            for end in [[Key.enter, .enter], [.enter, .tab], [.tab, .enter], [.enter, .lineFeed], [.enter], []] {
                var till = TestTill()
                for _ in 0..<3 {
                    till.scan(String(Sample.weChatCode.prefix(head)), end: [])
                    till.pass(milliseconds: pause - 5)
                    till.scan(String(Sample.weChatCode.dropFirst(head)), end: end)
                    #expect(till.armed == nil, "\(head), \(pause), \(end)")
                    till.pass(milliseconds: 1500)
                }
                till.scan(Sample.weChatCode, end: end)
                till.pass(milliseconds: 1500)
                #expect(till.freezes.isEmpty && till.armed == nil, "\(head), \(pause), \(end)")
            }
        }
    }

    @Test(arguments: [40, 130, 299, 310, 700, 1100])
    func aCodeOf24DigitsInTwoPiecesIsOneOrIsRefused(pause: Int64) {
        for head in [6, 18] {
            var till = armed()
            till.scan(String(Self.alipay24.prefix(head)), end: [])
            till.pass(milliseconds: pause - 5)
            till.scan(String(Self.alipay24.dropFirst(head)))
            if pause <= 300 {
                #expect(till.lastFreeze?.request.code.masked == "28******************9012")
            } else if pause < 1000 {
                #expect(till.freezes.isEmpty && till.armed == Fen(20000))
            }
        }
    }

    @Test func aTailThatLooksLikeACodeSoonAfterABrokenScanIsNone() {
        var till = armed()
        till.scan("281234", end: [])
        till.pass(milliseconds: 900)
        till.scan(Sample.weChatCode)
        #expect(till.freezes.isEmpty && till.armed == Fen(20000))
        till.pass(milliseconds: 1500)
        till.scan(Sample.weChatCode)
        #expect(till.freezes.count == 1, "the next scan works")
    }

    @Test func aCodeWithoutAnEndIsSentAfterASecondAndAnyKeyBeforeRefusesIt() {
        var till = armed()
        till.scan(Sample.weChatCode, end: [])
        till.pass(milliseconds: 999)
        #expect(till.freezes.isEmpty)
        till.pass(milliseconds: 1)
        #expect(till.freezes.count == 1)
        for key in [Key.character("5"), .escape, .backspace, .function(1), .up] {
            var till = armed()
            till.scan(Sample.weChatCode, end: [])
            till.pass(milliseconds: 600)
            till.hear(.key(key))
            till.pass(milliseconds: 5000)
            #expect(till.freezes.isEmpty, "\(key)")
        }
    }

    // MARK: - Bursts

    @Test(
        arguments: ["4711", "47110", "471108159"])
    func fourDigitsAndAnEnterAtOnceAreABadgeOrARoomCardNeverAnAmount(text: String) {
        for end in [[Key.enter], [.tab], [.enter, .lineFeed], []] {
            for gap: Int64 in [0, 5, 29, 30] {
                for typed in ["", "2"] {
                    for start in [[], [Key.function(2)]] {
                        var till = TestTill()
                        for key in start { till.press(key) }
                        till.type(typed)
                        if !typed.isEmpty { till.pass(milliseconds: 1500) }
                        till.scan(text, gap: gap, end: end)
                        till.pass(milliseconds: 400)
                        #expect(till.armed == nil)
                        #expect(!till.text.contains(text))
                        till.pass(milliseconds: 2000)
                        till.press(.enter)
                        #expect(till.armed == nil || till.armed == Fen(200))
                    }
                }
            }
        }
    }

    @Test func whatWasTypedBeforeABadgeStaysAsItWasAndTheRefusalSaysWhatHelps() {
        var till = TestTill()
        till.type("200")
        till.pass(milliseconds: 1000)
        till.scan("1203")
        #expect(till.armed == nil)
        #expect(till.words.contains("1203.00"), "the example of the refusal")
        till.pass(milliseconds: 1500)
        till.press(.enter)
        #expect(till.armed == Fen(20000))
        till.pass(milliseconds: 1000)
        till.scan("1203")
        #expect(till.armed == Fen(20000) && till.freezes.isEmpty)
    }

    @Test(
        arguments: [("0.12", 12), ("1203.00", 120_300), ("12。5", 1250)])
    func whateverHasADecimalPointWasTypedHoweverFast(text: String, fen: Int64) {
        for gap: Int64 in [0, 5, 30] {
            var till = TestTill()
            till.scan(text, gap: gap)
            #expect(till.armed == Fen(fen))
        }
    }

    @Test func upToThreeDigitsInABurstCountWithAnEnterAndOnlyForTenSeconds() {
        for text in ["50", "203"] {
            var till = TestTill()
            till.scan(text)
            #expect(till.armed == Fen((Int64(text) ?? 0) * 100))
            till.pass(milliseconds: 9_999)
            #expect(till.armed != nil)
            till.pass(milliseconds: 1)
            #expect(till.armed == nil)
            till.scan(Sample.weChatCode)
            #expect(till.freezes.isEmpty)
        }
    }

    // MARK: - Framing

    @Test func digitsThatAScannerSendsWithAltAreItsDigitsTheArmedAmountStays() {
        for end in [[Key.enter], [.tab], [.alt("\r"), .enter], []] {
            var till = armed()
            till.send(Sample.weChatCode.map(Key.alt) + end, gap: 5)
            till.pass(milliseconds: 1000)
            #expect(till.freezes.count == 1)
            #expect(till.lastFreeze?.request.amount == Fen(20000))
            #expect(till.lastFreeze?.request.code.masked == "13************6789")
        }
        var till = TestTill()
        till.send(Sample.weChatCode.map(Key.alt) + [.enter], gap: 5)
        #expect(till.armed == nil && till.freezes.isEmpty && till.text.contains("这是付款码"))
    }

    @Test func anEscapeByteWithOneDigitTypesNothing() {
        for pause: Int64 in [5, 100, 500, 2000] {
            var till = armed()
            till.hear(.key(.alt("5")))
            till.pass(milliseconds: pause)
            till.hear(.key(.enter))
            #expect(till.armed == Fen(20000))
            #expect(till.freezes.isEmpty)
        }
        var till = TestTill()
        till.type("200")
        till.pass(milliseconds: 500)
        till.hear(.key(.alt("5")))
        till.pass(milliseconds: 2000)
        till.press(.enter)
        #expect(till.armed == Fen(20000))
    }

    @Test func controlBytesRoundAScanAreItsFrameNeverKeys() {
        let frames: [([Key], [Key])] = [
            ([.control("b")], [.control("c")]), ([.control("s")], [.control("q")]),
            ([], [.enter, .control("n")]), ([], [.enter, .control("x")]), ([], [.enter, .control("u")]),
            ([], [.control("c"), .enter]), ([.control("]")], [.enter, .control("o")]),
        ]
        for (before, after) in frames {
            var till = armed()
            till.hear(.news(Sample.order(.refused, .paymentError)))
            till.pass(milliseconds: 700)
            till.send(before + Sample.weChatCode.map(Key.character) + after, gap: 5)
            till.pass(milliseconds: 1000)
            #expect(till.freezes.count == 1, "\(before) \(after)")
            #expect(till.state.screen.context == .progress, "\(before) \(after)")
            #expect(!till.effects.contains(.quit) && !till.state.isQuitting)
        }
        var till = armed()
        let middle = Sample.weChatCode.prefix(9).map(Key.character) + [.control("]")]
        till.send(middle + Sample.weChatCode.dropFirst(9).map(Key.character) + [.enter], gap: 5)
        #expect(till.freezes.count == 1)
    }

    @Test func twoFramedScansRightBehindEachOtherAreNoCodeTogether() {
        var till = armed()
        let first = "2550566116454".map(Key.character) + [.control("c")]
        till.send(first + "2134".map(Key.character) + [.control("c"), .enter], gap: 20)
        till.pass(milliseconds: 1100)
        #expect(till.freezes.isEmpty)
        #expect(till.armed == Fen(20000))
        #expect(till.state.screen.context == .scan)
    }

    @Test(arguments: [150, 622, 1500])
    func aFewDigitsWithAnEnterAsQuickAsTheyAreNoRestOfAnAmount(pause: Int64) {
        for head in ["30", "3", "2"] {
            var till = TestTill()
            till.scan(head, gap: 20, end: [])
            till.pass(milliseconds: pause)
            till.scan("205", gap: 20, end: [.enter])
            #expect(till.armed == nil, "\(head)")
        }
    }

    @Test func whatFollowsBytesThatWereDroppedIsTypedIntoNothingAndIsNoCode() {
        var till = armed()
        till.hear(.inputLost)
        till.pass(milliseconds: 320)
        till.scan("104166163216155545", gap: 20)
        till.pass(milliseconds: 1100)
        #expect(till.freezes.isEmpty)
        #expect(till.armed == Fen(20000))
        till.scan(Sample.weChatCode)
        #expect(till.freezes.count == 1)
    }

    @Test(arguments: ["]C0", "]Q1", "]d2"])
    func aSymbologysNameBeforeACodeAndBlanksInItAreNoPartOfIt(prefix: String) {
        var till = armed()
        till.scan(prefix + Sample.weChatCode.prefix(9) + " " + Sample.weChatCode.dropFirst(9))
        #expect(till.lastFreeze?.request.code.masked == "13************6789")
        var other = TestTill()
        other.scan(prefix + Sample.number)
        #expect(other.state.screen.context == .lookUp)
    }

    @Test(arguments: [0, 5, 30, 60, 100, 299])
    func aCodeAtAnyPaceThatAScannerHasIsOne(gap: Int64) {
        var till = armed()
        till.scan(Sample.weChatCode, gap: gap)
        #expect(till.freezes.count == 1)
        var home = TestTill()
        home.scan(Sample.weChatCode, gap: gap, end: [.enter, .enter])
        #expect(home.armed == nil)
        #expect(home.state.screen == .home(HomeScreen()), "nothing of it stays in an amount")
        home.pass(milliseconds: 1500)
        home.scan(Sample.number, gap: gap)
        #expect(home.state.screen.context == .lookUp)
    }

    // MARK: - Pastes

    @Test func aPasteOnHomeOrAtTheAmountIsJudgedAsTextAndOpensNothing() {
        let cases: [(String, Fen?)] = [
            ("Room 1203", nil), ("-200", nil), ("１２００", Fen(120_000)), ("1203", Fen(120_000 + 300)),
            ("200.50\n", Fen(20050)), (Sample.weChatCode, nil), (Sample.number, nil), ("1 203", nil),
            ("1203 Room", nil),
        ]
        for (text, amount) in cases {
            for start in [[], [Key.function(2)]] {
                var till = TestTill()
                for key in start { till.press(key) }
                till.clearEffects()
                till.hear(.paste(text))
                #expect(till.armed == nil)
                #expect(till.effects.isEmpty, "\(text)")
                #expect(amount != nil || !till.text.contains(text.trimmed), "\(text) is not shown back")
                till.pass(milliseconds: 2000)
                till.press(.enter)
                #expect(till.armed == amount, "\(text)")
            }
        }
    }

    @Test func aPasteAtTheScanIsNotSentBeforeEnterAndBesideAFieldDoesNothing() {
        var till = armed()
        till.hear(.paste(Sample.weChatCode + "\r\n"))
        till.pass(milliseconds: 5000)
        #expect(till.freezes.isEmpty && till.armed != nil)
        till.press(.enter)
        #expect(till.freezes.count == 1)
        for text in [Sample.number, "?", "1203", Sample.weChatCode] {
            let screen = till.state.screen
            till.clearEffects()
            till.hear(.paste(text))
            #expect(till.state.screen == screen && till.effects.isEmpty)
        }
    }

    @Test func whatIsTypedWithASignIsRefusedAsAWhole() {
        var till = TestTill()
        till.type("-200")
        till.press(.enter)
        #expect(till.armed == nil)
        #expect(till.text.contains("金额不能是负数"))
    }
}

extension String {
    fileprivate var trimmed: String { filter { $0 != "\n" } }
}
