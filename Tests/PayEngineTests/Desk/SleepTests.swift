import Synchronization
import TestSupport
import Testing

@testable import PayEngine

/// A machine that sleeps while an order is under way.
@Suite struct SleepTests {
    /// The first sending is lost and the gateway knows nothing; it sleeps before this question is answered.
    private func desk(sleep: Duration, before question: Int) throws -> SampleDesk {
        let box = Mutex<TestClock?>(nil)
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze: return .result(.lost("x"))
            default:
                if call.index == question { box.withLock { $0 }?.sleep(for: sleep) }
                return .answer(.refusal(104, internalStatus: 400))
            }
        }
        box.withLock { $0 = sample.clock }
        return sample
    }

    private func interfaces(_ sample: SampleDesk) -> [Interface] { sample.transport.requests.compactMap(\.interface) }

    @Test func withoutASleepItIsSentAgain() async throws {
        let sample = try desk(sleep: .zero, before: -1)
        _ = await sample.freeze(SampleDesk.request(wait: .seconds(20)))
        #expect(sample.transport.requests(to: .microFreeze).count == 3)
    }

    /// A minute after the scan nothing is sent again, and a sleep counts.
    @Test func aSleepCountsAgainstTheMinute() async throws {
        let sample = try desk(sleep: .seconds(61), before: 0)
        _ = await sample.freeze(SampleDesk.request(wait: .seconds(100)))
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
    }

    /// After a sleep the first thing is a question, never a sending.
    @Test func afterASleepItAsksFirst() async throws {
        let awake = try desk(sleep: .zero, before: -1)
        _ = await awake.freeze(SampleDesk.request(wait: .seconds(20)))
        let place = try #require(interfaces(awake).dropFirst().firstIndex(of: .microFreeze))
        let question = interfaces(awake)[..<place].count { $0 == .queryFreezeOrder } - 1
        let sample = try desk(sleep: .seconds(10), before: question)
        _ = await sample.freeze(SampleDesk.request(wait: .seconds(40)))
        #expect(interfaces(sample)[place] == .queryFreezeOrder)
        #expect(sample.transport.requests(to: .microFreeze).count > 1)
    }

    /// No other base gets what a sleep has kept back: nothing was sent, and the order is void.
    @Test func noBaseGetsItAfterASleep() async throws {
        let box = Mutex<TestClock?>(nil)
        let sample = try SampleDesk { _ in
            box.withLock { $0 }?.sleep(for: .seconds(5))
            return .result(.notConnected("x"))
        }
        box.withLock { $0 = sample.clock }
        guard case .settled(let deposit)? = await sample.freeze().last else {
            Issue.record("not settled")
            return
        }
        #expect(deposit.outcome == .notSent)
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
    }

    @Test func theMachinesClocksAgree() {
        let clock = SystemClock()
        #expect(clock.suspended >= .milliseconds(-1))
        #expect(clock.boot.utf8.count == 36)
        #expect(!clock.hasSlept(since: clock.suspended))
        let monotonic = clock.monotonic
        #expect(clock.boottime - monotonic >= clock.suspended)
    }
}
