import Testing

@testable import PayEngine
@testable import PosTUI

struct ResultScreenTests {
    private func result(_ progress: OrderProgress) -> TestTill {
        var till = TestTill()
        till.send()
        till.tell(progress)
        return till
    }

    @Test(
        arguments: [
            (Outcome.done, "已冻结"), (.refused, "未冻结"), (.notSent, "未发送"), (.over, "已结清（押金已全部退还或扣款）"),
        ])
    func theBigLineInWordsAShapeAndARoleOfItsOwn(outcome: Outcome, words: String) {
        let till = result(.settled(Sample.deposit(outcome, .releasedOrConsumed)))
        #expect(till.text.contains(words))
        #expect(till.frame.cells.contains { $0.role == outcome.band })
        let others = Outcome.allCases.filter { $0 != outcome }
        #expect(!till.frame.cells.contains { cell in others.contains { $0.band == cell.role } })
        #expect(Set(Outcome.allCases.map { OutcomeSign.rows($0) }).count == Outcome.allCases.count)
    }

    /// What 101 makes of a freeze, and a server that is not believed: doing it again can't help, and nothing says so.
    @Test(
        arguments: TillConfiguration.Language.allCases,
        [
            (Outcome.refused, Reason.callerWrong(GatewayVerdict(status: 101, internalStatus: 7, text: "authen code"))),
            (.notSent, .noConnection("pay.example: " + ConnectionFault.certificateNotYetValid.rawValue)),
            (.notSent, .noConnection("pay.example: " + ConnectionFault.noTLS.rawValue)),
        ])
    func theAdviceDoesNotContradictItsReason(
        language: TillConfiguration.Language, end: (outcome: Outcome, reason: Reason)
    ) {
        var till = TestTill(language)
        till.send()
        till.tell(.settled(Sample.deposit(end.outcome, end.reason)))
        let words = till.text.filter { !$0.isWhitespace }
        func holds(_ phrase: Phrase) -> Bool {
            words.contains(phrase.text(in: language).filter { !$0.isWhitespace })
        }
        #expect(holds(.reason(end.reason)))
        #expect(holds(.next(end.outcome, end.reason)) && !holds(.next(end.outcome)))
        // Neither asks for a further try, which the general advice does.
        let advice = Phrase.next(end.outcome, end.reason).text(in: language)
        #expect(!advice.contains("F2") && advice.contains(language == .chinese ? "联系技术人员" : "call the engineer"))
        #expect(Phrase.next(end.outcome).text(in: language).contains("F2"))
    }

    @Test func aLineThatIsDownIsAnotherMatterThanAServerThatIsNotBelieved() {
        for detail in ["", ConnectionFault.refused.rawValue, ConnectionFault.timedOut.rawValue] {
            #expect(Phrase.next(.notSent, .noConnection(detail)).chinese == Phrase.next(.notSent).chinese)
        }
        let both = ConnectionFault.certificateExpired.rawValue + "; " + ConnectionFault.refused.rawValue
        #expect(Phrase.next(.notSent, .noConnection(both)).chinese == Phrase.next(.notSent).chinese)
        #expect(Phrase.next(.refused, .paymentError).chinese == Phrase.next(.refused).chinese)
    }

    @Test func whatIsLeftOpenIsUnknownInThePrescribedWords() {
        for deposit in [Sample.deposit(.unknown, .noAnswer("x")), Sample.deposit(.waiting, .customerTyping)] {
            let till = result(.leftOpen(deposit))
            #expect(till.text.contains("结果未知"))
            #expect(!till.text.contains("未冻结"))
            let words = till.text.filter { !$0.isWhitespace }
            #expect(words.contains("通过订单查询确认支付结果或手机端商户管理系统确认支付结果"))
        }
    }

    @Test func keysOfTheScreenBeforeDoNotDismissIt() {
        var till = result(.settled(Sample.deposit(.done)))
        for key in [Key.function(7), .escape, .function(3), .function(4), .control("n")] {
            till.pass(milliseconds: 100)
            till.hear(.key(key))
        }
        #expect(till.state.screen.context == .result)
        till.pass(milliseconds: 300)
        till.hear(.key(.function(2)))
        #expect(till.state.screen.context == .amount)
    }

    @Test func enterDigitsAndScansNeverDismissIt() {
        var till = result(.settled(Sample.deposit(.done)))
        till.pass(milliseconds: 5000)
        till.type("12.50")
        till.press(.enter, .lineFeed, .tab)
        till.scan(Sample.weChatCode)
        till.scan(Sample.number)
        #expect(till.state.screen.context == .result)
        #expect(till.freezes.count == 1)
    }

    /// A scanner that reads twice, and a result that comes in the middle of the second time.
    @Test(arguments: [1, 5, 8, 17])
    func aScanThatBeganOnTheProgressDoesNotBringItBack(head: Int) {
        for code in [Sample.weChatCode, Sample.alipayCode, "281234567890123456789012"] {
            var till = TestTill()
            till.send(code: code)
            till.pass(milliseconds: 300)
            till.scan(String(code.prefix(head)), end: [])
            till.tell(.settled(Sample.deposit(.done)))
            till.scan(String(code.dropFirst(head)))
            till.pass(milliseconds: 1500)
            #expect(till.state.screen.context == .result && till.text.contains("已冻结"), "\(till.text)")
            #expect(till.freezes.count == 1)
        }
    }

    @Test func f3LooksThisOrderUp() throws {
        var till = result(.settled(Sample.deposit(.done)))
        till.pass(milliseconds: 1000)
        till.clearEffects()
        till.press(.function(3))
        guard case .lookUp(_, let number, nil, nil) = try #require(till.effects.first) else {
            Issue.record("no look-up")
            return
        }
        #expect(number.text == Sample.number)
        till.press(.escape)
        #expect(till.state.screen.context == .result)
        till.press(.escape)
        #expect(till.state.screen == .home(HomeScreen()))
    }

    @Test func aCodeSeenBeforeOpensThatOrderAndSaysSo() {
        let till = result(.seenBefore(Sample.deposit(.done, fee: 777)))
        #expect(till.text.contains("没有收款"))
        #expect(till.text.contains("先前那一笔：￥7.77 已冻结"))
        #expect(till.text.contains("没有再次发送"))
        #expect(!till.frame.cells.contains { $0.role == .frozen || $0.role == .frozenSign })
        let sign = OutcomeSign.rows(.nothingTaken).joined().count { $0 == "#" }
        #expect(till.frame.cells.count { $0.role == .refusedSign } == sign, "no figures")
        let open = result(.seenBefore(Sample.deposit(.unknown, .noAnswer("x"))))
        #expect(open.text.contains("结果未知") && !open.text.contains("没有收款"))
    }

    @Test func aLateSuccessHasABandOfItsOwn() {
        var deposit = Sample.deposit(.done, .held)
        deposit.freeze.isLateSuccess = true
        let till = result(.settled(deposit))
        #expect(till.text.contains("迟到成功") && till.text.contains("此前告知未冻结，现在已冻结"))
        #expect(till.frame.cells.contains { $0.role == .lateSuccess })
        let bands: [Band] = Outcome.allCases.map(Band.outcome) + [.lateSuccess]
        #expect(Set(bands.map(OutcomeSign.rows)).count == bands.count)
    }

    @Test func anOrderThatChangesBeforeTheClerksEyesChangesOnTheScreen() {
        var till = result(.leftOpen(Sample.deposit(.unknown, .noAnswer("x"))))
        till.pass(milliseconds: 60_000)
        till.hear(.news(Sample.order(.done)))
        #expect(till.text.contains("已冻结"))
        #expect(till.state.news.isEmpty)
        till.hear(.key(.function(7)))
        #expect(till.state.screen.context == .result, "the key was meant for what stood there before")
    }
}
