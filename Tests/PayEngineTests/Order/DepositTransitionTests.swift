import Testing

@testable import PayEngine

@Suite struct DepositTransitionTests {
    private static let moment = Timestamp(seconds: 1_795_239_500)

    private func telling(_ outcome: Outcome) -> OutcomeReport {
        OutcomeReport(outcome, Reason.unexplained(outcome))
    }

    /// From, to, what it does.
    private static let table: [(Outcome, [Outcome: Order.Transition])] = [
        (
            .done,
            [
                .done: .unchanged, .waiting: .contradicts, .refused: .contradicts, .unknown: .contradicts,
                .notSent: .contradicts, .over: .changed,
            ]
        ),
        (
            .over,
            [
                .done: .contradicts, .waiting: .contradicts, .refused: .contradicts, .unknown: .contradicts,
                .notSent: .contradicts, .over: .unchanged,
            ]
        ),
        (
            .refused,
            [
                .done: .lateSuccess, .waiting: .changed, .refused: .unchanged, .unknown: .unchanged,
                .notSent: .unchanged, .over: .changed,
            ]
        ),
        (
            .notSent,
            [
                .done: .lateSuccess, .waiting: .changed, .refused: .unchanged, .unknown: .unchanged,
                .notSent: .unchanged, .over: .changed,
            ]
        ),
        (
            .waiting,
            [
                .done: .changed, .waiting: .changed, .refused: .changed, .unknown: .changed, .notSent: .changed,
                .over: .changed,
            ]
        ),
        (
            .unknown,
            [
                .done: .changed, .waiting: .changed, .refused: .changed, .unknown: .changed, .notSent: .changed,
                .over: .changed,
            ]
        ),
    ]

    @Test func allPairs() {
        #expect(Set(Self.table.map(\.0)) == Set(Outcome.allCases))
        for (from, row) in Self.table {
            #expect(Set(row.keys) == Set(Outcome.allCases))
            for (to, transition) in row {
                let deposit = SampleDeposit.made(from, .inProgress)
                #expect(deposit.transition(to: telling(to)) == transition, "\(from) to \(to)")
                var after = deposit
                after.apply(telling(to), time: Self.moment, record: "r")
                switch transition {
                case .contradicts: #expect(after == deposit)
                case .unchanged: #expect(after.outcome == from)
                case .changed, .lateSuccess: #expect(after.outcome == to && after.changeTime == Self.moment)
                }
                #expect(after.isLateSuccess == (transition == .lateSuccess))
            }
        }
    }

    @Test func theSameOnceMoreIsNothingNew() {
        for outcome in [Outcome.waiting, .unknown] {
            let deposit = SampleDeposit.made(outcome, .noAnswer("x"))
            #expect(deposit.transition(to: .init(outcome, .noAnswer("x"))) == .unchanged)
            #expect(deposit.transition(to: .init(outcome, .noAnswer("y"))) == .changed)
        }
    }

    @Test(arguments: [Outcome.waiting, .unknown])
    func frozenAfterItWasClosedByHandIsALateSuccess(outcome: Outcome) {
        var deposit = SampleDeposit.made(outcome)
        deposit.freeze.closing = OrderStatus.Closing(staffID: "1", reason: "r", time: Self.moment)
        #expect(!deposit.isOpen)
        #expect(deposit.transition(to: telling(.done)) == .lateSuccess)
        deposit.apply(telling(.done), time: Self.moment, record: "r")
        #expect(deposit.isLateSuccess && deposit.outcome == .done && deposit.record == "r")
    }

    @Test(arguments: [Outcome.refused, .notSent])
    func frozenAfterItWasGivenUpIsALateSuccessByWhateverWay(outcome: Outcome) {
        var deposit = SampleDeposit.made(outcome)
        deposit.apply(telling(.waiting), time: Self.moment, record: "a")
        #expect(deposit.isOpen && !deposit.isLateSuccess && deposit.record == nil)
        deposit.apply(telling(.unknown), time: Self.moment, record: "b")
        deposit.apply(telling(.done), time: Self.moment, record: "c")
        #expect(deposit.isLateSuccess && deposit.outcome == .done && deposit.record == "c")
        deposit.apply(telling(.over), time: Self.moment, record: "d")
        #expect(deposit.outcome == .over && deposit.isLateSuccess)
    }

    @Test func theLineThatSettledItIsKept() {
        var deposit = SampleDeposit.made()
        deposit.apply(telling(.done), time: Self.moment, record: "first")
        deposit.apply(telling(.done), time: Self.moment, record: "second")
        #expect(deposit.record == "first")
    }

    @Test func theBaseIsTheOneThatGotTheBytes() {
        var deposit = SampleDeposit.made()
        for base in [SampleTill.second, GatewayBase.published[0]] {
            // Two bases on one host can fail with the same words.
            deposit.apply(.init(.unknown, .nextBase("x"), base: base.text), time: Self.moment, record: "r")
            #expect(deposit.base == base.text)
        }
        deposit.apply(.init(.unknown, .noAnswer("x"), base: SampleTill.first.text), time: Self.moment, record: "r")
        #expect(deposit.base == GatewayBase.published[0].text, "who answered a question is no sending")
    }

    @Test func onlyA407ToTheFirstSendingContests() {
        let verdict = GatewayVerdict(status: 104, internalStatus: 407)
        var deposit = SampleDeposit.made()
        deposit.apply(.init(.unknown, .numberUsedBefore(verdict)), time: Self.moment, record: "r")
        #expect(deposit.freeze.isContested)
        var again = SampleDeposit.made()
        again.freeze.wasSentAgain = true
        again.apply(.init(.unknown, .numberUsedBefore(verdict)), time: Self.moment, record: "r")
        #expect(!again.freeze.isContested)
    }

    @Test func theNumberOfThePhoneIsKept() {
        var deposit = SampleDeposit.made()
        var telling = telling(.done)
        telling.platformNumber = "4200"
        deposit.apply(telling, time: Self.moment, record: "r")
        deposit.apply(self.telling(.over), time: Self.moment, record: "r")
        #expect(deposit.platformNumber == "4200")
    }
}
