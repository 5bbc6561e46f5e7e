import TestSupport
import Testing

@testable import PayEngine

@Suite struct DeskBackgroundTests {
    private static let lost = SampleDesk.Reply.result(.lost("x"))

    /// A journal with one order that nobody knows the outcome of, as a crash leaves it.
    private func crashed(_ first: SampleDesk.Reply = lost) async throws -> String {
        let sample = try SampleDesk { _ in first }
        _ = await sample.freeze(SampleDesk.request(wait: .zero))
        return try sample.crashed()
    }

    private func next(_ news: AsyncStream<DepositOrder>) async -> Deposit? {
        var iterator = news.makeAsyncIterator()
        return await iterator.next()?.deposit
    }

    @Test func afterARestartOnlyQuestionsAreAsked() async throws {
        let sample = try SampleDesk(directory: await crashed()) { call in
            .answer(SampleAnswer(state: call.index < 3 ? 3 : 2))
        }
        #expect(await sample.desk.startNotices() == [.openQuestions(1)])
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        #expect(await next(news)?.outcome == .waiting)
        #expect(await next(news)?.outcome == .done)
        #expect(sample.transport.requests(to: .microFreeze).isEmpty)
        #expect(await sample.desk.openQuestions().isEmpty)
        #expect(try sample.events.last == "freeze.frozen")
    }

    @Test func pausesGrowTo10Minutes() async throws {
        let sample = try SampleDesk(directory: await crashed()) { call in
            call.index < 12 ? Self.lost : .answer(SampleAnswer())
        }
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        #expect(await next(news)?.outcome == .done)
        #expect(
            sample.clock.pauses.prefix(13).map(\.components.seconds) == [
                0, 5, 10, 20, 40, 80, 160, 320, 600, 600, 600, 600, 600,
            ])
    }

    @Test func afterARestartNothingIsSentAgain() async throws {
        let sample = try SampleDesk(directory: await crashed()) { _ in .answer(SampleAnswer(state: 7)) }
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        let refused = await next(news)
        #expect(refused?.outcome == .refused && refused?.reason == .neverArrived)
        #expect(sample.transport.requests(to: .microFreeze).isEmpty)
    }

    @Test func oneRefusedByAbsenceIsAskedAboutAgainAndMayBeALateSuccess() async throws {
        let sample = try SampleDesk(directory: await crashed()) { call in
            // Not there for 150 seconds, and again after 10 minutes; there after an hour.
            let isThere = call.index >= 7
            return .answer(SampleAnswer(state: isThere ? 2 : 7))
        }
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        #expect(await next(news)?.reason == .neverArrived)
        let late = await next(news)
        #expect(late?.outcome == .done && late?.isLateSuccess == true)
        #expect(sample.clock.pauses.suffix(2).map(\.components.seconds) == [600, 3000])
    }

    @Test func oneThatIsSeenAgainIsFollowedAgain() async throws {
        let sample = try SampleDesk { call in
            switch (call.interface, call.index) {
            case (.microFreeze, _): .answer(.refusal(104))
            case (.queryFreezeOrder, 0): .answer(SampleAnswer(state: 3))
            case (.queryFreezeOrder, _): .answer(SampleAnswer())
            default: Self.lost
            }
        }
        let told = await sample.freeze()
        guard case .settled(let deposit) = told.last else {
            Issue.record("\(told)")
            return
        }
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        let lookUp = await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        #expect(lookUp.local?.outcome == .waiting)
        #expect(await next(news)?.outcome == .waiting)
        let late = await next(news)
        #expect(late?.outcome == .done && late?.isLateSuccess == true)
    }

    @Test func aFreezeThatIsLeftOpenIsFollowed() async throws {
        let sample = try SampleDesk { call in
            call.interface == .microFreeze || call.index < 3 ? Self.lost : .answer(SampleAnswer())
        }
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        let told = await sample.freeze(SampleDesk.request(wait: .zero))
        guard case .leftOpen = told.last else {
            Issue.record("\(told)")
            return
        }
        #expect(await next(news)?.outcome == .done)
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
    }

    @Test func whatIsContestedStaysContestedAfterARestart() async throws {
        let directory = try await crashed(.answer(.refusal(104, internalStatus: 407)))
        let sample = try SampleDesk(directory: directory) { call in
            let code = call.index < 3 ? "134550264496882448" : SampleTill.wechatCode.text
            return .answer(SampleAnswer(authorCode: code))
        }
        let news = await sample.desk.news()
        await sample.desk.followOpenQuestions()
        #expect(await next(news)?.outcome == .done)
        #expect(sample.transport.requests.count == 4)
    }
}
