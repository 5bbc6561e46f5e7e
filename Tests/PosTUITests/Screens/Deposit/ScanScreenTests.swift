import PayEngine
import Testing

@testable import PosTUI

struct ScanScreenTests {
    private func atScan(asksReference: Bool = false) -> TestTill {
        var till = TestTill(asksReference: asksReference)
        till.type("12.5")
        till.press(.enter)
        return till
    }

    private func problem(_ till: TestTill) -> Phrase? {
        guard case .scan(let screen) = till.state.screen else { return nil }
        return screen.problem
    }

    @Test(
        arguments: [[Key.enter], [.tab], [.lineFeed], [.enter, .lineFeed]])
    func aScanSendsAtOnceHoweverTheScannerEndsIt(end: [Key]) throws {
        var till = atScan()
        till.scan(Sample.weChatCode, end: end)
        #expect(till.effects.count == 1)
        let request = try #require(till.lastFreeze).request
        #expect(request.amount == Fen(1250))
        #expect(request.code.platform == .wechat)
        #expect(request.code.masked == "13************6789")
        #expect(request.staffID == "1206")
        #expect(till.state.screen.context == .progress)
    }

    @Test func aScannerThatSendsNoEndKeyIsUnderstoodAfterAMoment() {
        var till = atScan()
        till.scan(Sample.weChatCode, end: [])
        till.pass(milliseconds: ScanDetector.codeSilence - 1)
        #expect(till.freezes.isEmpty)
        till.pass(milliseconds: 1)
        #expect(till.freezes.count == 1)
        till.pass(milliseconds: 1000)
        till.press(.enter)
        #expect(till.freezes.count == 1)
    }

    @Test func aPersonIsNotNothingIsSentWithoutEnter() {
        var till = atScan()
        till.type(Sample.weChatCode)
        till.pass(milliseconds: 60_000)
        #expect(till.freezes.isEmpty)
    }

    @Test func aPersonWhoTypesTheCodePressesEnter() throws {
        var till = atScan()
        till.type(Sample.alipayCode)
        #expect(till.freezes.isEmpty)
        till.press(.enter)
        #expect(try #require(till.lastFreeze).request.code.platform == .alipay)
    }

    @Test func aCodeReadTwiceIsSentOnce() {
        var till = atScan()
        till.scan(Sample.weChatCode, end: [.enter, .lineFeed])
        till.scan(Sample.weChatCode, end: [.enter, .lineFeed])
        #expect(till.freezes.count == 1)
        #expect(till.state.screen.context == .progress)
        #expect(till.state.note == .scanIgnored)
    }

    @Test func aCodeReadTwiceWithoutAnEndBetweenIsNoCode() {
        var till = atScan()
        till.scan(Sample.weChatCode + Sample.weChatCode)
        #expect(till.freezes.isEmpty)
        #expect(problem(till) == .wrongCode(.wrongLength(platform: .wechat, found: 36)))
    }

    @Test(
        arguments: [
            ("6212345678901234567", AuthorCode.ScanningError.unionPay), ("hello world 123", .notDigits),
            ("13456789012345678", .wrongLength(platform: .wechat, found: 17)),
            ("9934567890123456", .unknownPrefix("99")),
        ])
    func aCodeOfTheWrongKindIsToldTheFieldEmptiedNothingSent(text: String, error: AuthorCode.ScanningError) {
        var till = atScan()
        till.scan(text, end: [.enter, .lineFeed])
        #expect(problem(till) == .wrongCode(error))
        #expect(till.effects.isEmpty)
        guard case .scan(let screen) = till.state.screen else {
            Issue.record("another screen or effect")
            return
        }
        #expect(screen.field.text.isEmpty)
        till.pass(milliseconds: 1000)
        till.scan(Sample.weChatCode)
        #expect(till.freezes.count == 1, "the next one works")
    }

    @Test func aScanWinsOverWhatWasTypedBefore() {
        var till = atScan()
        till.type("12")
        till.pass(milliseconds: 1000)
        till.scan(Sample.weChatCode)
        #expect(till.freezes.count == 1)
    }

    @Test func fullWidthDigitsOfAnInputMethodAreDigits() {
        var till = atScan()
        let wide = Sample.weChatCode.unicodeScalars.map { Character(Unicode.Scalar($0.value + 0xFEE0)!) }
        till.scan(String(wide))
        #expect(till.freezes.count == 1)
    }

    @Test func aPasteFillsTheFieldEnterSendsIt() {
        var till = atScan()
        till.hear(.paste("\(Sample.weChatCode)\r\n"))
        #expect(till.freezes.isEmpty)
        till.press(.enter)
        #expect(till.freezes.count == 1)
    }

    @Test func aHeldEnterSendsNothing() {
        var till = TestTill()
        till.type("12.5")
        till.press(.enter)
        for _ in 0..<40 {
            till.pass(milliseconds: 30)
            till.hear(.key(.enter))
        }
        #expect(till.effects.isEmpty)
        #expect(problem(till) == .wrongCode(.empty))
    }

    @Test func theCodeIsNeverShownAndDoesNotWaitInTheField() {
        var till = atScan()
        till.type(String(Sample.weChatCode.prefix(12)))
        #expect(!till.text.contains("1345"))
        till.press(.function(1), .escape)
        guard case .scan(let screen) = till.state.screen else {
            Issue.record("not at the scan")
            return
        }
        #expect(screen.field.text.isEmpty)
        till.scan(Sample.weChatCode)
        #expect(!"\(till.state)".contains(Sample.weChatCode))
        #expect(!"\(till.effects)".contains(Sample.weChatCode))
    }

    @Test func escGoesBackAStepAtATimeAndKeepsWhatWasEntered() {
        var till = atScan(asksReference: true)
        till.type("302")
        till.press(.enter)
        #expect(till.state.screen.context == .scan)
        till.press(.escape)
        #expect(till.text.contains("302"))
        till.press(.escape)
        #expect(till.text.contains("12.5"))
        till.press(.escape)
        #expect(till.state.screen == .home(HomeScreen()))
        #expect(till.effects.isEmpty)
    }

    @Test func thePlatformCanBeSaid() throws {
        var till = atScan()
        till.press(.control("p"), .control("p"))
        till.pass(milliseconds: 500)
        till.scan("9912345678901234")
        #expect(try #require(till.lastFreeze).request.code.platform == .alipay)
    }
}
