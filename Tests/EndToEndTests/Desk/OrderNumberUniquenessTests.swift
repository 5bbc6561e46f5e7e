import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// One number means one order for ever, whatever clock and random source do.
struct OrderNumberUniquenessTests {
    @Test func clockSetBack() async throws {
        try await TestTill.run { till in
            let moment = till.clock.now
            var numbers: Set<OrderNumber> = []
            for _ in 0..<3 {
                // Every start gets the same random numbers at the same second.
                till.clock.set(now: moment)
                let desk = try till.desk(random: SeededRandomSource(7))
                for _ in 0..<2 {
                    let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
                    #expect(FaultExpectation(story) == .frozenAtOnce)
                    #expect(story.complaints == [])
                    numbers.insert(try #require(story.number))
                    till.clock.set(now: Timestamp(milliseconds: moment.milliseconds - 3_600_000))
                }
            }
            #expect(numbers.count == 6)
            #expect(await till.server.orders.count == 6)
        }
    }

    /// Without a free number nothing is sent at all.
    @Test func randomSourceOfOneByte() async throws {
        try await TestTill.run { till in
            let moment = till.clock.now
            let desk = try till.desk(random: ConstantRandom(byte: 3))
            let first = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
            #expect(first.told.last == "settled frozen(held)")
            till.clock.set(now: moment)
            let second = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
            guard case .rejected(.journal) = second.last else {
                Issue.record("rejected, not \(second.told)")
                return
            }
            #expect(await till.server.requests.count == 1)
        }
    }

    @Test func codeSeenBefore() async throws {
        try await TestTill.run(TestTill.Options(faults: ["lost@micro_freeze:1"])) { till in
            let code = TestMerchant.code()
            let number = try await freeze(code, wait: .zero, till: till).number
            // Another start, the clock set back: the same code opens the open order.
            till.clock.set(now: Timestamp(milliseconds: till.clock.now.milliseconds - 3_600_000))
            let again = try await freeze(code, till: till)
            #expect(again.told == ["seen before unknown(no_answer)"])
            #expect(again.number == number)
            #expect(await till.server.requests.count == 1)
            // A day later it is a code like any other, which the gateway refuses.
            till.clock.advance(by: .seconds(26 * 3600))
            let later = try await freeze(code, till: till)
            #expect(later.told.last == "settled refused(refused_by_gateway)")
            #expect(later.number != number)
            #expect(await till.server.orders.count == 1)
        }
    }

    private func freeze(_ code: String, wait: Duration? = nil, till: TestTill) async throws -> FreezeStory {
        var request = try till.request(Fen(1250), code: code)
        request.wait = wait
        return try await FreezeStory.run(request, desk: till.desk(), till: till)
    }
}
