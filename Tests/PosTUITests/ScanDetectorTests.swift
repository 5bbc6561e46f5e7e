import Testing

@testable import PosTUI

struct ScanDetectorTests {
    private func run(_ text: String, gap: Int64, endGap: Int64? = nil) -> String? {
        var detector = ScanDetector()
        var time: Int64 = 1000
        for character in text {
            detector.typed(character, at: time)
            time += gap
        }
        return detector.finished(at: time - gap + (endGap ?? gap))
    }

    @Test("A quick run with a quick end is a scan", arguments: [0, 1, 5, 30, 80])
    func scan(gap: Int64) {
        #expect(run("134567890123456789", gap: gap) == "134567890123456789")
    }

    @Test("A person's keys are none", arguments: [81, 120, 500])
    func person(gap: Int64) {
        #expect(run("134567890123456789", gap: gap) == nil)
    }

    @Test func shortOrLateEnd() {
        #expect(run("1234567", gap: 5) == nil)
        #expect(run("12345678", gap: 5) == "12345678")
        #expect(run("12345678", gap: 5, endGap: 81) == nil)
    }

    @Test("Only the last run counts, and only once")
    func lastRun() {
        var detector = ScanDetector()
        detector.typed("9", at: 0)
        for (index, character) in "abcdefgh".enumerated() { detector.typed(character, at: 500 + Int64(index)) }
        let found1 = detector.finished(at: 510)
        #expect(found1 == "abcdefgh")
        let found2 = detector.finished(at: 511)
        #expect(found2 == nil)
    }

    @Test("A clock that is set back does not join runs")
    func setBack() {
        var detector = ScanDetector()
        for character in "abcdefgh" { detector.typed(character, at: 500) }
        let found3 = detector.finished(at: 400)
        #expect(found3 == nil)
    }

    @Test("A scan without an end is over after a silence, once")
    func silence() {
        var detector = ScanDetector()
        for (index, character) in "abcdefgh".enumerated() { detector.typed(character, at: Int64(index)) }
        #expect(detector.isBusy(at: 7))
        #expect(detector.wakeTime(after: 7) == 7 + ScanDetector.gap + 1)
        let early = detector.finishedBySilence(at: 306)
        #expect(early == nil)
        #expect(detector.wakeTime(after: 306) == 307)
        let found = detector.finishedBySilence(at: 307)
        #expect(found == "abcdefgh")
        #expect(detector.wakeTime(after: 307) == nil)
        let again = detector.finishedBySilence(at: 400)
        #expect(again == nil)
    }

    @Test("A run is bounded, and not printed")
    func bounded() {
        var detector = ScanDetector()
        for _ in 0..<1000 { detector.typed("7", at: 1) }
        let found = detector.finished(at: 1)
        #expect(found?.count == 256)
        detector.typed("7", at: 1)
        #expect("\(detector)" == "ScanDetector(1 characters)")
    }
}
