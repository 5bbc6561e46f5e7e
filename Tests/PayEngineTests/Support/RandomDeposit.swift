import TestSupport

@testable import PayEngine

/// Deposits with anything in every field.
enum RandomDeposit {
    static func made(_ random: SeededRandomSource) -> Deposit {
        var deposit = Deposit(
            freeze: order(random, .freeze), maskedCode: random.words(4), body: random.words(8), reference: text(random))
        deposit.laterOrders = (0..<random.below(4)).map { _ in
            order(random, random.element(of: [.release, .consume(keepsRest: true), .consume(keepsRest: false)]))
        }
        deposit.totals = totals(random)
        deposit.isFromElsewhere = random.flag()
        deposit.codeDigest = text(random)
        deposit.createTime = random.below(2) == 0 ? nil : Timestamp(seconds: Int64(random.below(1_000_000)))
        deposit.endTime = random.below(2) == 0 ? nil : Timestamp(seconds: Int64(random.below(1_000_000)))
        return deposit
    }

    static func order(_ random: SeededRandomSource, _ kind: Order.Kind) -> Order {
        var intent = Order.Intent(
            fee: fen(random), platform: random.element(of: PayPlatform.allCases), base: random.words(3))
        intent.staffID = text(random)
        intent.approverID = text(random)
        intent.remark = text(random)
        intent.totals = totals(random)
        intent.expiry = random.flag() ? time(random) : nil
        var order = Order(intent, kind: kind, number: number(random), startTime: time(random))
        order.outcome = random.element(of: kind.outcomes)
        order.reason = reason(random)
        order.changeTime = time(random)
        order.platformNumber = text(random)
        order.restTold = random.flag() ? fen(random) : nil
        order.verdict = verdict(random)
        order.tradeState = random.flag() ? random.below(20) - 2 : nil
        order.logID = random.flag() ? .max : nil
        order.closing = closing(random)
        order.isLateSuccess = random.flag()
        order.record = text(random)
        order.isContested = random.flag()
        order.wasSentAgain = random.flag()
        order.wasGivenUp = random.flag()
        order.isOverBySums = random.flag()
        order.sending = sending(random)
        return order
    }

    static func number(_ random: SeededRandomSource) -> OrderNumber {
        OrderNumber("n\(random.next() % 1_000_000_000)") ?? SampleTill.number
    }

    private static func reason(_ random: SeededRandomSource) -> Reason {
        random.element(of: [
            .held, .carriedOut, .refusedByGateway(GatewayVerdict(status: 104, internalStatus: 1, text: "押")),
            .noAnswer(random.words(5)), .unrecognisedState(random.flag() ? 9 : nil),
            .unbelievable(random.element(of: InvalidAnswer.allCases)), .gatewayUndecided(GatewayVerdict(status: -1)),
        ])
    }

    private static func totals(_ random: SeededRandomSource) -> DepositTotals? {
        guard random.flag() else { return nil }
        let part = Int64(random.below(100))
        func sum() -> Fen? { random.below(4) == 0 ? nil : Fen(part) }
        return DepositTotals(
            frozen: Fen(part * 4),
            sums: DepositSums(consumed: sum(), releasedByHand: sum(), releasedByItself: sum(), refunded: sum()))
    }

    private static func closing(_ random: SeededRandomSource) -> OrderStatus.Closing? {
        guard random.flag() else { return nil }
        return OrderStatus.Closing(staffID: text(random), reason: random.words(9), time: time(random))
    }

    private static func sending(_ random: SeededRandomSource) -> OrderStatus.Sending? {
        guard random.flag() else { return nil }
        return OrderStatus.Sending(uptime: .nanoseconds(Int64(random.next() >> 2)), boot: random.words(4))
    }

    private static func verdict(_ random: SeededRandomSource) -> GatewayVerdict? {
        random.flag() ? GatewayVerdict(status: random.below(200) - 5, internalStatus: nil, text: text(random)) : nil
    }

    private static func text(_ random: SeededRandomSource) -> String? {
        random.flag() ? random.words(random.below(20)) : nil
    }
    private static func fen(_ random: SeededRandomSource) -> Fen { Fen(Int64(random.next() >> 20)) }
    private static func time(_ random: SeededRandomSource) -> Timestamp {
        Timestamp(milliseconds: Int64(random.next() >> 16))
    }
}
