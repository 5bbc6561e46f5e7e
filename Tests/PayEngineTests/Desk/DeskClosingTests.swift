import TestSupport
import Testing

@testable import PayEngine

@Suite struct DeskClosingTests {
    private static let staff = [
        StaffMember(id: "1206", name: "小李", role: .clerk), StaffMember(id: "1", name: "王", role: .supervisor),
    ]
    private static let lost = SampleDesk.Reply.result(.lost("x"))

    private func open(
        staff: [StaffMember] = staff, then script: @escaping SampleDesk.Script = { _ in lost }
    ) async throws -> (SampleDesk, OrderNumber) {
        let sample = try SampleDesk(staff: staff) { call in
            call.interface == .microFreeze ? Self.lost : await script(call)
        }
        _ = await sample.freeze(SampleDesk.request(wait: .zero))
        return (sample, try #require(await sample.desk.openQuestions().first).number)
    }

    private func refusal(
        _ sample: SampleDesk, _ number: OrderNumber, staffID: String? = "1", reason: String = "asked by phone"
    ) async -> ClosingRefusal? {
        do throws(ClosingRefusal) {
            _ = try await sample.desk.close(number, staffID: staffID, reason: reason)
            return nil
        } catch {
            return error
        }
    }

    @Test func notBefore150Seconds() async throws {
        let (sample, number) = try await open()
        guard case .tooEarly(let left) = await refusal(sample, number) else {
            Issue.record("too early")
            return
        }
        #expect(left > 100)
        sample.clock.advance(by: .seconds(1000))
        #expect(await refusal(sample, number) == nil)
        #expect(try sample.events == ["freeze.intent", "freeze.unknown", "closed"])
        #expect(await sample.desk.openQuestions().isEmpty)
        #expect(await refusal(sample, number) == .notOpen)
    }

    @Test func whoMayAndWhy() async throws {
        let (sample, number) = try await open()
        sample.clock.advance(by: .seconds(1000))
        #expect(await refusal(sample, number, staffID: "1206") == .approval(.supervisorNeeded))
        #expect(await refusal(sample, number, staffID: "2") == .approval(.unknownStaff("2")))
        #expect(await refusal(sample, number, staffID: nil) == .approval(.unknownStaff("")))
        #expect(await refusal(sample, number, reason: "") == .reasonMissing)
        #expect(await refusal(sample, number, reason: "\u{1b}\u{202e}") == .reasonMissing)
        #expect(
            await refusal(sample, number, reason: String(repeating: "x", count: 256)) == .reasonTooLong(limit: 255))
        #expect(await refusal(sample, try #require(OrderNumber("other"))) == .noSuchOrder)
        #expect(sample.transport.requests.count == 1, "nothing of this asks the gateway")
        let alone = [StaffMember(id: "1206", name: "小李", role: .clerk)]
        let (small, its) = try await open(staff: alone)
        small.clock.advance(by: .seconds(1000))
        #expect(await refusal(small, its, staffID: "1206") == nil, "where there is no supervisor any listed staff may")
    }

    @Test func theLastQuestionMaySettleIt() async throws {
        let (sample, number) = try await open { _ in .answer(SampleAnswer()) }
        sample.clock.advance(by: .seconds(1000))
        guard case .settledMeanwhile(let order) = await refusal(sample, number) else {
            Issue.record("settled meanwhile")
            return
        }
        #expect(order.deposit.outcome == .done && !order.isLateSuccess)
        #expect(try sample.events == ["freeze.intent", "freeze.unknown", "freeze.frozen"])
    }

    @Test func aLaterAnswerStillSettlesIt() async throws {
        let (sample, number) = try await open { call in call.index == 0 ? Self.lost : .answer(SampleAnswer()) }
        sample.clock.advance(by: .seconds(1000))
        let code = SampleTill.wechatCode.text
        #expect(await refusal(sample, number, reason: "code \(code)") == nil)
        let lookUp = await sample.desk.lookUp(number, releaseNumber: nil, platform: nil)
        #expect(lookUp.outcome == .done && lookUp.local?.isLateSuccess == true)
        #expect(lookUp.local?.closing?.staffID == "1")
        #expect(lookUp.local?.closing?.reason == "code \(SampleTill.wechatCode.masked)")
        #expect(!String(decoding: try sample.everything, as: UTF8.self).contains(code))
    }

    @Test func withoutAJournalNothingIsClosed() async throws {
        let (sample, number) = try await open()
        sample.clock.advance(by: .seconds(1000))
        await sample.desk.loseJournal()
        guard case .journal = await refusal(sample, number) else {
            Issue.record("the journal can't take it")
            return
        }
        #expect(await sample.desk.openQuestions().count == 1)
    }
}
