import PayEngine
import Testing

@testable import PosTUI

/// Approvals between the screens, which know their IDs, and the desk, which uses them up.
struct KeptApprovalTests {
    private let mailbox: Mailbox
    private let desk = FakeDesk()
    private let runner: EffectRunner
    private let id = ApprovalID(value: 7)
    private let request: ReleaseRequest

    init() throws {
        mailbox = try Mailbox()
        runner = EffectRunner(desk: desk, mailbox: mailbox)
        request = ReleaseRequest(number: try #require(OrderNumber(Sample.number)), amount: Fen(1256))
    }

    /// Waits on the mailbox's own descriptor, as the loop does.
    private func next(until isLast: (Event.Content) -> Bool) async -> [Event.Content] {
        var all: [Event.Content] = []
        while !(all.last.map(isLast) ?? false) {
            all += mailbox.takeAll()
            await Task.yield()
        }
        return all
    }

    private func release(_ attempt: Int, by approval: ApprovalID) async -> [Event.Content] {
        runner.run(.release(AttemptID(value: attempt), request, approvedBy: approval))
        return await next { if case .orderEnded(AttemptID(value: attempt)) = $0 { true } else { false } }
    }

    private func isRefused(_ told: [Event.Content]) -> Bool {
        guard told.count == 2, case .order(_, .rejected(.approval(.lapsed))) = told[0] else { return false }
        return true
    }

    @Test func aReleaseByAnUnknownApprovalIsRefusedAndReachesNoDesk() async {
        #expect(isRefused(await release(1, by: id)))
        #expect(desk.redeemed.isEmpty)
    }

    @Test func anApprovalIsUsedOnceASecondReleaseByItReachesNoDesk() async {
        runner.run(.approveWithoutPin(id, request.approvedAction, staffID: nil))
        let first = await release(1, by: id)
        #expect(!isRefused(first))
        #expect(isRefused(await release(2, by: id)))
        #expect(desk.redeemed == [request.approvedAction])
    }

    @Test func oneThatWasDroppedIsGone() async {
        runner.run(.approveWithoutPin(id, request.approvedAction, staffID: nil))
        runner.run(.dropApproval(id))
        #expect(isRefused(await release(1, by: id)))
        #expect(desk.redeemed.isEmpty)
    }

    @Test func oneThatIsGivenAfterItsScreenWasLeftIsNotKeptOneThatIsWaitedForIs() async throws {
        let pin = try #require(Pin(Sample.pin))
        for isLeft in [true, false] {
            runner.run(.approve(id, request.approvedAction, staffID: "0002", pin, clerkID: nil))
            if isLeft { runner.run(.dropApproval(id)) }
            let told = await next { if case .approved = $0 { true } else { false } }
            guard case .approved(id, .accepted)? = told.last else {
                Issue.record("\(told)")
                return
            }
            #expect(isRefused(await release(1, by: id)) == isLeft)
        }
        #expect(desk.redeemed == [request.approvedAction])
    }

    @Test func aWrongPINGivesNone() async throws {
        let pin = try #require(Pin("0000"))
        runner.run(.approve(id, request.approvedAction, staffID: "0002", pin, clerkID: nil))
        _ = await next { if case .approved = $0 { true } else { false } }
        #expect(isRefused(await release(1, by: id)))
        #expect(desk.redeemed.isEmpty)
    }

    @Test func aClosingWithoutAnApprovalIsRefusedAndReachesNoDeskWithOneItIsAskedFor() async {
        func close() async -> ClosingRefusal? {
            runner.run(.close(request.number, reason: "r", approvedBy: id))
            let told = await next { if case .closed = $0 { true } else { false } }
            guard case .closed(_, .failure(let refusal))? = told.last else { return nil }
            return refusal
        }
        #expect(await close() == .approval(.lapsed))
        #expect(desk.redeemed.isEmpty)
        runner.run(.approveWithoutPin(id, .closing(request.number), staffID: nil))
        #expect(await close() == .tooEarly(secondsLeft: 90))
        #expect(desk.redeemed == [.closing(request.number)])
        #expect(await close() == .approval(.lapsed))
    }

    @Test func whenTheTillEndsNothingIsKept() throws {
        let store = ApprovalStore()
        store.expect(id)
        store.keep(try desk.approveWithoutPin(request.approvedAction, staffID: nil), as: id)
        let late = ApprovalID(value: 8)
        store.expect(late)
        store.dropAll()
        store.keep(try desk.approveWithoutPin(request.approvedAction, staffID: nil), as: late)
        #expect(store.claim(id) == nil)
        #expect(store.claim(late) == nil)
    }
}
