@testable import PayEngine

/// Deposits with anything in every field.
enum RandomDeposit {
    static func made(_ random: SeededRandom) -> Deposit {
        var deposit = Deposit(
            number: number(random), fee: fen(random), platform: random.element(of: PayPlatform.allCases),
            staffID: text(random), maskedCode: random.words(4), body: random.words(8), remark: text(random),
            reference: text(random), startTime: time(random), base: random.words(6))
        deposit.outcome = random.element(of: Outcome.allCases)
        deposit.reason = reason(random)
        deposit.changeTime = time(random)
        deposit.platformNumber = text(random)
        deposit.verdict = verdict(random)
        deposit.tradeState = random.flag() ? random.below(20) - 2 : nil
        deposit.logID = random.flag() ? .max : nil
        deposit.closing = closing(random)
        deposit.isLateSuccess = random.flag()
        deposit.record = text(random)
        deposit.followUps = (0..<random.below(4)).map { _ in followUp(random) }
        deposit.totals = totals(random)
        deposit.expiry = random.flag() ? time(random) : nil
        deposit.isFromElsewhere = random.flag()
        deposit.isContested = random.flag()
        deposit.wasSentAgain = random.flag()
        deposit.wasGivenUp = random.flag()
        deposit.isOverBySums = random.flag()
        deposit.codeDigest = text(random)
        deposit.sending = sending(random)
        deposit.createTime = random.below(2) == 0 ? nil : Timestamp(seconds: Int64(random.below(1_000_000)))
        deposit.endTime = random.below(2) == 0 ? nil : Timestamp(seconds: Int64(random.below(1_000_000)))
        return deposit
    }

    static func followUp(_ random: SeededRandom) -> FollowUp {
        var intent = FollowUp.Intent(fee: fen(random), platform: .wechat, frozen: .zero, base: random.words(3))
        intent.staffID = text(random)
        intent.approverID = text(random)
        intent.remark = text(random)
        intent.totals = totals(random)
        let kind = random.element(of: [
            FollowUp.Kind.release, .consume(keepsRest: true), .consume(keepsRest: false),
        ])
        var followUp = FollowUp(intent, kind: kind, number: number(random), startTime: time(random))
        followUp.outcome = random.element(of: FollowUp.Outcome.allCases)
        followUp.reason = reason(random)
        followUp.changeTime = time(random)
        followUp.platformNumber = text(random)
        followUp.restTold = random.flag() ? fen(random) : nil
        followUp.verdict = verdict(random)
        followUp.tradeState = random.flag() ? random.below(20) : nil
        followUp.logID = random.flag() ? 7 : nil
        followUp.closing = closing(random)
        followUp.isLateSuccess = random.flag()
        followUp.record = text(random)
        followUp.sending = sending(random)
        return followUp
    }

    static func number(_ random: SeededRandom) -> OrderNumber {
        OrderNumber("n\(random.next() % 1_000_000_000)") ?? SampleTill.number
    }

    private static func reason(_ random: SeededRandom) -> Reason {
        random.element(of: [
            .held, .carriedOut, .refusedByGateway(GatewayVerdict(status: 104, internalStatus: 1, text: "押")),
            .noAnswer(random.words(5)), .unrecognisedState(random.flag() ? 9 : nil),
            .unbelievable(random.element(of: InvalidAnswer.allCases)), .gatewayUndecided(GatewayVerdict(status: -1)),
        ])
    }

    private static func totals(_ random: SeededRandom) -> DepositTotals? {
        guard random.flag() else { return nil }
        let part = Int64(random.below(100))
        func sum() -> Fen? { random.below(4) == 0 ? nil : Fen(part) }
        return DepositTotals(
            frozen: Fen(part * 4),
            sums: DepositSums(consumed: sum(), releasedByHand: sum(), releasedByItself: sum(), refunded: sum()))
    }

    private static func closing(_ random: SeededRandom) -> Deposit.Closing? {
        guard random.flag() else { return nil }
        return Deposit.Closing(staffID: text(random), reason: random.words(9), time: time(random))
    }

    private static func sending(_ random: SeededRandom) -> Deposit.Sending? {
        guard random.flag() else { return nil }
        return Deposit.Sending(uptime: .nanoseconds(Int64(random.next() >> 2)), boot: random.words(4))
    }

    private static func verdict(_ random: SeededRandom) -> GatewayVerdict? {
        random.flag() ? GatewayVerdict(status: random.below(200) - 5, internalStatus: nil, text: text(random)) : nil
    }

    private static func text(_ random: SeededRandom) -> String? { random.flag() ? random.words(random.below(20)) : nil }
    private static func fen(_ random: SeededRandom) -> Fen { Fen(Int64(random.next() >> 20)) }
    private static func time(_ random: SeededRandom) -> Timestamp {
        Timestamp(milliseconds: Int64(random.next() >> 16))
    }
}
