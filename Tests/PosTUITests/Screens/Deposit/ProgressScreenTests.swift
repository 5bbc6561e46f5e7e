import PayEngine
import Testing

@testable import PosTUI

struct ProgressScreenTests {
    @Test func nothingPretendsToCancel() {
        var till = TestTill()
        till.send()
        let screen = till.state.screen
        till.press(.escape)
        #expect(till.state.screen == screen)
        #expect(till.state.note == .cannotBeTakenBack)
        #expect(till.freezes.count == 1)
    }

    @Test func keysTypedMeanwhileDoNotReachTheResult() {
        var till = TestTill()
        till.send()
        till.tell(.started(Sample.deposit(.unknown)))
        till.type("99")
        till.press(.enter, .enter)
        till.tell(.settled(Sample.deposit(.done)))
        till.press(.enter, .tab, .character("5"), .backspace)
        till.scan(Sample.weChatCode)
        #expect(till.state.screen.context == .result)
        #expect(till.freezes.count == 1)
    }

    @Test func theSecondsGoOn() {
        var till = TestTill(.english)
        till.send()
        till.pass(milliseconds: 3000)
        #expect(till.text.contains("3 s so far"))
        till.pass(milliseconds: 60_000)
        #expect(till.text.contains("63 s so far, at most 120 s"))
    }

    @Test func thePasswordIsSaidAndOnlyThen() {
        var till = TestTill()
        till.send()
        #expect(!till.text.contains("等待用户输入密码中"))
        till.tell(.started(Sample.deposit(.unknown)))
        #expect(!till.text.contains("等待用户输入密码中"))
        till.tell(.changed(Sample.deposit(.waiting, .customerTyping)))
        #expect(till.text.contains("等待用户输入密码中"))
    }

    @Test func theNextCustomerIsServedWhileThisOneTypes() {
        var till = TestTill()
        till.send()
        till.press(.function(2))
        #expect(till.state.screen.context == .amount && till.state.note == .leftInBackground)
        till.tell(.changed(Sample.deposit(.waiting, .customerTyping)))
        #expect(till.state.backgroundCount == 1)
        till.type("20")
        till.tell(.settled(Sample.deposit(.done)))
        #expect(till.state.backgroundCount == 0)
        #expect(till.state.screen.context == .amount)
        till.type("0")
        #expect(till.text.contains("200"))
        #expect(till.frame.lines[1].contains("已冻结"))
        till.press(.control("n"))
        #expect(till.state.screen.context == .result)
        till.press(.escape, .escape)
        #expect(till.text.contains("200"), "the typed amount is still there")
        #expect(till.state.news.isEmpty)
    }

    @Test func aResultThatComesWhileHelpIsOpenIsThereAfterwards() {
        var till = TestTill()
        till.send()
        till.press(.function(1))
        till.tell(.settled(Sample.deposit(.refused, .customerStopped)))
        #expect(till.state.screen.context == .help)
        #expect(till.frame.lines[1].contains("未冻结"))
        till.press(.escape)
        #expect(till.state.screen.context == .result)
        #expect(till.state.news.isEmpty)
    }

    @Test func twoFreezesAtOnceDoNotMixUpTheirResults() throws {
        var till = TestTill()
        till.send("12.50")
        let first = try #require(till.lastFreeze).id
        till.tell(.started(Sample.deposit(.unknown)))
        till.send("20", code: Sample.alipayCode)
        let other = Sample.deposit(.refused, .paymentError, number: "sz010002cz1795238741004200000002", fee: 2000)
        till.hear(.freeze(first, .settled(Sample.deposit(.done))))
        #expect(till.state.screen.context == .progress)
        till.tell(.settled(other))
        guard case .result(let screen) = till.state.screen else {
            Issue.record("no result")
            return
        }
        #expect(screen.end.outcome == .refused)
        #expect(till.state.news.map(\.headline) == [.headline(.done)])
    }

    @Test func nothingFollowsTheLastWord() throws {
        var till = TestTill()
        till.send()
        let id = try #require(till.lastFreeze).id
        till.hear(.freeze(id, .settled(Sample.deposit(.done))))
        till.hear(.freeze(id, .settled(Sample.deposit(.refused, .paymentError))))
        till.hear(.freezeEnded(id))
        guard case .result(let screen) = till.state.screen else {
            Issue.record("no result")
            return
        }
        #expect(screen.end.outcome == .done)
        #expect(till.effects.count { $0 == .loadOpenQuestions } == 1)
    }

    @Test func aTellingThatBreaksOffLeavesTheOutcomeUnknown() throws {
        var till = TestTill()
        till.send()
        till.tell(.started(Sample.deposit(.unknown)))
        till.hear(.freezeEnded(try #require(till.lastFreeze).id))
        #expect(till.text.contains("结果未知"))
        let words = till.text.filter { !$0.isWhitespace }
        #expect(words.contains("通过订单查询确认支付结果或手机端商户管理系统确认支付结果"))
    }
}
