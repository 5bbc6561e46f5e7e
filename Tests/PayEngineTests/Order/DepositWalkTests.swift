import TestSupport
import Testing

@testable import PayEngine

/// Deposits under random events, twice told ones and late answers, on and on.
@Suite struct DepositWalkTests {
    private static let moment = Timestamp(seconds: 1_795_239_500)
    private static let sending = OrderStatus.Sending(uptime: .zero, boot: "boot")

    @Test func noWalkTakesOutMoreThanWasFrozen() {
        let random = SeededRandomSource(47)
        var refused = 0
        var ended = 0
        for _ in 0..<10_000 {
            var deposit = SampleDeposit.made(random.element(of: [.done, .done, .unknown, .waiting]))
            var told: [OrderEvent] = []
            for turn in 0..<12 {
                let before = deposit
                let event = random.below(4) == 0 && !told.isEmpty ? random.element(of: told) : Self.event(random, turn)
                told.append(event)
                if random.below(8) == 0 { deposit.apply(Self.telling(random, deposit), time: Self.moment, record: "r") }
                let isTaken = deposit.apply(event, time: Self.moment, sending: Self.sending, record: "r")
                if !isTaken { refused += 1 }
                check(before, event, deposit)
            }
            if deposit.outcome == .over { ended += 1 }
        }
        #expect(refused > 50, "the walks do come by there")
        #expect(ended > 1000, "the walks do end")
    }

    /// One expectation for each event: there are more than a hundred thousand.
    private func check(_ before: Deposit, _ event: OrderEvent, _ after: Deposit) {
        let done = Set(after.laterOrders.filter { $0.outcome == .done }.map(\.number))
        let spent = after.laterOrders.filter { done.contains($0.number) }.map(\.fee.value).reduce(0, +)
        let neverGrows = after.left <= before.left || before.outcome != .done
        let staysDone = before.laterOrders.allSatisfy { $0.outcome != .done || done.contains($0.number) }
        let staysOver = before.outcome != .over || after.outcome == .over
        let isOnce = Set(after.laterOrders.map(\.number)).count == after.laterOrders.count
        let sum = after.consumed.value + after.released.value + after.left.value
        let isSound =
            spent <= after.fee.value && after.left >= .zero && after.released >= .zero && sum == after.fee.value
        #expect(
            isSound && neverGrows && staysDone && staysOver && isOnce, "\(before)\n\(event)\n\(after)")
    }

    private static func event(_ random: SeededRandomSource, _ turn: Int) -> OrderEvent {
        let index = random.below(min(4, turn / 2 + 1))
        let fee: Int64 = [400, 700, 100, 1250][index]
        let kind = random.element(of: [
            Order.Kind.release, .release, .consume(keepsRest: true), .consume(keepsRest: false),
        ])
        switch turn < 4 ? 0 : random.below(4) {
        case 0: return SampleOrder.intended(index, fee, kind)
        case 1:
            return OrderEvent(
                kind: kind, number: SampleOrder.number(index), fee: Fen(fee), step: .sendingAgain(base: "b"))
        default: return SampleOrder.told(index, fee, random.element(of: kind.outcomes + [.done]), kind)
        }
    }

    /// The gateway's figures only ever grow.
    private static func telling(_ random: SeededRandomSource, _ deposit: Deposit) -> OutcomeReport {
        var telling = OutcomeReport(random.element(of: Outcome.allCases + [.done, .done]), .held)
        guard telling.outcome == .done || telling.outcome == .over else { return telling }
        let left = telling.outcome == .over ? 0 : Int64(random.below(Int(deposit.left.value) + 1))
        let consumed = deposit.consumed
        telling.totals = DepositTotals(
            frozen: deposit.fee, consumed: consumed,
            releasedByHand: Fen(max(0, deposit.fee.value - left - consumed.value)), releasedByItself: .zero)
        return telling
    }
}
