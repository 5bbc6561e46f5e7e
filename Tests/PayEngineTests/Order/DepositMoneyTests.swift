import Testing

@testable import PayEngine

@Suite struct DepositMoneyTests {
    private static let moment = Timestamp(seconds: 1_795_239_500)
    private static let sending = OrderStatus.Sending(uptime: .zero, boot: "boot")
    /// Of ``SampleTill``.
    private static let fee = SampleTill.fee.value

    private func take(_ event: OrderEvent, _ deposit: inout Deposit) -> Bool {
        deposit.apply(event, time: Self.moment, sending: Self.sending, record: "record")
    }

    @Test func partsAndWholes() {
        var deposit = SampleDeposit.made(.done)
        #expect(deposit.left == SampleTill.fee && deposit.consumed == .zero && deposit.released == .zero)
        #expect(take(SampleOrder.intended(1, 4), &deposit))
        #expect(deposit.openOrder?.fee == Fen(4) && deposit.left == SampleTill.fee)
        #expect(take(SampleOrder.told(1, 4, .done), &deposit))
        #expect(deposit.left == Fen(Self.fee - 4) && deposit.released == Fen(4) && deposit.openOrder == nil)
        #expect(take(SampleOrder.intended(2, 5, .consume(keepsRest: true)), &deposit))
        #expect(take(SampleOrder.told(2, 5, .done, .consume(keepsRest: true)), &deposit))
        #expect(deposit.left == Fen(Self.fee - 9) && deposit.consumed == Fen(5) && deposit.outcome == .done)
        #expect(take(SampleOrder.intended(3, Self.fee - 9), &deposit))
        #expect(take(SampleOrder.told(3, Self.fee - 9, .done), &deposit))
        #expect(deposit.outcome == .over && deposit.left == .zero && deposit.released == Fen(Self.fee - 5))
    }

    @Test func aConsumeThatReleasesTheRestEndsIt() {
        var deposit = SampleDeposit.made(.done)
        let kind = Order.Kind.consume(keepsRest: false)
        #expect(take(SampleOrder.intended(1, 1, kind), &deposit))
        #expect(take(SampleOrder.told(1, 1, .done, kind), &deposit))
        #expect(deposit.outcome == .over && deposit.consumed == Fen(1) && deposit.released == Fen(Self.fee - 1))
    }

    @Test func moreThanWasFrozenIsRefused() {
        var deposit = SampleDeposit.made(.done)
        #expect(take(SampleOrder.intended(1, Self.fee - 1), &deposit))
        #expect(take(SampleOrder.told(1, Self.fee - 1, .done), &deposit))
        #expect(take(SampleOrder.intended(2, 2), &deposit))
        let before = deposit
        #expect(!take(SampleOrder.told(2, 2, .done), &deposit))
        #expect(deposit == before && deposit.left == Fen(1))
        #expect(take(SampleOrder.told(2, 2, .refused), &deposit))
    }

    @Test func refusedAndNotSentTakeNothing() {
        var deposit = SampleDeposit.made(.done)
        for (index, outcome) in [Outcome.refused, .notSent, .unknown].enumerated() {
            #expect(take(SampleOrder.intended(index, Self.fee), &deposit))
            #expect(take(SampleOrder.told(index, Self.fee, outcome), &deposit))
            #expect(deposit.left == SampleTill.fee && deposit.outcome == .done)
        }
    }

    /// What others took counts: of two bounds the smaller one holds.
    @Test func theGatewaysTotalsCount() throws {
        var deposit = SampleDeposit.made(.done)
        let totals = try #require(
            DepositTotals(
                frozen: SampleTill.fee, consumed: Fen(1), releasedByHand: Fen(2), releasedByItself: .zero))
        var telling = OutcomeReport(.done, .held)
        telling.totals = totals
        #expect(deposit.transition(to: telling) == .changed)
        deposit.apply(telling, time: Self.moment, record: "other")
        #expect(deposit.left == Fen(Self.fee - 3) && deposit.consumed == Fen(1) && deposit.released == Fen(2))
        #expect(deposit.transition(to: telling) == .unchanged)
        #expect(take(SampleOrder.intended(1, 4, totals: totals), &deposit))
        #expect(take(SampleOrder.told(1, 4, .done), &deposit))
        #expect(deposit.left == Fen(Self.fee - 7))
    }

    @Test func untouchedTotalsAreNoNews() {
        let deposit = SampleDeposit.made(.done)
        var telling = OutcomeReport(.done, .held)
        telling.totals = DepositTotals(untouched: deposit.fee)
        #expect(deposit.transition(to: telling) == .unchanged)
    }

    @Test func impossibleTotalsAreNone() {
        let bad: [(Int64, Int64, Int64)] = [(-1, 0, 0), (0, -1, 0), (0, 0, -1), (10, 1, 0), (4, 4, 3), (.max, .max, 1)]
        for (consumed, byHand, byItself) in bad {
            let totals = DepositTotals(
                frozen: Fen(10), consumed: Fen(consumed), releasedByHand: Fen(byHand),
                releasedByItself: Fen(byItself))
            #expect(totals == nil)
        }
        let whole = DepositTotals(
            frozen: Fen(10), consumed: Fen(4), releasedByHand: Fen(4), releasedByItself: Fen(2))
        #expect(whole?.left == .zero && whole?.released == Fen(6))
    }
}
