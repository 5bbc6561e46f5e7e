import Synchronization
import TestSupport
import Testing

@testable import PayEngine

@Suite struct DeskOrderTests {
    private static let fee = Int(SampleTill.fee.value)
    private static let lost = SampleDesk.Reply.result(.lost("x"))
    private static let staff = [
        StaffMember(id: "1001", name: "", role: .supervisor), StaffMember(id: "1206", name: "", role: .clerk),
    ]

    /// A desk with a frozen deposit; the script answers everything but the freeze and the questions about it.
    private func desk(
        _ platform: PayPlatform = .wechat, staff: [StaffMember] = [], partial: Bool = false,
        order: @escaping @Sendable (SampleDesk.Call) -> SampleAnswer = { _ in SampleAnswer() },
        script: @escaping SampleDesk.Script
    ) async throws -> (sample: SampleDesk, number: OrderNumber) {
        let sample = try SampleDesk(staff: staff, partialRelease: partial) { call in
            switch call.interface {
            case .microFreeze, .queryFreezeOrder:
                var answer = order(call)
                answer.platform = platform
                return .answer(answer)
            default: return await script(call)
            }
        }
        let code = platform == .wechat ? SampleTill.wechatCode : SampleTill.alipayCode
        guard case .settled(let deposit) = await sample.freeze(SampleDesk.request(code)).last else {
            throw SampleFailure()
        }
        // Later than WeChat Pay wants releases to be.
        sample.clock.advance(by: .seconds(15))
        return (sample, deposit.number)
    }

    private struct SampleFailure: Error {}

    private func release(
        _ sample: SampleDesk, _ request: ReleaseRequest, as approverID: String? = nil
    ) async -> [OrderProgress] {
        var told: [OrderProgress] = []
        for await progress in await sample.desk.release(request, as: approverID) { told.append(progress) }
        return told
    }

    private func consume(_ sample: SampleDesk, _ request: ConsumeRequest) async -> [OrderProgress] {
        var told: [OrderProgress] = []
        for await progress in await sample.desk.consume(request) { told.append(progress) }
        return told
    }

    private func names(_ told: [OrderProgress]) -> [String] {
        told.map { progress in
            switch progress {
            case .heldBack(let seconds): "held back \(seconds)"
            case .started(let order): "started \(order.outcomeName)"
            case .changed(let order): "changed \(order.outcomeName)"
            case .settled(let order): "settled \(order.outcomeName) left \(order.deposit.left.value)"
            case .leftOpen(let order): "left open \(order.outcomeName)"
            case .rejected(let rejection): "rejected \(rejection)"
            case .offered, .seenBefore: "of a freeze"
            }
        }
    }

    @Test func aWholeReleaseIsTheDefault() async throws {
        let (sample, number) = try await desk(staff: Self.staff) { call in
            SampleMovement.release(call, state: 2, fee: Self.fee)
        }
        let told = await release(sample, ReleaseRequest(number: number, staffID: "1206"), as: "1001")
        #expect(names(told) == ["started unknown", "settled released left 0"])
        #expect(
            try sample.events == ["freeze.intent", "freeze.frozen", "unfreeze.intent", "unfreeze.released"])
        let content = try JSONValue(try #require(sample.transport.requests(to: .unfreeze).first).content)
        #expect(content["unfreeze_content"]?["out_freeze_no"] == .text(number.text))
        #expect(content["unfreeze_content"]?["unfreeze_fee"] == .number(Self.fee))
        #expect(content["pay_mch_key"]?["is_sub_mch_admin"] == .flag(false))
        #expect(content["pay_mch_key"]?["authorization_staff_id"] == .text("1001"))
        #expect(content["order_client"]?["staff_id"] == .text("1206"))
        #expect(await sample.desk.heldDeposits().isEmpty)
        #expect(
            names(await release(sample, ReleaseRequest(number: number), as: "1001"))[0].contains("rejected"))
    }

    @Test func onlyASupervisorReleases() async throws {
        let (sample, number) = try await desk(staff: Self.staff) { _ in Self.lost }
        for (approver, expected) in [
            (nil, ApprovalRefusal.supervisorNeeded), ("1206", .supervisorNeeded), ("7", .unknownStaff("7")),
        ] {
            let told = await release(sample, ReleaseRequest(number: number), as: approver)
            #expect(told == [.rejected(.approval(expected))])
        }
        #expect(sample.transport.requests(to: .unfreeze).isEmpty)
    }

    @Test func partsByPlatformAndConfiguration() async throws {
        let part = Fen(100)
        let (wechat, first) = try await desk { _ in Self.lost }
        #expect(
            await release(wechat, ReleaseRequest(number: first, amount: part))
                == [.rejected(.onlyWhole(left: SampleTill.fee))])
        let (configured, second) = try await desk(partial: true) { call in
            SampleMovement.release(call, state: 2, fee: 100)
        }
        let told = names(await release(configured, ReleaseRequest(number: second, amount: part)))
        #expect(told.last == "settled released left \(Self.fee - 100)")
        let (alipay, third) = try await desk(.alipay) { call in
            SampleMovement.release(call, state: 2, fee: 100, platform: .alipay)
        }
        #expect(
            names(await release(alipay, ReleaseRequest(number: third, amount: part))).last
                == "settled released left \(Self.fee - 100)")
        #expect(
            await release(alipay, ReleaseRequest(number: third, amount: SampleTill.fee))
                == [.rejected(.aboveLeft(left: Fen(SampleTill.fee.value - 100)))])
        #expect(await release(alipay, ReleaseRequest(number: third, amount: .zero)) == [.rejected(.amountIsZero)])
    }

    @Test func whatTheGatewaySaysIsLeftCounts() async throws {
        @Sendable func order(_ call: SampleDesk.Call) -> SampleAnswer {
            SampleAnswer(releasedByHand: call.interface == .microFreeze ? nil : 1000)
        }
        let (sample, number) = try await desk(.alipay, order: order) { _ in Self.lost }
        #expect(
            await release(sample, ReleaseRequest(number: number, amount: Fen(251)))
                == [.rejected(.aboveLeft(left: Fen(250)))])
    }

    @Test func aConsumeIsMade() async throws {
        let (wechat, first) = try await desk { call in SampleMovement.consume(call, state: 14, fee: 400) }
        #expect(
            await consume(wechat, ConsumeRequest(number: first, amount: Fen(400), keepsRest: true))
                == [.rejected(.cannotKeepRest)])
        let told = await consume(wechat, ConsumeRequest(number: first, amount: Fen(400), staffID: nil, body: "B"))
        #expect(names(told).last == "settled consumed left 0")
        let content = try JSONValue(try #require(wechat.transport.requests(to: .depositConsume).first).content)
        #expect(content["pay_content"]?["is_confirm_unfreeze"] == .flag(true))
        #expect(content["pay_content"]?["body"] == .text("B"))
        #expect(content["pay_mch_key"]?["pay_platform"] == .number(1))
        guard case .settled(let order) = told.last else { return }
        #expect(order.deposit.outcome == .over && order.platformNumber == "T1")
        let (alipay, second) = try await desk(.alipay) { call in
            SampleMovement.consume(call, state: 2, fee: 400, platform: .alipay)
        }
        let kept = await consume(alipay, ConsumeRequest(number: second, amount: Fen(400), keepsRest: true))
        #expect(names(kept).last == "settled consumed left \(Self.fee - 400)")
        #expect(await alipay.desk.heldDeposits().map(\.left) == [Fen(SampleTill.fee.value - 400)])
    }

    /// The answer is lost: asked about, found done.
    ///
    /// Nothing is sent twice.
    @Test func aLostAnswerIsAskedAbout() async throws {
        let (sample, number) = try await desk { call in
            call.interface == .unfreeze ? Self.lost : SampleMovement.release(call, state: 2, fee: Self.fee)
        }
        let told = await release(sample, ReleaseRequest(number: number))
        #expect(names(told) == ["started unknown", "changed unknown", "settled released left 0"])
        #expect(sample.transport.requests(to: .unfreeze).count == 1)
        let asked = try JSONValue(try #require(sample.transport.requests(to: .queryUnfreezeOrder).first).content)
        #expect(asked["out_unfreeze_no"]?.text == told.last.flatMap(Self.order)?.number.text)
    }

    private static func order(_ progress: OrderProgress) -> DepositOrder? {
        switch progress {
        case .started(let order), .changed(let order), .settled(let order), .leftOpen(let order): order
        case .heldBack, .offered, .seenBefore, .rejected: nil
        }
    }

    /// Not there: the same bytes again, but only while the deposit's totals have not moved.
    @Test(arguments: [false, true])
    func itIsSentAgainOnlyWhileNothingMoved(hasMoved: Bool) async throws {
        let isReleasing = Mutex(false)
        let order = { @Sendable (call: SampleDesk.Call) in
            let moved = hasMoved && isReleasing.withLock { $0 }
            return SampleAnswer(consumed: call.interface == .microFreeze ? nil : 0, releasedByHand: moved ? 5 : 0)
        }
        let (sample, number) = try await desk(.alipay, order: order) { call in
            isReleasing.withLock { $0 = true }
            guard call.interface == .queryUnfreezeOrder else {
                return call.index == 0 ? Self.lost : SampleMovement.release(call, state: 2, fee: 9, platform: .alipay)
            }
            return SampleMovement.noRelease(call)
        }
        let told = await release(sample, ReleaseRequest(number: number, amount: Fen(9)))
        let sent = sample.transport.requests(to: .unfreeze)
        if hasMoved {
            #expect(sent.count == 1 && names(told).last == "left open unknown")
        } else {
            #expect(sent.count == 2 && sent[0].body == sent[1].body)
            #expect(names(told).last == "settled released left \(Self.fee - 9)")
            #expect(try sample.events.contains("unfreeze.again"))
        }
    }

    @Test func aSecondOneWaitsForTheFirst() async throws {
        let (sample, number) = try await desk { _ in Self.lost }
        let told = await release(sample, ReleaseRequest(number: number, wait: .zero))
        #expect(names(told).last == "left open unknown")
        let open = try #require(told.last.flatMap(Self.order))
        #expect(await sample.desk.openQuestions().map(\.number) == [open.number])
        guard case .rejected(.otherIsOpen(let other)) = await release(sample, ReleaseRequest(number: number)).last
        else {
            Issue.record("a second release")
            return
        }
        #expect(other.number == open.number)
        guard case .rejected(.otherIsOpen) = await consume(sample, ConsumeRequest(number: number, amount: Fen(1))).last
        else {
            Issue.record("a consume beside an unknown release")
            return
        }
    }

    /// After a restart only questions are asked, and the outcome is told as news.
    @Test func theNextStartFindsOut() async throws {
        let (sample, number) = try await desk { _ in Self.lost }
        _ = await release(sample, ReleaseRequest(number: number, wait: .zero))
        let next = try SampleDesk(directory: try sample.crashed()) { call in
            call.interface == .queryUnfreezeOrder
                ? SampleMovement.release(call, state: 2, fee: Self.fee) : .answer(SampleAnswer())
        }
        let news = await next.desk.news()
        await next.desk.followOpenQuestions()
        var iterator = news.makeAsyncIterator()
        let order = try #require(await iterator.next())
        #expect(order.outcomeName == "released" && order.deposit.number == number && order.deposit.outcome == .over)
        #expect(next.transport.requests(to: .unfreeze).isEmpty)
    }

    @Test func refusalsAreTold() async throws {
        let (sample, number) = try await desk { call in
            call.interface == .unfreeze ? SampleMovement.refusal(104) : SampleMovement.noRelease(call)
        }
        #expect(names(await release(sample, ReleaseRequest(number: number))).last == "settled refused left \(Self.fee)")
        let (used, second) = try await desk { call in
            call.interface == .unfreeze
                ? SampleMovement.refusal(104, internalStatus: 407)
                : SampleMovement.release(call, state: 2, fee: Self.fee)
        }
        #expect(names(await release(used, ReleaseRequest(number: second))).last == "settled released left 0")
    }

    /// The platform refused it and did it all the same: whoever looks at the deposit learns of it, and the till does.
    @Test(arguments: [true, false])
    func oneThatWasRefusedAndIsDoneAfterAllIsALateSuccess(isRelease: Bool) async throws {
        let made = Mutex<String?>(nil)
        let (sample, number) = try await desk { call in
            if let number = call.content["unfreeze_content"]?["out_unfreeze_no"]?.text {
                made.withLock { $0 = number }
            }
            guard call.interface == .queryUnfreezeOrder || call.interface == .queryOrder else {
                return SampleMovement.refusal(104)
            }
            guard isRelease else { return SampleMovement.consume(call, state: 14, fee: 5) }
            return SampleMovement.release(call, state: 2, fee: Self.fee, number: made.withLock { $0 })
        }
        let told =
            isRelease
            ? await release(sample, ReleaseRequest(number: number))
            : await consume(sample, ConsumeRequest(number: number, amount: Fen(5)))
        #expect(names(told).last == "settled refused left \(Self.fee)")
        let news = await sample.desk.news()
        let lookUp = await sample.desk.lookUp(number, releaseNumber: nil, platform: nil)
        let latest = try #require(lookUp.local?.laterOrders.first)
        #expect(latest.outcome == .done && latest.isLateSuccess)
        var iterator = news.makeAsyncIterator()
        #expect(await iterator.next()?.number == latest.number)
        #expect(try sample.events.last == (isRelease ? "unfreeze.released" : "consume.consumed"))
    }

    @Test func aDepositOfAnotherTill() async throws {
        let sample = try SampleDesk { call in
            call.interface == .queryFreezeOrder
                ? .answer(SampleAnswer(fee: 700, platform: .alipay))
                : SampleMovement.release(call, state: 2, fee: 300, platform: .alipay)
        }
        let other = try #require(OrderNumber("sz0100otherTill01"))
        #expect(await release(sample, ReleaseRequest(number: other)) == [.rejected(.platformNeeded)])
        let told = await release(sample, ReleaseRequest(number: other, amount: Fen(300), platform: .alipay))
        #expect(names(told).last == "settled released left 400")
        #expect(try sample.events == ["unfreeze.intent", "unfreeze.released"])
        #expect(await sample.desk.heldDeposits().isEmpty, "the board is this till's")
        let listing = try JournalListing(directory: sample.directory)
        var states: [Outcome] = []
        _ = try listing.orders { states.append($0.outcome) }
        #expect(states == [.done])
    }

    @Test func nothingIsSentWithoutTheJournal() async throws {
        let (sample, number) = try await desk { _ in Self.lost }
        await sample.desk.loseJournal()
        guard case .rejected(.journal) = await release(sample, ReleaseRequest(number: number)).last else {
            Issue.record("released without a journal")
            return
        }
        #expect(sample.transport.requests(to: .unfreeze).isEmpty)
    }
}
