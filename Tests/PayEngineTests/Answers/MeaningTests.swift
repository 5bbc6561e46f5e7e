import Testing

@testable import PayEngine

/// The first table of “What an answer means”, cell by cell.
@Suite struct MeaningTests {
    typealias Sending = Meaning.Sending
    typealias Answer = PayEngine.Answer<Statement<FreezeOrder>>

    private func meaning(_ answer: Answer, _ sending: Sending, _ platform: PayPlatform = .wechat) -> Meaning {
        Meaning(answer, to: sending, asked: SampleTill.asked(platform))
    }

    private func answered(_ status: Int, internalStatus: Int? = nil, order: FreezeOrder? = nil) -> Answer {
        .answered(GatewayVerdict(status: status, internalStatus: internalStatus), order)
    }

    private func order(_ state: Int?, fee: Fen? = SampleTill.fee, platform: PayPlatform = .wechat) -> FreezeOrder {
        var order = FreezeOrder(number: SampleTill.number.text, platform: platform)
        order.tradeState = state
        order.fee = fee
        return order
    }

    /// “What must agree”: the amount is there and equal where money moved or may move, and does not differ elsewhere.
    @Test func anotherAmountIsNotBelieved() {
        let sent = Meaning.unknown(.unbelievable(.otherAmount), .none)
        let asked = Meaning.askAgain(.unbelievable(.otherAmount), .poll)
        for fee in [nil, .zero, Fen(1), Fen(1251)] as [Fen?] {
            for state in [2, 3, 5] {
                #expect(meaning(answered(0, order: order(state, fee: fee)), .first) == sent)
                #expect(meaning(answered(0, order: order(state, fee: fee)), .query) == asked)
            }
        }
        for state in [4, 6, 7] {
            for fee in [nil, .zero, SampleTill.fee] as [Fen?] {
                #expect(meaning(answered(0, order: order(state, fee: fee)), .query) != asked)
            }
            #expect(meaning(answered(0, order: order(state, fee: Fen(1))), .query) == asked)
        }
    }

    @Test func noConnectionToAnyBase() {
        #expect(meaning(.notConnected("x"), .first) == .notSent("x"))
        #expect(meaning(.notConnected("x"), .again) == .unknown(.noConnection("x"), .poll))
        #expect(meaning(.notConnected("x"), .query) == .unknown(.noConnection("x"), .poll))
        #expect(meaning(.notConnected("x"), .queryAfterCallerWrong) == .unknown(.noConnection("x"), .poll))
    }

    @Test func noWholeAnswer() {
        for sending in [Sending.first, .again] {
            #expect(meaning(.lost("x"), sending) == .unknown(.noAnswer("x"), .none))
        }
        for sending in [Sending.query, .queryAfterCallerWrong] {
            #expect(meaning(.lost("x"), sending) == .askAgain(.noAnswer("x"), .poll))
        }
    }

    @Test(arguments: InvalidAnswer.allCases)
    func anAnswerThatIsNotBelieved(invalid: InvalidAnswer) {
        for sending in [Sending.first, .again] {
            #expect(meaning(.invalid(invalid), sending) == .unknown(.unbelievable(invalid), .none))
        }
        for sending in [Sending.query, .queryAfterCallerWrong] {
            #expect(meaning(.invalid(invalid), sending) == .askAgain(.unbelievable(invalid), .poll))
        }
    }

    @Test(arguments: [3, 103])
    func unknownAndBusyWait3Seconds(status: Int) {
        let reason = Reason.gatewayUndecided(GatewayVerdict(status: status))
        for sending in [Sending.first, .again] {
            #expect(meaning(answered(status), sending) == .unknown(reason, .threeSeconds))
        }
        for sending in [Sending.query, .queryAfterCallerWrong] {
            #expect(meaning(answered(status), sending) == .askAgain(reason, .threeSeconds))
        }
    }

    @Test func theCallerIsWrong() {
        let verdict = GatewayVerdict(status: 101)
        #expect(meaning(answered(101), .first) == .unknown(.callerWrong(verdict), .none))
        #expect(meaning(answered(101), .again) == .unknown(.gatewayUndecided(verdict), .none))
        #expect(meaning(answered(101), .query) == .askAgain(.gatewayUndecided(verdict), .poll))
        #expect(meaning(answered(101), .queryAfterCallerWrong) == .refused(.callerWrong(verdict)))
    }

    @Test(arguments: [102, 104], [nil, 0, 406])
    func aRefusalThatShowsAState(status: Int, internalStatus: Int?) {
        let reason = Reason.gatewayUndecided(GatewayVerdict(status: status, internalStatus: internalStatus))
        for state in 0...8 {
            let answer = answered(status, internalStatus: internalStatus, order: order(state))
            for sending in [Sending.first, .again] {
                #expect(meaning(answer, sending) == .unknown(reason, .none))
            }
            for sending in [Sending.query, .queryAfterCallerWrong] {
                #expect(meaning(answer, sending) == .askAgain(reason, .poll))
            }
        }
    }

    /// Two tills may have made one number: what it shows may be the other's.
    @Test func aNumberUsedBeforeIsContestedWhateverItShows() {
        let reason = Reason.numberUsedBefore(GatewayVerdict(status: 104, internalStatus: 407))
        for state in [nil, 1, 2, 5] {
            let answer = answered(104, internalStatus: 407, order: order(state))
            #expect(meaning(answer, .first) == .unknown(reason, .none))
            #expect(meaning(answer, .again) == .unknown(reason, .none))
            #expect(meaning(answer, .query) == .askAgain(reason, .poll))
        }
    }

    @Test func aNewNumberIsNeeded() {
        let verdict = GatewayVerdict(status: 102)
        #expect(meaning(answered(102), .first) == .refused(.newNumberNeeded(verdict)))
        #expect(meaning(answered(102, order: order(nil)), .first) == .refused(.newNumberNeeded(verdict)))
        #expect(meaning(answered(102), .again) == .unknown(.gatewayUndecided(verdict), .none))
        #expect(meaning(answered(102), .query) == .askAgain(.newNumberNeeded(verdict), .poll))
        #expect(meaning(answered(102), .queryAfterCallerWrong) == .askAgain(.newNumberNeeded(verdict), .poll))
    }

    @Test func theNumberWasUsedBefore() {
        let reason = Reason.numberUsedBefore(GatewayVerdict(status: 104, internalStatus: 407))
        let answer = answered(104, internalStatus: 407)
        #expect(meaning(answer, .first) == .unknown(reason, .none))
        #expect(meaning(answer, .again) == .unknown(reason, .none))
        #expect(meaning(answer, .query) == .askAgain(reason, .poll))
        #expect(meaning(answer, .queryAfterCallerWrong) == .askAgain(reason, .poll))
    }

    @Test(arguments: [nil, 0, 1, 406, 408])
    func aSignedRefusalIsOne(internalStatus: Int?) {
        let verdict = GatewayVerdict(status: 104, internalStatus: internalStatus)
        let answer = answered(104, internalStatus: internalStatus)
        #expect(meaning(answer, .first) == .refused(.refusedByGateway(verdict)))
        #expect(meaning(answer, .again) == .unknown(.gatewayUndecided(verdict), .none))
        #expect(meaning(answer, .query) == .notThere(byState: false))
        #expect(meaning(answer, .queryAfterCallerWrong) == .notThere(byState: false))
    }

    @Test(arguments: [1, 2, 4, 5, 7, 99, 100, 105, 200, 407, -1, Int.max, Int.min])
    func anyOtherStatus(status: Int) {
        for internalStatus in [nil, 407] {
            let reason = Reason.gatewayUndecided(GatewayVerdict(status: status, internalStatus: internalStatus))
            // A state beside a status that nobody knows is no state to go by.
            for order in [nil, order(2)] {
                let answer = answered(status, internalStatus: internalStatus, order: order)
                for sending in [Sending.first, .again] {
                    #expect(meaning(answer, sending) == .unknown(reason, .none))
                }
                for sending in [Sending.query, .queryAfterCallerWrong] {
                    #expect(meaning(answer, sending) == .askAgain(reason, .poll))
                }
            }
        }
    }

    @Test(arguments: Sending.allCases)
    func acceptedWithoutAnOrder(sending: Sending) {
        #expect(meaning(answered(0), sending) == .unknown(.unrecognisedState(nil), .poll))
    }

    @Test(arguments: [Fen(1249), Fen(1251), Fen(-1250), Fen(1)])
    func aRefusalWithAnotherAmountIsNotBelieved(fee: Fen) {
        for status in [102, 104] {
            let answer = answered(status, order: order(nil, fee: fee))
            #expect(meaning(answer, .first) == .unknown(.unbelievable(.otherAmount), .none))
        }
        #expect(
            meaning(answered(104, order: order(nil, fee: fee)), .query) == .askAgain(.unbelievable(.otherAmount), .poll)
        )
        for fitting in [nil, Fen.zero, SampleTill.fee] {
            let answer = answered(104, order: order(nil, fee: fitting))
            #expect(meaning(answer, .first) == .refused(.refusedByGateway(GatewayVerdict(status: 104))))
            #expect(meaning(answer, .query) == .notThere(byState: false))
        }
    }
}
