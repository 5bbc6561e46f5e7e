import Testing

@testable import PayEngine

@Suite struct PinAttemptsTests {
    private let start = Timestamp(seconds: 1_795_239_487)

    private func after(_ milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: start.milliseconds + milliseconds)
    }

    private var locked: PinAttempts {
        var attempts = PinAttempts()
        for _ in 1...5 { _ = attempts.count("1", now: start) }
        return attempts
    }

    @Test func fiveInARowLockForAMinute() {
        var attempts = PinAttempts()
        for left in [4, 3, 2, 1, 0] {
            #expect(attempts.secondsLocked("1", now: start) == nil)
            #expect(attempts.count("1", now: start) == left)
        }
        #expect(attempts.secondsLocked("1", now: start) == 60)
        #expect(attempts.secondsLocked("2", now: start) == nil)
        #expect(attempts.secondsLocked("1", now: after(1)) == 60)
        #expect(attempts.secondsLocked("1", now: after(59_000)) == 1)
        #expect(attempts.secondsLocked("1", now: after(59_999)) == 1)
        #expect(attempts.secondsLocked("1", now: after(60_000)) == nil)
        #expect(attempts.count("1", now: after(60_000)) == 4)
    }

    @Test func theLockCountsFromTheLastOne() {
        var attempts = PinAttempts()
        for index in 0..<5 { _ = attempts.count("1", now: after(Int64(index) * 100_000)) }
        #expect(attempts.secondsLocked("1", now: after(400_000)) == 60)
    }

    @Test func aRightOneForgetsTheWrongOnes() {
        var attempts = PinAttempts()
        for _ in 1...4 { _ = attempts.count("1", now: start) }
        attempts.forget("1")
        #expect(attempts.count("1", now: start) == 4)
    }

    @Test func fewWrongOnesAreNotForgottenByTime() {
        var attempts = PinAttempts()
        for _ in 1...4 { _ = attempts.count("1", now: start) }
        #expect(attempts.secondsLocked("1", now: after(86_400_000)) == nil)
        #expect(attempts.count("1", now: after(86_400_000)) == 0)
    }

    /// It neither unlocks, nor locks for longer than a minute from when it was noticed.
    @Test(arguments: [1, 60_000, 3_600_000, 1_795_239_487_000, 2_000_000_000_000])
    func clockSetBack(by milliseconds: Int64) {
        var attempts = locked
        #expect(attempts.secondsLocked("1", now: after(-milliseconds)) == 60)
        let noticed = max(0, start.milliseconds - milliseconds)
        #expect(attempts.secondsLocked("1", now: Timestamp(milliseconds: noticed + 59_000)) == 1)
        #expect(attempts.secondsLocked("1", now: Timestamp(milliseconds: noticed + 60_000)) == nil)
    }

    @Test func onlyWhatCanHaveBeenWrittenIsSound() {
        #expect(locked.isSound)
        #expect(PinAttempts().isSound)
        let moments: [(Int, Int64)] = [(0, 1), (-1, 1), (6, 1), (Int.max, 1), (5, -1), (5, .min), (5, .max)]
        for (wrong, last) in moments {
            let text = #"{"staff":{"1":{"last":\#(last),"wrong":\#(wrong)}}}"#
            let attempts = WireJSON.decode(PinAttempts.self, from: Array(text.utf8))
            #expect(attempts != nil)
            #expect(attempts?.isSound == false)
        }
    }
}
