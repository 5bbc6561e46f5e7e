import Testing

@testable import PayEngine

/// The second table of “What an answer means”, cell by cell: accepted, by the state.
@Suite struct MeaningOfStateTests {
    static let states: [Int?] = [nil, 0, 1, 2, 3, 4, 5, 6, 7, 8, 99, -1]

    private func order(_ platform: PayPlatform, _ state: Int?, isTransforming: Bool = false) -> FreezeOrder {
        var order = FreezeOrder(number: SampleTill.number.text, platform: platform, isTransforming: isTransforming)
        order.tradeState = state
        order.fee = SampleTill.fee
        return order
    }

    private func meaning(_ order: FreezeOrder, _ sending: Meaning.Sending, fee: Fen? = SampleTill.fee) -> Meaning {
        Meaning(
            .answered(GatewayVerdict(status: 0), order), to: sending, asked: SampleTill.asked(order.platform, fee: fee))
    }

    @Test(arguments: Meaning.Sending.allCases)
    func weChatPaysStatesMeanWhatTheTableSays(sending: Meaning.Sending) {
        let table: [(Int, Meaning)] = [
            (1, .unknown(.beingMade, .poll)), (2, .done), (3, .waiting(.customerTyping)),
            (4, .refused(.customerStopped)), (5, .over),
            (6, .refused(.paymentError)), (7, .notThere(byState: true)),
        ]
        for (state, expected) in table {
            #expect(meaning(order(.wechat, state), sending) == expected, "\(state)")
        }
        for state in [nil, 0, 8, 99, -1] as [Int?] {
            #expect(meaning(order(.wechat, state), sending) == .unknown(.unrecognisedState(state), .poll))
        }
    }

    @Test(arguments: Meaning.Sending.allCases)
    func alipaysStatesMeanWhatTheTableSays(sending: Meaning.Sending) {
        let table: [(Int, Meaning)] = [
            (1, .waiting(.customerTyping)), (2, .done), (3, .refused(.closedUnpaid)), (4, .notThere(byState: true)),
        ]
        for (state, expected) in table {
            #expect(meaning(order(.alipay, state), sending) == expected, "\(state)")
        }
        for state in [nil, 0, 5, 6, 7, 8, 99, -1] as [Int?] {
            #expect(meaning(order(.alipay, state), sending) == .unknown(.unrecognisedState(state), .poll))
        }
    }

    @Test(arguments: Meaning.Sending.allCases)
    func stillInWork(sending: Meaning.Sending) {
        for platform in PayPlatform.allCases {
            for state in Self.states {
                let isWaiting = platform == .wechat ? state == 3 : state == 1
                let expected = isWaiting ? Meaning.waiting(.customerTyping) : .unknown(.beingMade, .poll)
                #expect(meaning(order(platform, state, isTransforming: true), sending) == expected)
            }
        }
    }

    @Test func alipayClosedAfterItHadMoneyIsOver() {
        for total in [\FreezeOrder.consumed, \.releasedByHand, \.releasedByItself] {
            var order = order(.alipay, 3)
            order[keyPath: total] = Fen(1)
            #expect(meaning(order, .query) == .over)
            for none in [nil, Fen.zero, Fen(-1)] {
                order[keyPath: total] = none
                #expect(meaning(order, .query) == .refused(.closedUnpaid))
            }
        }
    }

    /// For frozen, waiting and over: present and equal.
    ///
    /// For not there and refused: equal, absent or 0.
    @Test func amountsMustAgree() {
        for platform in PayPlatform.allCases {
            for state in Self.states {
                for isTransforming in [false, true] {
                    var order = order(platform, state, isTransforming: isTransforming)
                    let agreed = meaning(order, .query)
                    for fee in [nil, Fen.zero, Fen(1249), Fen(-1250), Fen(4_294_968_546)] {
                        order.fee = fee
                        let expected = expected(agreed, fee: fee)
                        #expect(
                            meaning(order, .query) == expected, "\(platform) \(String(describing: state)) \(fee as Any)"
                        )
                        #expect(meaning(order, .query, fee: nil) == agreed, "another till's: only the number counts")
                    }
                }
            }
        }
    }

    private func expected(_ agreed: Meaning, fee: Fen?) -> Meaning {
        let mismatch = Meaning.askAgain(.unbelievable(.otherAmount), .poll)
        switch agreed {
        case .done, .waiting, .over: return mismatch
        case .refused, .notThere: return fee == nil || fee == .zero ? agreed : mismatch
        case .notSent, .unknown, .askAgain: return agreed
        }
    }

    @Test func toASendingAnotherAmountIsUnknown() {
        var order = order(.wechat, 2)
        order.fee = Fen(1)
        for sending in [Meaning.Sending.first, .again] {
            #expect(meaning(order, sending) == .unknown(.unbelievable(.otherAmount), .none))
        }
    }
}
