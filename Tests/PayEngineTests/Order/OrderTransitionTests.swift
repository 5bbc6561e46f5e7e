import Testing

@testable import PayEngine

@Suite struct OrderTransitionTests {
    private static let moment = Timestamp(seconds: 1_795_239_500)
    /// From, to, what it does.
    private static let table: [Outcome: [Outcome: Order.Transition]] = [
        .done: [.done: .unchanged, .refused: .contradicts, .unknown: .contradicts, .notSent: .contradicts],
        .refused: [.done: .lateSuccess, .refused: .unchanged, .unknown: .unchanged, .notSent: .unchanged],
        .notSent: [.done: .lateSuccess, .refused: .unchanged, .unknown: .unchanged, .notSent: .unchanged],
        .unknown: [.done: .changed, .refused: .changed, .unknown: .changed, .notSent: .changed],
    ]

    private func order(_ outcome: Outcome) -> Order {
        var order = Order(
            SampleOrder.intent(10), kind: .release, number: SampleOrder.number(1), startTime: Self.moment)
        order.outcome = outcome
        return order
    }

    @Test func allPairs() throws {
        for from in Order.Kind.release.outcomes {
            for to in Order.Kind.release.outcomes {
                let telling = OutcomeReport(to, Reason.unexplained(to, of: .release))
                let expected = try #require(Self.table[from]?[to])
                #expect(order(from).transition(to: telling) == expected, "\(from) to \(to)")
                var taken = order(from)
                taken.apply(telling, time: Self.moment, record: "r")
                let isTaken = expected == .changed || expected == .lateSuccess
                #expect(taken.outcome == (isTaken ? to : from))
                #expect(taken.isLateSuccess == (expected == .lateSuccess))
            }
        }
    }

    @Test func theSameUnknownAgainIsNoNews() {
        var order = order(.unknown)
        let telling = OutcomeReport(Outcome.unknown, .noAnswer("x"))
        #expect(order.transition(to: telling) == .changed)
        order.apply(telling, time: Self.moment, record: "r")
        #expect(order.transition(to: telling) == .unchanged && order.record == nil)
    }

    @Test func doneAfterItWasClosedByHandIsALateSuccess() {
        var order = order(.unknown)
        order.closing = OrderStatus.Closing(staffID: "1", reason: "r", time: Self.moment)
        #expect(!order.isOpen)
        order.apply(OutcomeReport(.done, .carriedOut), time: Self.moment, record: "r")
        #expect(order.isLateSuccess && order.outcome == .done && order.record == "r")
    }

    @Test func aLineThatIsDownContradictsNothing() {
        let down = OutcomeReport(Outcome.unknown, .noConnection("x"))
        for outcome in Order.Kind.release.outcomes where outcome.isSettled {
            #expect(order(outcome).transition(to: down) == .unchanged)
        }
    }
}
