import Testing

@testable import PayEngine
@testable import PosTUI

struct NewsTests {
    /// It was given back by this till since: nobody is told to do so, nor that it is held.
    @Test func whatIsToldOfADepositGoesWhenAllOfItIsReleased() {
        for isLate in [false, true] {
            var till = TestTill(staff: [])
            var deposit = Sample.deposit(.done, fee: 10000, platform: .alipay)
            deposit.freeze.isLateSuccess = isLate
            till.hear(.news(DepositOrder(deposit)))
            till.find(Sample.held(deposit))
            till.press(.function(7), .enter)
            till.press(.function(9))
            #expect(till.releases.count == 1)
            let open = Sample.laterOrder(.release, .unknown, .noAnswer("x"), fee: 10000, of: deposit)
            till.tell(.changed(Sample.order(deposit, open)))
            guard case .order(let told) = till.state.news.first else {
                Issue.record("\(till.state.news)")
                continue
            }
            #expect(told.deposit.openOrder != nil, "what is known of it by now")
            till.tell(.settled(Sample.order(deposit, Sample.laterOrder(.release, fee: 10000, of: deposit))))
            #expect(till.state.news.isEmpty)
        }
    }

    @Test func newsAreToldInABannerTheOldestFirstEachOrderOnce() {
        var till = TestTill()
        till.hear(.news(Sample.order(.waiting, .customerTyping)))
        till.hear(.news(Sample.order(.refused, .neverArrived, number: "sz010002cz1795238741004200000002", fee: 100)))
        till.hear(.news(Sample.order(.done)))
        #expect(till.state.news.count == 2)
        #expect(till.frame.lines[1].contains("￥1.00"))
        #expect(till.frame.lines[1].contains("还有 1 条"))
        till.press(.control("n"))
        #expect(till.state.screen.context == .result)
        #expect(till.effects.allSatisfy { $0 == .loadOpenQuestions })
    }

    @Test func lateSuccessesAndRefusalsAreToldBeforeWhatGoesItsOrdinaryWay() {
        var till = TestTill()
        till.hear(.news(Sample.order(.done, number: "sz010002cz1795238741004200000003")))
        till.hear(.news(Sample.order(.refused, .neverArrived, number: "sz010002cz1795238741004200000002", fee: 100)))
        #expect(till.frame.lines[1].contains("￥1.00"))
        var late = Sample.deposit(.done, .held, fee: 777)
        late.freeze.isLateSuccess = true
        till.hear(.news(DepositOrder(late)))
        #expect(till.frame.lines[1].contains("￥7.77") && till.frame.lines[1].contains("迟到成功"))
        till.press(.control("n"))
        #expect(till.text.contains("迟到成功") && till.frame.lines[1].contains("￥1.00"))
    }

    @Test func aCodeThatWasSeenBeforeTookNothingWhereverTheClerkIsByThen() {
        var till = TestTill()
        till.send("20")
        till.press(.function(2))
        till.type("5")
        till.tell(.seenBefore(Sample.deposit(.done, .held)))
        #expect(till.frame.lines[1].contains("没有收款") && till.frame.lines[1].contains("￥20.00"))
        #expect(!till.frame.lines[1].contains("已冻结"))
        till.press(.control("n"))
        #expect(till.text.contains("没有收款") && till.text.contains("这个付款码"))
        #expect(till.state.news.isEmpty)
    }

    @Test func whatWasNotEvenTriedIsToldUntilItIsReadWhereverTheClerkIs() {
        var till = TestTill()
        till.send("20")
        till.press(.function(2))
        till.tell(.rejected(.journal("no space left on device")))
        till.type("500")
        #expect(till.frame.lines[1].contains("未发送") && till.frame.lines[1].contains("￥20.00"))
        till.press(.control("n"))
        #expect(till.text.contains("无法写入流水"))
    }

    @Test func aTellingThatBrokeOffBeforeThereWasANumberIsAnOpenQuestion() throws {
        var till = TestTill()
        till.send("20")
        let id = try #require(till.lastFreeze).id
        till.press(.function(2))
        till.hear(.freezeEnded(id))
        #expect(till.frame.lines[1].contains("结果未知") && till.frame.lines[1].contains("￥20.00"))
    }

    @Test func withoutNewsTheKeyDoesNothing() {
        var till = TestTill()
        till.press(.control("n"))
        #expect(till.state.screen == .home(HomeScreen()))
    }

    @Test func aFreezeThatIsBeingToldOnTheScreenIsNotToldTwice() {
        var till = TestTill()
        till.send()
        till.tell(.started(Sample.deposit(.unknown)))
        till.hear(.news(Sample.order(.done)))
        #expect(till.state.news.isEmpty)
    }

    @Test func theListOfNewsIsBounded() {
        var till = TestTill()
        for index in 0..<200 {
            till.hear(.news(Sample.order(.done, number: "sz010002cz17952387410042\(10_000_000 + index)")))
        }
        #expect(till.state.news.count == 99)
    }

    @Test func noticesAtTheStartStayOnHomeUntilEsc() {
        var till = TestTill()
        till.hear(.startNotices([.lateSuccesses(3)]))
        #expect(till.text.contains("有 3 笔之前未成功"))
        till.press(.function(2), .escape)
        #expect(till.text.contains("有 3 笔之前未成功"))
        till.press(.escape)
        #expect(!till.text.contains("有 3 笔之前未成功"))
    }
}
