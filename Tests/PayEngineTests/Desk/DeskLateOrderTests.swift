import Synchronization
import TestSupport
import Testing

@testable import PayEngine

/// What turns out about releases and consumes after the clerk was told otherwise.
@Suite struct DeskLateOrderTests {
    private static let fee = Int(SampleTill.fee.value)

    private func order(_ progress: OrderProgress?) throws -> DepositOrder {
        switch try #require(progress) {
        case .started(let order), .changed(let order), .settled(let order), .leftOpen(let order): return order
        case .heldBack, .offered, .seenBefore: throw CancellationError()
        case .rejected(let rejection): throw rejection
        }
    }

    /// Nobody asks about a release that was closed by hand, but a look-up that sees it takes it in.
    @Test func aClosedReleaseIsSettledByALookUp() async throws {
        let number = Mutex<String?>(nil)
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze, .queryFreezeOrder: return .answer(SampleAnswer())
            case .queryUnfreezeOrder where call.index > 0:
                return SampleMovement.release(call, state: 2, fee: Self.fee, number: number.withLock { $0 })
            default:
                let told = call.content["unfreeze_content"]?["out_unfreeze_no"]?.text
                number.withLock { $0 = told ?? $0 }
                return .result(.lost("x"))
            }
        }
        guard case .settled(let deposit) = await sample.freeze().last else {
            Issue.record("it was not frozen")
            return
        }
        var last: OrderProgress?
        let request = ReleaseRequest(number: deposit.number, wait: .zero)
        for await progress in await sample.desk.release(request) { last = progress }
        let release = try order(last)
        sample.clock.advance(by: .seconds(1000))
        let closed = try await sample.desk.close(release.number, staffID: nil, reason: "seen on the console")
        #expect(closed.closing != nil && !closed.isSettled)
        let found = await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        #expect(found.local?.laterOrders.first?.outcome == .done)
        #expect(found.local?.laterOrders.first?.isLateSuccess == true && found.outcome == .over)
    }

    /// The consume was done and the rest was not released: the gateway's word opens the deposit again.
    @Test func aRestThatStayedFrozenCanBeReleased() async throws {
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze: .answer(SampleAnswer(platform: .alipay))
            case .queryFreezeOrder:
                .answer(SampleAnswer(platform: .alipay, consumed: call.index == 0 ? 0 : 400, releasedByHand: 0))
            case .depositConsume: SampleMovement.consume(call, state: 2, fee: 400, platform: .alipay)
            default: SampleMovement.release(call, state: 2, fee: Self.fee - 400, platform: .alipay)
            }
        }
        guard case .settled(let deposit) = await sample.freeze(SampleDesk.request(SampleTill.alipayCode)).last else {
            Issue.record("it was not frozen")
            return
        }
        var last: OrderProgress?
        let consume = ConsumeRequest(number: deposit.number, amount: Fen(400))
        for await progress in await sample.desk.consume(consume) { last = progress }
        #expect(try order(last).deposit.outcome == .over)
        for await progress in await sample.desk.release(ReleaseRequest(number: deposit.number)) { last = progress }
        let released = try order(last)
        #expect(released.fee == Fen(SampleTill.fee.value - 400) && released.deposit.outcome == .over)
        let listed = try DepositArchive(directory: sample.directory).deposits()
        #expect(listed.map(\.outcome) == [.over])
    }

    /// An earlier release that turns out late does not hide the one that is open.
    @Test func theListOfOpenQuestionsHoldsEveryOne() throws {
        let journal = try SampleJournal()
        let number = try journal.freeze("A1", .done)
        let steps = [
            SampleOrder.intended(1, 5), SampleOrder.told(1, 5, .refused), SampleOrder.intended(2, 6),
            SampleOrder.told(1, 5, .done),
        ]
        for step in steps { try journal.append(.order(step), of: number) }
        let open = try DepositArchive(directory: journal.path).openQuestions()
        #expect(open.map(\.number) == [SampleOrder.number(2)])
        try journal.append(
            .closed(staffID: "1", reason: "r", order: SampleOrder.number(2)), of: number)
        #expect(try DepositArchive(directory: journal.path).openQuestions().isEmpty)
    }

    /// What would take more than was frozen is not believed, and stays a question.
    @Test func anImpossibleReleaseStaysOpen() async throws {
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze: .answer(SampleAnswer(platform: .alipay))
            case .queryFreezeOrder: .answer(SampleAnswer(platform: .alipay))
            case .unfreeze: .result(.lost("x"))
            default: SampleMovement.release(call, state: 2, fee: 1000, platform: .alipay)
            }
        }
        guard case .settled(let deposit) = await sample.freeze(SampleDesk.request(SampleTill.alipayCode)).last else {
            Issue.record("it was not frozen")
            return
        }
        var orders: [DepositOrder] = []
        for _ in 0..<2 {
            var last: OrderProgress?
            let request = ReleaseRequest(number: deposit.number, amount: Fen(1000), wait: .zero)
            for await progress in await sample.desk.release(request) { last = progress }
            orders.append(try order(last))
            sample.clock.advance(by: .seconds(1000))
            await sample.desk.closeOpen(orders.last)
        }
        #expect(orders.count == 2)
        let remaining = await sample.desk.reconcile(wait: .seconds(5))
        #expect(remaining.allSatisfy { !$0.isSettled })
    }
}

extension PaymentDesk {
    /// As a supervisor does it, without the last question.
    fileprivate func closeOpen(_ order: DepositOrder?) {
        guard let order else { return }
        try? record(
            .closed(staffID: nil, reason: "r", order: order.number), of: order.deposit.number)
    }
}
