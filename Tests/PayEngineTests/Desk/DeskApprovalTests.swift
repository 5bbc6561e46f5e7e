import Persistence
import TestSupport
import Testing

@testable import PayEngine

/// What a desk does with an approval: it goes by it alone, and the journal says what it rested on.
@Suite struct DeskApprovalTests {
    private static let supervisor = StaffMember(id: "1001", name: "", role: .supervisor)
    private static let lost = SampleDesk.Reply.result(.lost("x"))

    /// A desk with an Alipay deposit.
    private func desk(_ staff: [StaffMember] = [supervisor]) async throws -> (sample: SampleDesk, number: OrderNumber) {
        let sample = try SampleDesk(staff: staff) { call in
            switch call.interface {
            case .microFreeze, .queryFreezeOrder:
                var answer = SampleAnswer()
                answer.platform = .alipay
                return .answer(answer)
            default: return SampleMovement.release(call, state: 2, fee: 100, platform: .alipay)
            }
        }
        let deposit = await sample.freeze(SampleDesk.request(SampleTill.alipayCode)).last
        guard case .settled(let order)? = deposit else { throw CancellationError() }
        return (sample, order.number)
    }

    private func release(
        _ sample: SampleDesk, _ request: ReleaseRequest, by action: ApprovedAction, after wait: Duration = .zero
    ) async throws -> [OrderProgress] {
        let approval = try sample.desk.approveWithoutPin(action, staffID: "1001")
        sample.clock.advance(by: wait)
        var told: [OrderProgress] = []
        for await progress in await sample.desk.release(request, approvedBy: approval) { told.append(progress) }
        return told
    }

    @Test func anApprovalOfSomethingElseReleasesNothing() async throws {
        let (sample, number) = try await desk()
        let request = ReleaseRequest(number: number, amount: Fen(100))
        for (action, refusal) in [
            (.release(SampleOrder.number(1), Fen(100)), .otherOrder), (.release(number, Fen(99)), .otherAmount),
            (.release(number, nil), .otherAmount), (.closing(number), .otherAction), (.acceptedLoss, .otherAction),
        ] as [(ApprovedAction, ApprovalRefusal)] {
            let told = try await release(sample, request, by: action)
            #expect(told == [.rejected(.approval(refusal))])
        }
        let late = try await release(sample, request, by: request.approvedAction, after: .seconds(120))
        #expect(late == [.rejected(.approval(.lapsed))])
        #expect(sample.transport.requests(to: .unfreeze).isEmpty)
        #expect(try sample.events == ["freeze.intent", "freeze.frozen"])
        let right = try await release(sample, request, by: request.approvedAction, after: .milliseconds(119_999))
        guard case .settled? = right.last else {
            Issue.record("\(right)")
            return
        }
    }

    @Test func anApprovalOfSomethingElseClosesNothing() async throws {
        let sample = try SampleDesk(staff: [Self.supervisor]) { _ in Self.lost }
        _ = await sample.freeze(SampleDesk.request(wait: .zero))
        let number = try #require(await sample.desk.openQuestions().first).number
        sample.clock.advance(by: .seconds(1000))
        let asked = sample.transport.requests.count
        for (action, wait, refusal) in [
            (.closing(SampleOrder.number(1)), .zero, .otherOrder), (.release(number, nil), .zero, .otherAction),
            (.acceptedLoss, .zero, .otherAction), (.closing(number), .seconds(120), .lapsed),
        ] as [(ApprovedAction, Duration, ApprovalRefusal)] {
            let approval = try sample.desk.approveWithoutPin(action, staffID: "1001")
            sample.clock.advance(by: wait)
            do throws(ClosingRefusal) {
                _ = try await sample.desk.close(number, reason: "r", approvedBy: approval)
                Issue.record("closed by an approval of \(action)")
            } catch {
                #expect(error == .approval(refusal))
            }
        }
        #expect(sample.transport.requests.count == asked, "nothing of this asks the gateway")
        #expect(await sample.desk.openQuestions().count == 1)
    }

    private func lines(_ sample: SampleDesk, _ event: String) throws -> [String] {
        var lines: [String] = []
        _ = try JournalReader.read(directory: sample.directory) { record in
            if record.event == event { lines.append(String(decoding: record.line, as: UTF8.self)) }
        }
        return lines
    }

    @Test func theJournalSaysWhoApprovedItAndWhatThatRestsOn() async throws {
        for (staff, approver, basis) in [
            ([Self.supervisor], "1001", "without_pin"), ([], "1001", "not_needed"), ([], nil, "not_needed"),
        ] as [([StaffMember], String?, String)] {
            let (sample, number) = try await desk(staff)
            for await _ in await sample.desk.release(ReleaseRequest(number: number, amount: Fen(100)), as: approver) {}
            let line = try #require(try lines(sample, "unfreeze.intent").first)
            #expect(line.contains("\"approval\":\"\(basis)\""), "\(line)")
            #expect(line.contains("\"approver\":\"1001\"") == (approver != nil))
        }
    }

    @Test func theJournalSaysWhatAClosingRestsOn() async throws {
        for (staff, basis) in [([Self.supervisor], "without_pin"), ([], "not_needed")] {
            let sample = try SampleDesk(staff: staff) { _ in Self.lost }
            _ = await sample.freeze(SampleDesk.request(wait: .zero))
            let number = try #require(await sample.desk.openQuestions().first).number
            sample.clock.advance(by: .seconds(1000))
            _ = try await sample.desk.close(number, staffID: "1001", reason: "r")
            let line = try #require(try lines(sample, "closed").first)
            #expect(line.contains("\"approval\":\"\(basis)\"") && line.contains("\"staff\":\"1001\""), "\(line)")
        }
    }
}
