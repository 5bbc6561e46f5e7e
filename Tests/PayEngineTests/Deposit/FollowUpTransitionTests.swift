import Testing

@testable import PayEngine

@Suite struct FollowUpTransitionTests {
    private typealias Outcome = FollowUp.Outcome

    private static let moment = Timestamp(seconds: 1_795_239_500)
    /// From, to, what it does.
    private static let table: [Outcome: [Outcome: Deposit.Transition]] = [
        .done: [.done: .unchanged, .refused: .contradicts, .unknown: .contradicts, .notSent: .contradicts],
        .refused: [.done: .lateSuccess, .refused: .unchanged, .unknown: .unchanged, .notSent: .unchanged],
        .notSent: [.done: .lateSuccess, .refused: .unchanged, .unknown: .unchanged, .notSent: .unchanged],
        .unknown: [.done: .changed, .refused: .changed, .unknown: .changed, .notSent: .changed],
    ]

    private func followUp(_ outcome: FollowUp.Outcome) -> FollowUp {
        var followUp = FollowUp(
            SampleFollowUp.intent(10), kind: .release, number: SampleFollowUp.number(1), startTime: Self.moment)
        followUp.outcome = outcome
        return followUp
    }

    @Test func allPairs() throws {
        for from in FollowUp.Outcome.allCases {
            for to in FollowUp.Outcome.allCases {
                let telling = Telling(to, Reason.unexplained(to))
                let expected = try #require(Self.table[from]?[to])
                #expect(followUp(from).transition(to: telling) == expected, "\(from) to \(to)")
                var taken = followUp(from)
                taken.take(telling, time: Self.moment, record: "r")
                let isTaken = expected == .changed || expected == .lateSuccess
                #expect(taken.outcome == (isTaken ? to : from))
                #expect(taken.isLateSuccess == (expected == .lateSuccess))
            }
        }
    }

    @Test func theSameUnknownAgainIsNoNews() {
        var followUp = followUp(.unknown)
        let telling = Telling(FollowUp.Outcome.unknown, .noAnswer("x"))
        #expect(followUp.transition(to: telling) == .changed)
        followUp.take(telling, time: Self.moment, record: "r")
        #expect(followUp.transition(to: telling) == .unchanged && followUp.record == nil)
    }

    @Test func doneAfterItWasClosedByHandIsALateSuccess() {
        var followUp = followUp(.unknown)
        followUp.closing = Deposit.Closing(staffID: "1", reason: "r", time: Self.moment)
        #expect(!followUp.isOpen)
        followUp.take(Telling(.done, .carriedOut), time: Self.moment, record: "r")
        #expect(followUp.isLateSuccess && followUp.outcome == .done && followUp.record == "r")
    }

    @Test func aLineThatIsDownContradictsNothing() {
        let down = Telling(FollowUp.Outcome.unknown, .noConnection("x"))
        for outcome in FollowUp.Outcome.allCases where outcome.isSettled {
            #expect(followUp(outcome).transition(to: down) == .unchanged)
        }
    }
}
