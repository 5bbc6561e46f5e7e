import Testing

@testable import PayEngine

/// “Releases and consumes follow the same table”, state by state.
@Suite struct ConsumeMeaningTests {
    private static let fee = Fen(400)

    private func asked(_ platform: PayPlatform) -> ExpectedOrder {
        ExpectedOrder(number: SampleOrder.number(1), platform: platform, fee: Self.fee, deposit: SampleTill.number)
    }

    private func consume(_ state: Int?, fee: Fen? = fee) -> Consume {
        var consume = Consume(number: SampleOrder.number(1).text)
        consume.tradeState = state
        consume.fee = fee
        return consume
    }

    private func meaning(_ consume: Consume, _ platform: PayPlatform, status: Int = 0) -> Meaning {
        Meaning(.answered(GatewayVerdict(status: status), consume), to: .query, asked: asked(platform))
    }

    private func meaning(_ release: Release, _ platform: PayPlatform) -> Meaning {
        Meaning(.answered(GatewayVerdict(status: 0), release), to: .query, asked: asked(platform))
    }

    @Test func consumesOnWeChatPay() {
        let table: [(Int?, Meaning)] = [
            (1, .unknown(.beingMade, .poll)), (2, .done), (3, .done), (4, .done), (5, .refused(.customerStopped)),
            (6, .unknown(.beingMade, .poll)), (7, .refused(.failedAtPlatform)), (8, .refused(.failedAtPlatform)),
            (9, .unknown(.beingMade, .poll)), (10, .refused(.failedAtPlatform)), (11, .notThere(byState: true)),
            (12, .unknown(.beingMade, .poll)), (13, .unknown(.unrecognisedState(13), .poll)), (14, .done),
            (0, .unknown(.unrecognisedState(0), .poll)), (15, .unknown(.unrecognisedState(15), .poll)),
            (nil, .unknown(.unrecognisedState(nil), .poll)),
        ]
        for (state, expected) in table { #expect(meaning(consume(state), .wechat) == expected, "\(state ?? -1)") }
    }

    @Test func consumesOnAlipay() {
        let table: [(Int?, Meaning)] = [
            (1, .unknown(.beingMade, .poll)), (2, .done), (3, .unknown(.unrecognisedState(3), .poll)),
            (4, .unknown(.refundedOrClosed, .poll)), (5, .unknown(.refundedOrClosed, .poll)), (6, .done),
            (7, .notThere(byState: true)), (14, .unknown(.unrecognisedState(14), .poll)),
        ]
        for (state, expected) in table { #expect(meaning(consume(state), .alipay) == expected, "\(state ?? -1)") }
    }

    // MARK: - Alipay's 4 and 5

    private static let before = DepositSums(
        consumed: Fen(100), releasedByHand: Fen(50), releasedByItself: .zero, refunded: Fen(30))

    /// What a consume of 400 fen comes to that Alipay calls refunded or closed, by the deposit's sums then and now.
    private func meaning(
        _ state: Int, before: DepositSums? = before, isOnly: Bool = true, told fee: Fen? = fee,
        now change: (inout DepositSums) -> Void
    ) -> Meaning {
        var now = Self.before
        change(&now)
        var consume = consume(state, fee: fee)
        consume.depositSums = now
        var asked = asked(.alipay)
        asked.sumsBefore = before
        asked.isOnlyConsume = isOnly
        return Meaning(.answered(GatewayVerdict(status: 0), consume), to: .query, asked: asked)
    }

    private static let undecided = Meaning.unknown(.refundedOrClosed, .poll)

    @Test func whatWasRefundedSinceWasDone() {
        for state in [4, 5] {
            #expect(meaning(state) { $0.refunded = Fen(430) } == .done)
            #expect(meaning(state) { ($0.refunded, $0.consumed) = (Fen(430), Fen(500)) } == .done)
            #expect(meaning(state) { ($0.refunded, $0.consumed) = (Fen(999), .zero) } == .done)
            #expect(meaning(state) { ($0.refunded, $0.releasedByHand) = (Fen(430), Fen(700)) } == .done)
            #expect(meaning(state) { $0.refunded = Fen(429) } == Self.undecided)
            #expect(meaning(state) { ($0.refunded, $0.consumed) = (Fen(430), Fen(501)) } == Self.undecided)
            #expect(meaning(state, isOnly: false) { $0.refunded = Fen(430) } == Self.undecided)
            #expect(meaning(state) { $0.consumed = Fen(500) } == Self.undecided, "consumed, and refunded in no part")
        }
        let mismatch = Meaning.askAgain(.unbelievable(.otherAmount), .poll)
        #expect(meaning(4, told: Fen(399)) { $0.refunded = Fen(430) } == mismatch)
    }

    @Test func onlyAClosedOneWhoseDepositHasNotMovedIsRefused() {
        #expect(meaning(5) { _ in } == .refused(.failedAtPlatform))
        #expect(meaning(4) { _ in } == Self.undecided)
        #expect(meaning(5) { $0.consumed = Fen(101) } == Self.undecided)
        #expect(meaning(5) { $0.releasedByHand = Fen(51) } == Self.undecided)
        #expect(meaning(5) { $0.releasedByItself = Fen(1) } == Self.undecided)
        #expect(meaning(5) { $0.refunded = Fen(31) } == Self.undecided)
    }

    /// What was not told then or is not told now proves nothing, although nothing seems to have moved.
    @Test func anAbsentSumDecidesNothing() {
        let sums: [WritableKeyPath<DepositSums, Fen?>] = [
            \.consumed, \.releasedByHand, \.releasedByItself, \.refunded,
        ]
        for sum in sums {
            for state in [4, 5] {
                var before = Self.before
                before[keyPath: sum] = nil
                #expect(meaning(state, before: before) { $0[keyPath: sum] = nil } == Self.undecided)
                #expect(meaning(state, before: before) { _ in } == Self.undecided)
                #expect(meaning(state) { $0[keyPath: sum] = nil } == Self.undecided)
                #expect(meaning(state, before: before) { $0.refunded = Fen(430) } == Self.undecided)
                let partial = meaning(state) { now in
                    now.refunded = Fen(430)
                    now[keyPath: sum] = nil
                }
                #expect(partial == Self.undecided)
            }
        }
        #expect(meaning(5, before: nil) { _ in } == Self.undecided)
        #expect(meaning(consume(5), .alipay) == Self.undecided)
    }

    /// Any other consume of the deposit that has no outcome, or that came later, may be the one that was refunded.
    @Test func onlyAConsumeThatIsAloneCanHaveMovedTheSums() {
        let kinds = [Order.Kind.release, .consume(keepsRest: true), .consume(keepsRest: false)]
        for kind in kinds {
            for outcome in kind.outcomes {
                for isLater in [false, true] {
                    var deposit = SampleDeposit.made(.done, .held)
                    let moment = deposit.startTime
                    var other = Order(
                        SampleOrder.intent(1), kind: kind, number: SampleOrder.number(2), startTime: moment)
                    other.outcome = outcome
                    let own = Order(
                        SampleOrder.intent(400), kind: .consume(keepsRest: true), number: SampleOrder.number(1),
                        startTime: moment)
                    deposit.laterOrders = isLater ? [own, other] : [other, own]
                    let isAlone = kind == .release || (!isLater && outcome != .unknown)
                    #expect(
                        ExpectedOrder(DepositOrder(deposit, own)).isOnlyConsume == isAlone,
                        "\(kind) \(outcome) \(isLater)")
                }
            }
        }
    }

    @Test func refundedIsNotRead() {
        var refunded = consume(5)
        refunded.refunded = Fen(1)
        #expect(meaning(refunded, .alipay) == Self.undecided)
    }

    /// A deposit that was unfrozen: only its totals tell whether this consume was in it.
    @Test func totalsDecideAnUnfrozenDepositsConsume() {
        var consume = consume(13)
        #expect(consume.isDecidedBySums(on: .wechat) && !consume.isDecidedBySums(on: .alipay))
        consume.depositSums = DepositSums(consumed: Self.fee)
        #expect(meaning(consume, .wechat) == .done)
        consume.depositSums = DepositSums(consumed: .zero)
        #expect(meaning(consume, .wechat) == .refused(.failedAtPlatform))
        consume.depositSums = DepositSums(consumed: Fen(399))
        #expect(meaning(consume, .wechat) == .unknown(.unrecognisedState(13), .poll))
    }

    @Test(arguments: PayPlatform.allCases)
    func anotherAmountIsNotBelieved(platform: PayPlatform) {
        let mismatch = Meaning.askAgain(.unbelievable(.otherAmount), .poll)
        #expect(meaning(consume(2, fee: Fen(399)), platform) == mismatch)
        #expect(meaning(consume(2, fee: nil), platform) == mismatch)
        #expect(meaning(release(2, platform, fee: Fen(399)), platform) == mismatch)
        #expect(meaning(release(2, platform, fee: nil), platform) == mismatch)
    }

    private func release(_ state: Int?, _ platform: PayPlatform, fee: Fen? = fee) -> Release {
        var release = Release(
            number: SampleOrder.number(1).text, outcome: Release.outcome(ofState: state, platform: platform))
        release.tradeState = state
        release.fee = fee
        return release
    }

    @Test(arguments: PayPlatform.allCases)
    func releasesFollowTheSameTable(platform: PayPlatform) {
        let fifth: Meaning =
            platform == .alipay ? .notThere(byState: true) : .unknown(.unrecognisedState(5), .poll)
        let table: [(Int?, Meaning)] = [
            (1, .unknown(.beingMade, .poll)), (2, .done), (3, .refused(.failedAtPlatform)),
            (4, .notThere(byState: true)), (5, fifth), (6, .unknown(.unrecognisedState(6), .poll)),
            (nil, .unknown(.unrecognisedState(nil), .poll)),
        ]
        for (state, expected) in table {
            #expect(meaning(release(state, platform), platform) == expected, "\(state ?? -1)")
        }
    }
}
