import Testing

@testable import PayEngine

/// “Releases and consumes follow the same table”, state by state.
@Suite struct ConsumeMeaningTests {
    private static let fee = Fen(400)

    private func asked(_ platform: PayPlatform) -> Asked {
        Asked(number: SampleFollowUp.number(1), platform: platform, fee: Self.fee, deposit: SampleTill.number)
    }

    private func consume(_ state: Int?, fee: Fen? = fee) -> Consume {
        var consume = Consume(number: SampleFollowUp.number(1).text)
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
            (4, .unknown(.beingMade, .poll)), (5, .refused(.failedAtPlatform)), (6, .done),
            (7, .notThere(byState: true)), (14, .unknown(.unrecognisedState(14), .poll)),
        ]
        for (state, expected) in table { #expect(meaning(consume(state), .alipay) == expected, "\(state ?? -1)") }
        var refunded = consume(5)
        refunded.refunded = Fen(1)
        #expect(meaning(refunded, .alipay) == .done)
    }

    /// A deposit that was unfrozen: only its totals tell whether this consume was in it.
    @Test func totalsDecideAnUnfrozenDepositsConsume() {
        var consume = consume(13)
        #expect(consume.isDecidedByTotals(on: .wechat) && !consume.isDecidedByTotals(on: .alipay))
        consume.depositConsumed = Self.fee
        #expect(meaning(consume, .wechat) == .done)
        consume.depositConsumed = .zero
        #expect(meaning(consume, .wechat) == .refused(.failedAtPlatform))
        consume.depositConsumed = Fen(399)
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
            number: SampleFollowUp.number(1).text, outcome: Release.outcome(ofState: state, platform: platform))
        release.tradeState = state
        release.fee = fee
        return release
    }

    @Test(arguments: PayPlatform.allCases)
    func releases(platform: PayPlatform) {
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
