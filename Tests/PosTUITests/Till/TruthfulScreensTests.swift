import Testing

@testable import PayEngine
@testable import PosTUI

/// Screens say what is so: what was sent, what is known, and who did it.
struct TruthfulScreensTests {
    /// A till that has just confirmed a release by WeChat Pay.
    private func releasing(_ language: TillConfiguration.Language = .english) -> TestTill {
        var till = TestTill(language, clerk: Sample.supervisor, staff: [Sample.supervisor])
        till.find(Sample.held(Sample.deposit(.done, fee: 10000)))
        till.press(.function(7), .enter)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        return till
    }

    @Test func whatWaitsToBeSentIsNotToldAsSent() {
        var till = releasing()
        till.press(.escape)
        #expect(till.state.note != .cannotBeTakenBack)
        till.tell(.heldBack(seconds: 12))
        #expect(till.words.contains("Esc takes it back") && !till.words.contains("cannot be taken back"))
        till.press(.escape)
        #expect(till.state.note != .cannotBeTakenBack && !till.words.contains("It was sent"))
        #expect(till.words.contains("Nothing was sent"))
        #expect(till.effects.filter { if case .withdraw = $0 { true } else { false } }.count == 2)
        till.tell(.rejected(.withdrawn))
        #expect(till.words.contains("nothing was sent and no money moved"))
        #expect(till.state.attempts.isEmpty)
    }

    @Test func whatWasMadeBeforeEscCameToItIsToldAsSent() {
        var till = releasing()
        till.tell(.heldBack(seconds: 1))
        till.press(.escape)
        let deposit = Sample.deposit(.done, fee: 10000)
        till.tell(.started(Sample.order(deposit, Sample.laterOrder(.release, .unknown, .inProgress, of: deposit))))
        #expect(till.state.note == .cannotBeTakenBack)
        till.clearEffects()
        till.press(.escape)
        #expect(till.effects.isEmpty && till.state.note == .cannotBeTakenBack)
    }

    @Test func anOrderThatWasAnsweredShowsThatTheGatewayAnswers() {
        var till = TestTill()
        till.hear(.health(.down))
        #expect(till.text.contains("网关 不通"))
        till.hear(.orderAnswered(base: "https://pay.qcloud.com"))
        #expect(!till.text.contains("网关 不通"))
        till.hear(.health(.slow(base: "https://pay.qcloud.com", milliseconds: 2300, clockOffset: -61)))
        till.hear(.orderAnswered(base: "https://pay.qcloud.com"))
        #expect(till.text.contains("2.3") || till.text.contains("2300"))
    }

    @Test func whoeverBeginsToWorkIsToldToTheDeskWhichKeepsItInTheLog() {
        var till = TestTill(clerk: nil, staff: [Sample.clerk, Sample.manager], signsIn: true)
        till.press(.enter)
        #expect(till.effects.contains(.noteSignIn(staffID: Sample.clerk.id)))
    }

    @Test(arguments: [Key.function(7), .function(8)])
    func f7AndF8OnAnOrderTellByItsOutcomeWhyNot(key: Key) {
        let wanted: [(Outcome, String)] = [
            (.unknown, "结果未知，现在不能退也不能扣"), (.waiting, "顾客还没有输入密码"), (.refused, "没有冻结的钱"),
            (.notSent, "没有冻结的钱"), (.over, "没有冻结的钱"),
        ]
        for (outcome, words) in wanted {
            var till = TestTill()
            till.send()
            let deposit = Sample.deposit(outcome, outcome == .unknown ? .noAnswer("x") : .customerTyping)
            till.tell(outcome.isSettled ? .settled(deposit) : .leftOpen(deposit))
            till.pass(milliseconds: 1000)
            till.press(key)
            #expect(till.text.contains(words), "\(outcome)")
            var found = TestTill()
            found.find(Sample.held(deposit))
            found.press(key)
            #expect(found.text.contains(words), "look-up, \(outcome)")
        }
        var lost = TestTill()
        lost.find(LookUp(number: Sample.number, source: .journal))
        lost.press(key)
        #expect(lost.text.contains("结果未知"))
    }

    @Test func aNumberThatIsTooLongIsToldAsNoNumberAndNoCodeNotAsAnAmount() {
        for text in [String(repeating: "7", count: 33), String(repeating: "7", count: 34), Sample.number + "9"] {
            var till = TestTill()
            till.scan(text)
            #expect(till.state.note == .longScanIsNothing, "\(text)")
            #expect(till.text.contains("没有收款"), "\(text)")
            #expect(till.text.contains("不是单号"), "\(text)")
        }
    }

    @Test(arguments: [Key.function(10), .control("x")])
    func f10AndCtrlXThatAreHeldNeverLeave(key: Key) {
        for delay: Int64 in [33, 250, 500, 660] {
            for rate: Int64 in [25, 30, 40] {
                var till = TestTill()
                till.hear(.key(key))
                till.pass(milliseconds: delay)
                for _ in 0..<60 {
                    till.hear(.key(key))
                    till.pass(milliseconds: 1000 / rate)
                }
                #expect(till.effects.isEmpty && till.state.isQuitting, "\(delay), \(rate)")
                till.press(key)
                #expect(till.effects == [.quit])
            }
        }
    }

    @Test func anF9ThatIsHeldOnAnOldConfirmationConfirmsNothingAndSaysSo() {
        var till = TestTill(staff: [])
        till.find(Sample.lookUp())
        till.press(.function(7), .enter)
        till.pass(milliseconds: 5000)
        for _ in 0..<30 {
            till.hear(.key(.function(9)))
            till.pass(milliseconds: 33)
        }
        #expect(till.releases.isEmpty)
        #expect(till.state.note == .confirmedTooEarly)
    }

    @Test func aLateSuccessSaysWhatWasToldBefore() {
        var deposit = Sample.deposit(.done, .held)
        deposit.freeze.isLateSuccess = true
        var till = TestTill()
        till.hear(.news(DepositOrder(deposit)))
        till.press(.control("n"))
        #expect(till.text.contains("此前告知未冻结"))
        deposit.freeze.closing = OrderStatus.Closing(staffID: "0001", reason: "x", time: Sample.wall)
        var closed = TestTill()
        closed.hear(.news(DepositOrder(deposit)))
        closed.press(.control("n"))
        #expect(!closed.text.contains("此前告知未冻结"))
        #expect(closed.text.contains("人工关闭"))
        var found = TestTill()
        found.find(Sample.held(deposit))
        #expect(!found.text.contains("此前告知未冻结") && found.text.contains("人工关闭"))
    }

    @Test func aConsumesTimeIsWhenItWasMadeOrEnded() {
        func text(_ change: (inout Consume) -> Void) -> String {
            var found = Sample.lookUp()
            var consume = Consume(number: "sz010002cz17952400000055000009")
            consume.fee = Fen(1000)
            consume.lastUpdateTime = Timestamp(seconds: Sample.wall.seconds + 7200)
            change(&consume)
            found.consumes = [consume]
            var till = TestTill()
            till.hear(.resized(Size(width: 80, height: 60)))
            till.find(found)
            return till.text
        }
        let made = Timestamp(seconds: Sample.wall.seconds + 60)
        #expect(text { $0.createTime = made }.contains("14:04:22"))
        #expect(!text { $0.createTime = made }.contains("16:03:22"))
        #expect(text { $0.endTime = made }.contains("14:04:22"))
        #expect(text { _ in }.contains("最后更新 2026-11-21 16:03:22"))
    }

    @Test func whatThePlatformReleasedByItselfIsNotToldAsGivenBack() {
        var found = Sample.lookUp()
        found.outcome = .over
        found.order?.releasedByItself = Fen(7000)
        var till = TestTill()
        till.find(found)
        #expect(till.text.contains("解冻 30.00"))
        #expect(till.text.contains("自动退还 70.00"))
        let totals = found.totals
        #expect(totals.map { Phrase.totals($0).text(in: .chinese) }?.contains("自动退还 70.00") == true)
    }

    /// What is left of a deposit depends on a release that nobody knows the outcome of.
    @Test func aRowTellsTheReleaseWithoutAnOutcomeNotTheFreeze() {
        let deposit = Sample.deposit(.done, fee: 87)
        let open = Sample.order(deposit, Sample.laterOrder(.release, .unknown, .noAnswer("x"), fee: 87, of: deposit))
        #expect(Phrase.shortState(open.deposit) == Phrase.shortState(open.order))
        #expect(Phrase.shortState(open.deposit) != Phrase.shortState(deposit))
        #expect(Phrase.headline(open.deposit) == Phrase.headline(.done), "the big words stay the freeze's own")
    }

    /// Given back since, or not: only what is left can be.
    @Test func aLateSuccessAsksForAReleaseOnlyWhileSomethingIsLeft() {
        func asksForRelease(_ till: TestTill) -> Bool { till.text.filter { !$0.isWhitespace }.contains("请全额退还") }
        for outcome in [Outcome.done, .over] {
            var deposit = Sample.deposit(outcome, .held, fee: 10000)
            deposit.freeze.isLateSuccess = true
            if outcome == .over { deposit.laterOrders = [Sample.laterOrder(.release, fee: 10000, of: deposit)] }
            var till = TestTill()
            till.find(Sample.held(deposit))
            #expect(asksForRelease(till) == (outcome == .done), "\(till.text)")
            till = TestTill()
            till.send("100")
            till.tell(.settled(deposit))
            #expect(asksForRelease(till) == (outcome == .done), "\(till.text)")
        }
    }

    @Test func aRequestThatTheGatewayDoesNotAcceptIsToldAsThat() {
        let verdict = GatewayVerdict(status: 101, internalStatus: nil, text: "out_freeze_no must start with x")
        let words = Phrase.problem(.unknown(.gatewayUndecided(verdict))).text(in: .chinese)
        #expect(words.contains("网关不认这个请求") && words.contains("联系技术人员"))
        let other = GatewayVerdict(status: 103, internalStatus: nil, text: "busy")
        #expect(Phrase.reason(.gatewayUndecided(other)).text(in: .chinese).contains("还没有定论"))
    }

    @Test func aRightPINAtAnApprovalTellsOfTheWrongOnesBeforeIt() {
        var till = TestTill(clerk: Sample.clerk, staff: [Sample.clerk, Sample.manager])
        till.find(Sample.held(Sample.deposit(.done, fee: 10000)))
        till.press(.function(7), .enter)
        till.type("1234")
        till.press(.enter)
        till.answer(pin: .acceptedAfter(wrong: 2, since: Sample.wall))
        #expect(till.state.context == .orderConfirmation)
        #expect(till.text.contains("输错过 2 次密码"))
    }
}
