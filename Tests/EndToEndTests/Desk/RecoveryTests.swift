import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// What becomes of orders whose outcome is open, at this start and at the next.
struct RecoveryTests {
    @Test func refusedByAbsenceThenLateSuccess() async throws {
        try await TestTill.run { till in
            till.clock.stop(after: .seconds(300))
            let desk = try till.desk()
            await desk.followOpenQuestions()
            var news = await desk.news().makeAsyncIterator()
            // The platform has no such order until somebody changes it by hand.
            let story = try await FreezeStory.run(till.request(Fen(18)), desk: desk, till: till)
            #expect(story.told.last == "left open unknown(not_there_yet)")
            let number = try #require(story.number)
            let refused = try #require(await news.next()).deposit
            #expect(refused.outcome == .refused)
            #expect(refused.reason == .neverArrived)
            #expect(refused.isLateSuccess == false)
            try await Polling.until("the watch for absent orders sleeps") { till.clock.sleeperCount == 1 }
            try await till.server.setStage(.frozen, of: number.text)
            till.clock.goOn(for: .seconds(600))
            let late = try #require(await news.next()).deposit
            #expect(late.number == number)
            #expect(late.outcome == .done)
            #expect(late.isLateSuccess)
            #expect(
                try till.lines(of: number).suffix(2) == ["refused(never_arrived)", "frozen(held)"])
            #expect(await till.server.requests.filter { $0.note?.interface == .microFreeze }.count == 3)
            #expect(till.witness.complaints == [])
            #expect(await desk.startNotices().contains(.lateSuccesses(1)))
        }
    }

    /// Not before 150 s after the last sending, and only by the state.
    @Test func absenceTakesItsTime() async throws {
        try await TestTill.run(TestTill.Options(faults: ["swallowed@micro_freeze"], saysAbsenceByState: true)) { till in
            let desk = try till.desk()
            let start = till.clock.boottime
            var request = try till.request(Fen(1250))
            request.wait = .seconds(170)
            var times: [Duration] = []
            for await progress in await desk.freeze(request) {
                if case .settled(let deposit) = progress { #expect(deposit.reason == .neverArrived) }
                times.append(till.clock.boottime - start)
            }
            // Sent for the last time after ten seconds.
            #expect(try #require(times.last) >= .seconds(160))
            let number = try #require(try JournalLine.all(in: till.configuration.journalDirectory).last?.order)
            #expect(try #require(OrderNumber(number)).text == number)
            #expect(await till.server.orders.isEmpty)
            #expect(till.witness.complaints == [])
        }
    }

    @Test func refusalsOfTheQueryNeverSettle() async throws {
        try await TestTill.run(TestTill.Options(faults: ["swallowed@micro_freeze"])) { till in
            till.clock.stop(after: .seconds(6 * 3600))
            let desk = try till.desk()
            await desk.followOpenQuestions()
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
            #expect(story.told.last == "left open unknown(not_there_yet)")
            try await Polling.until("six hours passed") { till.clock.sleeperCount == 1 }
            let number = try #require(story.number)
            #expect(await desk.openQuestions().map(\.number) == [number])
            #expect(try till.lines(of: number).last == "unknown(not_there_yet)")
            let requests = await till.server.requests
            #expect(requests.filter { $0.note?.interface == .microFreeze }.count == 3)
            #expect(requests.count > 80)
        }
    }

    @Test func nextStartAsksAndNeverSends() async throws {
        try await TestTill.run(TestTill.Options(faults: ["lost@micro_freeze"])) { till in
            var request = try till.request(Fen(1250))
            request.wait = .zero
            let number = try await leaveOpen(request, till: till)
            till.clock.stop(after: .seconds(1))
            let desk = try till.desk()
            #expect(await desk.startNotices() == [.openQuestions(1)])
            var news = await desk.news().makeAsyncIterator()
            await desk.followOpenQuestions()
            let deposit = try #require(await news.next()).deposit
            #expect(deposit.number == number)
            #expect(deposit.outcome == .done)
            #expect(deposit.isLateSuccess == false)
            #expect(try till.lines(of: number) == ["intent", "unknown(no_answer)", "frozen(held)"])
            let seen = await till.server.requests.map { $0.note?.interface }
            #expect(seen == [.microFreeze, .queryFreezeOrder])
        }
    }

    /// After a restart the 150 s begin anew, and the code is gone: nothing is sent again.
    @Test func absenceAfterARestart() async throws {
        let options = TestTill.Options(faults: ["swallowed@micro_freeze"], saysAbsenceByState: true)
        try await TestTill.run(options) { till in
            var request = try till.request(Fen(1250))
            request.wait = .zero
            let number = try await leaveOpen(request, till: till)
            till.clock.advance(by: .seconds(1000))
            let start = till.clock.boottime
            till.clock.stop(after: .seconds(140))
            let desk = try till.desk()
            var news = await desk.news().makeAsyncIterator()
            await desk.followOpenQuestions()
            try await Polling.until("the background rests") { till.clock.sleeperCount == 1 }
            #expect(await desk.openQuestions().map(\.number) == [number])
            till.clock.goOn(for: .seconds(60))
            let deposit = try #require(await news.next()).deposit
            #expect(deposit.reason == .neverArrived)
            #expect(till.clock.boottime - start >= .seconds(150))
            #expect(await till.server.requests.filter { $0.note?.interface == .microFreeze }.count == 1)
        }
    }

    @Test func lookUpTellsALateSuccess() async throws {
        try await TestTill.run { till in
            let desk = try till.desk()
            var news = await desk.news().makeAsyncIterator()
            let story = try await FreezeStory.run(till.request(Fen(63)), desk: desk, till: till)
            #expect(story.told.last == "settled refused(payment_error)")
            let number = try #require(story.number)
            till.clock.advance(by: .seconds(40))
            let lookUp = await desk.lookUp(number, releaseNumber: nil, platform: nil)
            #expect(lookUp.outcome == .done)
            #expect(lookUp.local?.isLateSuccess == true)
            #expect(try #require(await news.next()).isLateSuccess)
            #expect(try till.lines(of: number) == ["intent", "refused(payment_error)", "frozen(held)"])
        }
    }

    /// Leaves an order open at a desk that ends then, as a process does.
    private func leaveOpen(_ request: FreezeRequest, till: TestTill) async throws -> OrderNumber {
        let story = try await FreezeStory.run(request, desk: till.desk(), till: till)
        #expect(story.told.last == "left open unknown(no_answer)")
        return try #require(story.number)
    }
}
