import PayEngine
import Testing

@testable import PosTUI

struct ScanDetectorTests {
    private static let code = Sample.weChatCode
    private static let home = ScanDetector.Place(screen: .home(HomeScreen()), trail: [], isQuitting: false)

    /// Types the text with the same pause between its characters; the last one comes at 0.
    private func detector(_ text: String, gap: Int64, isAlt: Bool = false) -> ScanDetector {
        var detector = ScanDetector()
        for (index, character) in text.enumerated() {
            let time = -gap * Int64(text.count - 1 - index)
            detector.typed(character, isAlt: isAlt, at: time, before: Self.home)
        }
        return detector
    }

    @Test(arguments: [0, 1, 30, 80, 200, 300])
    func aCodesOrANumbersShapeIsAScanAtAnyPaceUpTo300Ms(gap: Int64) {
        for text in [Self.code, Sample.number, "281234567890123456789012"] {
            for field: TypedField in [.money, .code, .number, .none] {
                #expect(
                    detector(text, gap: gap).verdict(.key, at: gap, in: field) == .scan(SecretBytes(text.utf8), from: 0)
                )
            }
            #expect(detector(text, gap: 301).verdict(.key, at: 301, in: .number) == .typing)
        }
    }

    @Test func fourDigitsInQuickSuccessionAreABurstAndFewerOrSlowerOnesTyping() {
        #expect(detector("1203", gap: 30).verdict(.key, at: 30, in: .money) == .burst(from: 0))
        #expect(detector("1203", gap: 30).verdict(.key, at: 200, in: .money) == .burst(from: 0))
        #expect(detector("1203", gap: 31).verdict(.key, at: 31, in: .money) == .typing)
        #expect(detector("203", gap: 0).verdict(.key, at: 0, in: .money) == .typing)
        #expect(detector("1203.00", gap: 0).verdict(.key, at: 0, in: .money) == .typing)
        #expect(detector("1203", gap: 5).verdict(.pause, at: 300, in: .money) == .typing, "it may go on")
        #expect(detector("1203", gap: 5).verdict(.pause, at: 301, in: .money) == .broken(from: 0))
        #expect(detector("4006381333931", gap: 60).verdict(.key, at: 60, in: .money) == .burst(from: 0))
        #expect(detector("1203", gap: 5).verdict(.key, at: 5, in: .number) == .scan(SecretBytes("1203".utf8), from: 0))
        #expect(detector("1203", gap: 5).verdict(.key, at: 5, in: .words) == .typing)
        #expect(detector("5", gap: 5, isAlt: true).verdict(.key, at: 5, in: .money) == .burst(from: 0))
    }

    @Test func aBurstWithItsEnterIsNoPINOfWhateverLength() {
        for gap: Int64 in [30, 50, 70, 200] {
            #expect(detector("483926", gap: gap).verdict(.key, at: gap, in: .pin) == .typing)
        }
        for text in ["4", "48", "4839", "483926483926"] {
            #expect(detector(text, gap: 29).verdict(.key, at: 29, in: .pin) == .burst(from: 0))
        }
        #expect(detector("483", gap: 29).verdict(.key, at: 900, in: .pin) == .typing, "the pause has dropped it")
        #expect(detector("483", gap: 29).verdict(.pause, at: 301, in: .pin) == .broken(from: 0))
    }

    @Test func aPaymentCodeWithoutAnEndWaitsForASecondAndIsBrokenByAKeyBefore() {
        let detector = detector(Self.code, gap: 5)
        #expect(detector.verdict(.pause, at: 999, in: .code) == .typing)
        #expect(detector.verdict(.pause, at: 1000, in: .code) == .scan(SecretBytes(Self.code.utf8), from: 0))
        #expect(detector.verdict(.interruption, at: 999, in: .code) == .broken(from: 0))
        #expect(detector.verdict(.key, at: 999, in: .code) == .scan(SecretBytes(Self.code.utf8), from: 0))
        #expect(detector.wakeTime(after: 0) == 301)
        #expect(detector.wakeTime(after: 301) == 1000)
        #expect(detector.wakeTime(after: 1000) == nil)
    }

    @Test func whatFollowsABrokenScanIsItsRestAndBeginsTheSecondAnew() {
        var detector = detector("134567", gap: 5)
        detector.brokeOff(at: 301)
        #expect(detector.isDeaf(at: 1000) && !detector.isDeaf(at: 1001))
        let isRest = detector.swallows(at: 900)
        #expect(isRest && detector.isDeaf(at: 1900) && !detector.isDeaf(at: 1901))
        let isNew = detector.swallows(at: 1901)
        #expect(!isNew)
    }

    @Test func aClockThatIsSetBackDoesNotJoinRuns() {
        var detector = detector("1345678901", gap: 0)
        detector.typed("2", at: -100, before: Self.home)
        #expect(detector.verdict(.key, at: -100, in: .money) == .typing)
    }

    @Test func aRunIsBoundedAndNotPrinted() {
        var detector = detector(String(repeating: "7", count: 1000), gap: 0)
        #expect("\(detector)" == "ScanDetector(256 characters)")
        #expect(detector.isBusy(at: 300) && !detector.isBusy(at: 301))
        detector.reset()
        #expect(!detector.isBusy(at: 0) && detector.wakeTime(after: 0) == nil)
        var text = ""
        dump(self.detector(Self.code, gap: 5), to: &text)
        #expect(!text.contains("1345"))
    }
}
