import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

struct BasesTests {
    @Test func nextBaseAfterARefusedConnection() async throws {
        let closed = try ClosedPort()
        try await TestTill.run(TestTill.Options(basesBefore: [closed.base])) { till in
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: till.desk(), till: till)
            #expect(story.complaints == [])
            #expect(story.told.last == "settled frozen(held)")
            #expect(story.journal == ["intent", "unknown(next_base)", "frozen(held)"])
            #expect(story.requests == "F")
            #expect(story.ordersMade == 1)
            #expect(story.last?.deposit?.base == till.configuration.gateway.bases[1].text)
        }
    }

    /// Sent once more only to the base that got the bytes.
    @Test func sentAgainToTheSameBase() async throws {
        let closed = try ClosedPort()
        let options = TestTill.Options(faults: ["swallowed@micro_freeze:1"], basesBefore: [closed.base])
        try await TestTill.run(options) { till in
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: till.desk(), till: till)
            #expect(story.complaints == [])
            #expect(story.told.last == "settled frozen(held)")
            #expect(story.requests == "F Q×3 F")
            #expect(story.ordersMade == 1)
        }
    }

    @Test func nothingIsSentWhenAllRefuse() async throws {
        let (first, second) = (try ClosedPort(), try ClosedPort())
        try await TestTill.run(TestTill.Options(basesBefore: [first.base, second.base])) { till in
            await till.server.stop()
            let desk = try till.desk()
            let code = TestMerchant.code()
            let story = try await FreezeStory.run(till.request(Fen(1250), code: code), desk: desk, till: till)
            #expect(story.complaints == [])
            #expect(story.told.last == "settled not_sent(no_connection)")
            #expect(
                story.journal == [
                    "intent", "unknown(next_base)", "unknown(next_base)", "not_sent(no_connection)",
                ])
            #expect(await desk.openQuestions().isEmpty)
            // That number is void, the code is not: nobody saw it.
            let second = try await FreezeStory.run(till.request(Fen(1250), code: code), desk: desk, till: till)
            #expect(second.told.first == "started")
            #expect(second.number != story.number)
        }
    }

    /// Another base does not know what the first one holds: its “not there” neither settles nor sends anything.
    @Test func onlyTheFirstBaseCanSayThatAnOrderIsNotThere() async throws {
        var rules = BankRules(key: try TestMerchant.key())
        rules.saysAbsenceByState = true
        let other = try SandboxServer(SandboxConfiguration(rules: rules))
        let port = try await other.start()
        let options = TestTill.Options(faults: ["lost@micro_freeze"], basesAfter: ["http://127.0.0.1:\(port)"])
        try await TestTill.run(options) { till in
            let desk = try till.desk()
            var request = try till.request(Fen(1250))
            request.wait = .zero
            let story = try await FreezeStory.run(request, desk: desk, till: till)
            #expect(story.told.last == "left open unknown(no_answer)")
            await till.server.stop()
            till.clock.stop(after: .seconds(2000))
            await desk.followOpenQuestions()
            try await Polling.until("the background rests") { till.clock.sleeperCount > 0 }
            let number = try #require(story.number)
            #expect(await desk.openQuestions().map(\.number) == [number])
            let seen = await other.requests.map { $0.note?.interface }
            #expect(seen.count > 5)
            #expect(seen.allSatisfy { $0 == .queryFreezeOrder })
        }
        await other.stop()
    }
}
