import Testing

@testable import PayEngine
@testable import PosTUI

struct NewsTests {
    @Test("News are told in a banner, the oldest first, each order once")
    func banner() {
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

    @Test("Late successes and refusals are told before what goes its ordinary way")
    func weight() {
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

    @Test("A code that was seen before took nothing, wherever the clerk is by then")
    func seenBeforeElsewhere() {
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

    @Test("What was not even tried is told until it is read, wherever the clerk is")
    func rejectedElsewhere() {
        var till = TestTill()
        till.send("20")
        till.press(.function(2))
        till.tell(.rejected(.journal("no space left on device")))
        till.type("500")
        #expect(till.frame.lines[1].contains("未发送") && till.frame.lines[1].contains("￥20.00"))
        till.press(.control("n"))
        #expect(till.text.contains("无法写入流水"))
    }

    @Test("A telling that broke off before there was a number is an open question")
    func lostElsewhere() throws {
        var till = TestTill()
        till.send("20")
        let id = try #require(till.lastFreeze).id
        till.press(.function(2))
        till.hear(.freezeEnded(id))
        #expect(till.frame.lines[1].contains("结果未知") && till.frame.lines[1].contains("￥20.00"))
    }

    @Test("Without news the key does nothing")
    func nothing() {
        var till = TestTill()
        till.press(.control("n"))
        #expect(till.state.screen == .home(HomeScreen()))
    }

    @Test("A freeze that is being told on the screen is not told twice")
    func notTwice() {
        var till = TestTill()
        till.send()
        till.tell(.started(Sample.deposit(.unknown)))
        till.hear(.news(Sample.order(.done)))
        #expect(till.state.news.isEmpty)
    }

    @Test("The list of news is bounded")
    func bounded() {
        var till = TestTill()
        for index in 0..<200 {
            till.hear(.news(Sample.order(.done, number: "sz010002cz17952387410042\(10_000_000 + index)")))
        }
        #expect(till.state.news.count == 99)
    }

    @Test("Notices at the start stay on Home until Esc")
    func notices() {
        var till = TestTill()
        till.hear(.startNotices([.lateSuccesses(3)]))
        #expect(till.text.contains("有 3 笔之前未成功"))
        till.press(.function(2), .escape)
        #expect(till.text.contains("有 3 笔之前未成功"))
        till.press(.escape)
        #expect(!till.text.contains("有 3 笔之前未成功"))
    }
}
