import TestSupport
import Testing

@testable import PayEngine

/// A deposit that was refused by a state the platform showed, and froze later.
@Suite struct DeskLateFreezeTests {
    private func next(_ news: AsyncStream<DepositOrder>) async -> Deposit? {
        var iterator = news.makeAsyncIterator()
        return await iterator.next()?.deposit
    }

    /// Payment error, and closed before it was paid.
    @Test(arguments: [(PayPlatform.wechat, 6), (.alipay, 3)])
    func oneRefusedByAStateIsAskedAboutAgain(platform: PayPlatform, state: Int) async throws {
        let sample = try SampleDesk { call in
            let isLate = call.interface == .queryFreezeOrder && call.index >= 1
            var answer = SampleAnswer(state: isLate ? 2 : state)
            answer.platform = platform
            return .answer(answer)
        }
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        let code = platform == .wechat ? SampleTill.wechatCode : SampleTill.alipayCode
        guard case .settled(let refused)? = await sample.freeze(SampleDesk.request(code)).last else {
            Issue.record("not settled")
            return
        }
        #expect(refused.outcome == .refused)
        let late = await next(news)
        #expect(late?.outcome == .done && late?.isLateSuccess == true)
        #expect(sample.clock.pauses.suffix(2).map(\.components.seconds) == [600, 3000])
    }

    @Test func theNextStartAsksToo() async throws {
        let first = try SampleDesk { _ in .answer(SampleAnswer(state: 6)) }
        _ = await first.freeze()
        let sample = try SampleDesk(directory: try first.crashed()) { _ in .answer(SampleAnswer()) }
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        #expect(await next(news)?.isLateSuccess == true)
    }

    @Test(arguments: [SampleDesk.Reply.answer(.refusal(104)), .answer(SampleAnswer(state: 4))])
    func whatWasRefusedForGoodIsNot(reply: SampleDesk.Reply) async throws {
        let sample = try SampleDesk { _ in reply }
        await sample.desk.followOpenQuestions()
        _ = await sample.freeze()
        for _ in 0..<50 { await Task.yield() }
        #expect(sample.transport.requests(to: .queryFreezeOrder).isEmpty)
    }
}
