import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// Closing an open question by hand.
struct ClosingTests {
    private static let clerk = StaffMember(id: "1206", name: "Li", role: .clerk)
    private static let supervisor = StaffMember(id: "1", name: "Wang", role: .supervisor)

    @Test func aClosingKeepsToItsRules() async throws {
        try await TestTill.run(TestTill.Options(staff: [Self.clerk, Self.supervisor])) { till in
            let desk = try till.desk()
            // Waits for a password that nobody types.
            let story = try await FreezeStory.run(till.request(Fen(12)), desk: desk, till: till)
            #expect(story.told.last == "left open waiting(customer_typing)")
            let number = try #require(story.number)
            let early = await refusal(desk, number, by: "1", "customer left")
            guard case .tooEarly(let left) = early, (1...60).contains(left) else {
                Issue.record("too early, not \(String(describing: early))")
                return
            }
            till.clock.advance(by: .seconds(60))
            #expect(await refusal(desk, number, by: "1206", "customer left") == .approval(.supervisorNeeded))
            #expect(await refusal(desk, number, by: "7", "customer left") == .approval(.unknownStaff("7")))
            #expect(await refusal(desk, number, by: nil, "customer left") == .approval(.unknownStaff("")))
            #expect(await refusal(desk, number, by: "1", "") == .reasonMissing)
            let unknown = try #require(OrderNumber("sz010002cz0000000000000000000000"))
            #expect(await refusal(desk, unknown, by: "1", "customer left") == .noSuchOrder)
            let asked = await till.server.requests.count
            let closed = try await desk.close(number, staffID: "1", reason: "customer left")
            #expect(closed.deposit.outcome == .waiting)
            #expect(closed.closing?.staffID == "1")
            #expect(await till.server.requests.count == asked + 1)
            #expect(await desk.openQuestions().isEmpty)
            #expect(await refusal(desk, number, by: "1", "customer left") == .notOpen)
            #expect(try till.lines(of: number) == ["intent", "waiting(customer_typing)", "closed"])
            // A later answer settles it all the same.
            try await till.server.setStage(.frozen, of: number.text)
            let lookUp = await desk.lookUp(number, releaseNumber: nil, platform: nil)
            #expect(lookUp.outcome == .done)
            #expect(lookUp.local?.isLateSuccess == true)
            #expect(try till.lines(of: number).last == "frozen(held)")
        }
    }

    @Test func lastQuerySettles() async throws {
        try await TestTill.run { till in
            let desk = try till.desk()
            let story = try await FreezeStory.run(till.request(Fen(12)), desk: desk, till: till)
            let number = try #require(story.number)
            till.clock.advance(by: .seconds(60))
            try await till.server.setStage(.frozen, of: number.text)
            guard case .settledMeanwhile(let order) = await refusal(desk, number, by: nil, "customer left") else {
                Issue.record("the last query settles it")
                return
            }
            #expect(order.deposit.outcome == .done)
            #expect(order.closing == nil)
            #expect(try till.lines(of: number) == ["intent", "waiting(customer_typing)", "frozen(held)"])
        }
    }

    /// Without a supervisor any listed staff may, without staff anybody.
    @Test(arguments: [[StaffMember](), [clerk]])
    func whoMayClose(staff: [StaffMember]) async throws {
        try await TestTill.run(TestTill.Options(staff: staff)) { till in
            let desk = try till.desk()
            let story = try await FreezeStory.run(till.request(Fen(12)), desk: desk, till: till)
            let number = try #require(story.number)
            till.clock.advance(by: .seconds(60))
            let closed = try await desk.close(number, staffID: staff.first?.id, reason: "seen on the console")
            #expect(closed.closing?.reason == "seen on the console")
        }
    }

    /// An order that was closed stays so at the next start, and is not asked about.
    @Test func closedStaysClosed() async throws {
        try await TestTill.run { till in
            let number = try await closeOne(till)
            let asked = await till.server.requests.count
            till.clock.stop(after: .seconds(7200))
            let desk = try till.desk()
            await desk.followOpenQuestions()
            #expect(await desk.openQuestions().isEmpty)
            #expect(await till.server.requests.count == asked)
            #expect(try till.lines(of: number).last == "closed")
        }
    }

    private func closeOne(_ till: TestTill) async throws -> OrderNumber {
        let desk = try till.desk()
        let story = try await FreezeStory.run(till.request(Fen(12)), desk: desk, till: till)
        let number = try #require(story.number)
        till.clock.advance(by: .seconds(60))
        _ = try await desk.close(number, staffID: nil, reason: "seen on the console")
        return number
    }

    private func refusal(
        _ desk: PaymentDesk, _ number: OrderNumber, by staffID: String?, _ reason: String
    ) async -> ClosingRefusal? {
        do throws(ClosingRefusal) {
            _ = try await desk.close(number, staffID: staffID, reason: reason)
            return nil
        } catch {
            return error
        }
    }
}
