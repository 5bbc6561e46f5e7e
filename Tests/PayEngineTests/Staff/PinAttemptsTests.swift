import TestSupport
import Testing

@testable import PayEngine

@Suite struct PinAttemptsTests {
    private let clock = TestClock()

    private var now: PinAttempts.Moment { PinAttempts.Moment(clock) }

    /// So many wrong ones, each tried as soon as it may be.
    private func attempts(_ count: Int) -> PinAttempts {
        var attempts = PinAttempts()
        for _ in 0..<count {
            while let seconds = attempts.secondsLocked("1", at: now) { clock.advance(by: .seconds(seconds)) }
            _ = attempts.count("1", at: now)
        }
        return attempts
    }

    @Test func fiveInARowLockForAMinute() {
        var attempts = PinAttempts()
        for left in [4, 3, 2, 1, 0] {
            #expect(attempts.secondsLocked("1", at: now) == nil)
            #expect(attempts.count("1", at: now) == left)
        }
        #expect(attempts.secondsOfLock("1") == 60)
        #expect(attempts.secondsLocked("1", at: now) == 60)
        #expect(attempts.secondsLocked("2", at: now) == nil)
        clock.advance(by: .milliseconds(59_001))
        #expect(attempts.secondsLocked("1", at: now) == 1)
        clock.advance(by: .milliseconds(999))
        #expect(attempts.secondsLocked("1", at: now) == nil)
        #expect(attempts.count("1", at: now) == 4)
    }

    /// A lock that is over is no new beginning.
    @Test(arguments: [(5, 60), (10, 300), (15, 900), (20, 3600), (25, 3600), (100, 3600), (6, nil), (14, nil)])
    func eachFurtherFiveLockForLonger(count: Int, seconds: Int?) {
        var attempts = attempts(count)
        #expect(attempts.secondsLocked("1", at: now) == seconds)
        #expect(attempts.staff["1"]?.wrong == count)
    }

    @Test func aRightOneForgetsTheWrongOnes() {
        var attempts = attempts(14)
        attempts.forget("1")
        #expect(attempts.count("1", at: now) == 4)
        #expect(attempts.staff["1"]?.wrong == 1)
    }

    @Test func theFirstOfARowIsKeptForPeople() {
        var attempts = PinAttempts()
        let first = clock.now.milliseconds
        for _ in 1...3 {
            _ = attempts.count("1", at: now)
            clock.advance(by: .seconds(3600))
        }
        #expect(attempts.staff["1"]?.since == first)
    }

    /// Moving the date opens nothing and locks nobody for longer.
    @Test(arguments: [-7_200_000, 7_200_000, -1_795_239_487_000, 2_000_000_000_000] as [Int64])
    func theDateIsMoved(by milliseconds: Int64) {
        var attempts = attempts(5)
        clock.set(now: Timestamp(milliseconds: clock.now.milliseconds + milliseconds))
        #expect(attempts.secondsLocked("1", at: now) == 60)
        clock.advance(by: .seconds(59))
        #expect(attempts.secondsLocked("1", at: now) == 1)
        clock.advance(by: .seconds(1))
        #expect(attempts.secondsLocked("1", at: now) == nil)
    }

    @Test func aSleepCounts() {
        var attempts = attempts(10)
        clock.sleep(for: .seconds(299))
        #expect(attempts.secondsLocked("1", at: now) == 1)
    }

    /// On another boot the whole lock begins again, once; one that is over stays over.
    @Test func theMachineIsStartedAgain() {
        var attempts = attempts(10)
        clock.advance(by: .seconds(200))
        clock.restart(boot: "another")
        #expect(attempts.secondsLocked("1", at: now) == 300)
        clock.advance(by: .seconds(100))
        #expect(attempts.secondsLocked("1", at: now) == 200)
        clock.advance(by: .seconds(200))
        #expect(attempts.secondsLocked("1", at: now) == nil)
        clock.restart(boot: "a third")
        #expect(attempts.secondsLocked("1", at: now) == nil)
    }

    @Test func aCountThatIsLostLocksEverybodyForAMinute() {
        var attempts = attempts(4)
        attempts.lose(at: now)
        #expect(attempts.secondsLocked("1", at: now) == 60)
        #expect(attempts.secondsLocked("2", at: now) == 60)
        clock.advance(by: .seconds(60))
        #expect(attempts.secondsLocked("1", at: now) == nil)
        #expect(attempts.loss == nil)
        #expect(attempts.count("1", at: now) == 4)
    }

    @Test func onlyWhatCanHaveBeenWrittenIsSound() {
        #expect(attempts(5).isSound)
        #expect(PinAttempts().isSound)
        let moments: [(Int, Int64)] = [(0, 1), (-1, 1), (Int.max, 1), (5, -1), (5, .min), (5, .max)]
        for (wrong, last) in moments {
            let moment = "{\"boot\":\"b\",\"boottime\":\(last),\"wall\":1}"
            let tries = "{\"isServed\":false,\"last\":\(moment),\"since\":1,\"wrong\":\(wrong)}"
            let text = "{\"staff\":{\"1\":\(tries)}}"
            let attempts = WireJSON.decode(PinAttempts.self, from: Array(text.utf8))
            #expect(attempts != nil)
            #expect(attempts?.isSound == false)
        }
    }
}
