import Testing

@testable import PayEngine
@testable import PosTUI

/// What becomes of a release or a consume that was confirmed.
struct OrderResultTests {
    private static let deposit = Sample.deposit(.done, fee: 10000, platform: .alipay)

    /// A till that has just sent the release of 30.00.
    private func till() -> TestTill {
        var till = TestTill(.english, clerk: Sample.supervisor, staff: [Sample.supervisor])
        till.find(Sample.held(Self.deposit))
        till.press(.function(7))
        till.type("30")
        till.press(.enter)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        return till
    }

    private func order(_ outcome: Outcome, _ reason: Reason) -> DepositOrder {
        Sample.order(Self.deposit, Sample.laterOrder(.release, outcome, reason, fee: 3000, of: Self.deposit))
    }

    @Test func unknownIsToldAsUnknownNeverAsRefusedOrFailed() {
        var till = till()
        #expect(till.text.contains("CHECKING WHAT IS LEFT"))
        till.tell(.started(order(.unknown, .inProgress)))
        #expect(till.text.contains("RELEASE SENT, WAITING"))
        till.tell(.changed(order(.unknown, .noAnswer("timeout"))))
        #expect(till.text.contains("NOT KNOWN YET, ASKING AGAIN"))
        till.press(.escape)
        #expect(till.state.note == .cannotBeTakenBack)
        till.tell(.leftOpen(order(.unknown, .noAnswer("timeout"))))
        #expect(till.text.contains("RELEASE: OUTCOME UNKNOWN"))
        #expect(till.words.contains("phone console"))
        #expect(!till.text.contains("NOT RELEASED"))
        till.pass(milliseconds: 1000)
        till.press(.function(7))
        #expect(till.state.note == .otherIsOpen)
    }

    @Test func doneShowsRecordAndWhatIsLeftAndTheLookUpBelowIsAskedAgain() {
        var till = till()
        till.tell(.settled(order(.done, .carriedOut)))
        for words in ["RELEASED", "30.00", "CNY 70.00 left", "90ab cdef 1234 5678"] {
            #expect(till.text.contains(words), "\(words)")
        }
        till.press(.enter, .character("1"))
        till.scan(Sample.weChatCode)
        #expect(till.state.context == .result)
        till.pass(milliseconds: 1000)
        till.clearEffects()
        till.press(.escape)
        #expect(till.state.context == .lookUp)
        #expect(till.effects.contains { if case .lookUp = $0 { true } else { false } })
    }

    @Test func aRejectionLeadsBackToTheAmountWithWhatTheGatewaySaysIsLeft() {
        var till = till()
        till.tell(.rejected(.aboveLeft(left: Fen(2000))))
        #expect(till.text.contains("NOT TRIED") && till.text.contains("only 20.00 yuan are left"))
        till.pass(milliseconds: 1000)
        till.press(.escape)
        guard case .orderForm(let screen) = till.state.screen else {
            Issue.record("\(till.text)")
            return
        }
        #expect(screen.field.text == "30.00")
        #expect(screen.draft.target.left == Fen(2000))
        #expect(screen.problem == .rejection(.aboveLeft(left: Fen(2000))))
        till.press(.enter)
        #expect(till.state.context == .orderAmount)
        till.press(.escape)
        #expect(till.state.context == .lookUp)
    }

    @Test func aTellingThatBreaksOffLeavesTheOutcomeUnknown() throws {
        var till = till()
        till.tell(.started(order(.unknown, .inProgress)))
        let id = try #require(till.state.attempts.keys.first)
        till.hear(.orderEnded(id))
        #expect(till.text.contains("RELEASE: OUTCOME UNKNOWN"))
    }

    @Test func theClerkServesTheNextCustomerAndABannerTellsTheEnd() {
        var till = till()
        till.press(.function(2))
        #expect(till.state.note == .leftInBackground && till.state.context == .amount)
        till.tell(.started(order(.unknown, .inProgress)))
        till.press(.function(2))
        #expect(till.state.backgroundCount == 1)
        till.press(.function(10))
        #expect(till.state.isQuitting)
        till.press(.escape)
        till.type("20")
        till.tell(.settled(order(.done, .carriedOut)))
        #expect(till.state.context == .amount)
        #expect(till.frame.lines[1].contains("Release of 15:03:22, CNY 30.00: RELEASED"))
        till.press(.control("n"))
        #expect(till.text.contains("90ab cdef 1234 5678"))
        till.pass(milliseconds: 1000)
        till.press(.escape)
        #expect(till.text.contains("20"))
        #expect(till.state.attempts.isEmpty)
    }

    @Test func theResultOfTheFreezeBelowShowsWhatIsLeftNow() {
        var till = TestTill(.english, clerk: Sample.supervisor, staff: [Sample.supervisor])
        till.send("100", code: Sample.alipayCode)
        till.tell(.settled(Self.deposit))
        till.pass(milliseconds: 1000)
        till.press(.function(7), .enter)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        till.tell(.settled(Sample.order(Self.deposit, Sample.laterOrder(fee: 10000, of: Self.deposit))))
        till.pass(milliseconds: 1000)
        till.press(.escape)
        #expect(till.state.context == .result)
        till.press(.function(7))
        #expect(till.state.note == .notHeld(.over))
    }

    @Test func afterAPartWentBackTheResultOfTheFreezeShowsWhatIsLeft() {
        var till = TestTill(.english, clerk: Sample.supervisor, staff: [Sample.supervisor])
        till.send("100", code: Sample.alipayCode)
        till.tell(.settled(Self.deposit))
        till.pass(milliseconds: 1000)
        till.press(.function(7))
        till.type("30")
        till.press(.enter)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        till.tell(.settled(order(.done, .carriedOut)))
        till.pass(milliseconds: 1000)
        till.press(.escape)
        #expect(till.text.contains("FROZEN") && till.text.contains("CNY 70.00 left"))
    }

    @Test func aReleaseThatWasClosedByHandAndTurnedOutToBeDoneIsToldAsThat() {
        var till = TestTill(.english)
        var order = Sample.laterOrder(fee: 3000, of: Self.deposit)
        order.isLateSuccess = true
        till.hear(.news(Sample.order(Self.deposit, order)))
        till.press(.control("n"))
        #expect(till.text.contains("turned out to be done"))
    }

    @Test func theLookUpShowsDifferencesLoudlyAndWhatCanBeDoneNext() {
        var deposit = Self.deposit
        var closed = Sample.laterOrder(.release, .unknown, .noAnswer("timeout"), fee: 1000, of: deposit)
        closed.closing = .init(staffID: "0001", reason: "seen on the console", time: Sample.wall)
        deposit.laterOrders = [Sample.laterOrder(fee: 3000, of: deposit), closed]
        var found = Sample.held(deposit)
        var consume = Consume(number: "sz010002cz1795239000004200000099")
        consume.fee = Fen(500)
        consume.tradeState = 2
        found.consumes = [consume]
        var till = TestTill(.english, size: Size(width: 80, height: 70))
        till.find(found)
        for words in [
            "TILL AND GATEWAY DISAGREE", "journal of this till: released, gateway: not there", "CNY 70.00 is held",
            "seen on the console",
            "CONSUMES (GATEWAY)", "sz010002cz1795239000004200000099", "Approved by 0001", "90ab cdef 1234 5678",
        ] {
            #expect(till.words.contains(words), "\(words)")
        }
    }

    @Test(
        arguments: [Key.control("e"), .control("f"), .control("n"), .function(3), .function(4), .enter, .escape])
    func aResultThatIsFreshIsNotLeftWhateverKeyIsStillOnItsWay(key: Key) {
        var till = till()
        till.tell(.settled(order(.done, .carriedOut)))
        till.pass(milliseconds: 300)
        till.hear(.key(key))
        guard case .orderResult = till.state.screen else {
            Issue.record("\(key) left it for \(till.state.screen.context)")
            return
        }
    }
}
