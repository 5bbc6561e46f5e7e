import Testing

@testable import PayEngine

@Suite struct FollowUpTransitionTests {
    private static let moment = Timestamp(seconds: 1_795_239_500)
    /// From, to, what it does.
    private static let table: [Outcome: [Outcome: Order.Transition]] = [
        .done: [.done: .unchanged, .refused: .contradicts, .unknown: .contradicts, .notSent: .contradicts],
        .refused: [.done: .lateSuccess, .refused: .unchanged, .unknown: .unchanged, .notSent: .unchanged],
        .notSent: [.done: .lateSuccess, .refused: .unchanged, .unknown: .unchanged, .notSent: .unchanged],
        .unknown: [.done: .changed, .refused: .changed, .unknown: .changed, .notSent: .changed],
    ]

    private func followUp(_ outcome: Outcome) -> Order {
        var followUp = Order(
            SampleFollowUp.intent(10), kind: .release, number: SampleFollowUp.number(1), startTime: Self.moment)
        followUp.outcome = outcome
        return followUp
    }

    @Test func allPairs() throws {
        for from in Order.Kind.release.outcomes {
            for to in Order.Kind.release.outcomes {
                let telling = OutcomeReport(to, Reason.unexplained(to, of: .release))
                let expected = try #require(Self.table[from]?[to])
                #expect(followUp(from).transition(to: telling) == expected, "\(from) to \(to)")
                var taken = followUp(from)
                taken.apply(telling, time: Self.moment, record: "r")
                let isTaken = expected == .changed || expected == .lateSuccess
                #expect(taken.outcome == (isTaken ? to : from))
                #expect(taken.isLateSuccess == (expected == .lateSuccess))
            }
        }
    }

    @Test func theSameUnknownAgainIsNoNews() {
        var followUp = followUp(.unknown)
        let telling = OutcomeReport(Outcome.unknown, .noAnswer("x"))
        #expect(followUp.transition(to: telling) == .changed)
        followUp.apply(telling, time: Self.moment, record: "r")
        #expect(followUp.transition(to: telling) == .unchanged && followUp.record == nil)
    }

    @Test func doneAfterItWasClosedByHandIsALateSuccess() {
        var followUp = followUp(.unknown)
        followUp.closing = OrderStatus.Closing(staffID: "1", reason: "r", time: Self.moment)
        #expect(!followUp.isOpen)
        followUp.apply(OutcomeReport(.done, .carriedOut), time: Self.moment, record: "r")
        #expect(followUp.isLateSuccess && followUp.outcome == .done && followUp.record == "r")
    }

    @Test func aLineThatIsDownContradictsNothing() {
        let down = OutcomeReport(Outcome.unknown, .noConnection("x"))
        for outcome in Order.Kind.release.outcomes where outcome.isSettled {
            #expect(followUp(outcome).transition(to: down) == .unchanged)
        }
    }
}
