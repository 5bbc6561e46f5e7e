import TestSupport
import Testing

@testable import PayEngine

@Suite struct DeskLookUpTests {
    private static let lost = SampleDesk.Reply.result(.lost("x"))

    /// A desk whose one order has this state afterwards; the gateway then answers by the script.
    private func desk(
        first: SampleDesk.Reply, then script: @escaping SampleDesk.Script
    ) async throws -> (SampleDesk, OrderNumber) {
        let sample = try SampleDesk { call in
            call.interface == .microFreeze ? first : await script(call)
        }
        let told = await sample.freeze(SampleDesk.request(wait: .zero))
        switch told.last {
        case .settled(let deposit), .leftOpen(let deposit): return (sample, deposit.number)
        default:
            Issue.record("\(told)")
            return (sample, SampleTill.number)
        }
    }

    private func lookUp(_ sample: SampleDesk, _ number: OrderNumber) async -> LookUp {
        await sample.desk.lookUp(number, releaseNumber: nil, platform: nil)
    }

    private static func history(_ list: String) -> SampleDesk.Reply {
        let content = Array("{\"status\":0,\"query_unfreeze_order\":{\(list)}}".utf8)
        return .result(.answered(status: 200, body: SampleEnvelope.body(content), localAddress: nil))
    }

    @Test func settlesOurOwnOpenOrder() async throws {
        let (sample, number) = try await desk(first: Self.lost) { call in
            call.interface == .queryFreezeOrder ? .answer(SampleAnswer()) : Self.history("")
        }
        let news = await sample.desk.news()
        let lookUp = await lookUp(sample, number)
        #expect(lookUp.outcome == .done && lookUp.source == .gateway && lookUp.local?.outcome == .done)
        #expect(lookUp.order?.fee == SampleTill.fee && lookUp.orderProblem == nil && lookUp.releasesProblem == nil)
        #expect(lookUp.totals?.left == SampleTill.fee)
        #expect(lookUp.story.map(\.event) == ["freeze.intent", "freeze.unknown", "freeze.frozen"])
        #expect(lookUp.base == SampleTill.first.text && lookUp.logID == 3_804_805_851)
        var iterator = news.makeAsyncIterator()
        #expect(await iterator.next()?.deposit.outcome == .done)
    }

    /// The look-up's first answer is old when its last one comes: what was released meanwhile is not held again.
    @Test(arguments: [true, false])
    func anAnswerThatAReleaseHasOvertakenTakesNothingBack(isWhole: Bool) async throws {
        let late = DeferredDesk()
        let sample = try SampleDesk(late: late) { call in
            switch call.interface {
            case .microFreeze: return .answer(SampleAnswer(platform: .alipay))
            case .queryFreezeOrder:
                var answer = SampleAnswer(platform: .alipay)
                (answer.consumed, answer.releasedByHand) = (0, 0)
                return .answer(answer)
            case .unfreeze:
                return SampleMovement.release(
                    call, state: 2, fee: isWhole ? Int(SampleTill.fee.value) : 250, platform: .alipay)
            case .queryUnfreezeOrder:
                // While the history is on its way.
                if call.index == 0, let desk = try? late.get() {
                    let amount = isWhole ? nil : Fen(250)
                    let request = ReleaseRequest(number: call.number, amount: amount)
                    for await _ in await desk.release(request, as: nil) {}
                }
                return Self.history("")
            default: return Self.lost
            }
        }
        let told = await sample.freeze(SampleDesk.request(SampleTill.alipayCode))
        guard case .settled(let order) = told.last else {
            Issue.record("\(told)")
            return
        }
        let found = await lookUp(sample, order.deposit.number)
        let left = isWhole ? Fen.zero : Fen(SampleTill.fee.value - 250)
        #expect(found.local?.left == left, "\(found)")
        #expect(try sample.events.last == "unfreeze.released")
        #expect(await sample.desk.heldDeposits().map(\.left) == (isWhole ? [] : [left]))
    }

    @Test func saysWhatTheJournalKnowsWhenTheGatewayIsDown() async throws {
        let (sample, number) = try await desk(first: .answer(SampleAnswer())) { _ in .result(.notConnected("x")) }
        let lookUp = await lookUp(sample, number)
        #expect(lookUp.outcome == .done && lookUp.source == .journal && lookUp.order == nil)
        guard case .gatewayDown = lookUp.orderProblem, case .gatewayDown = lookUp.releasesProblem else {
            Issue.record("\(lookUp)")
            return
        }
        #expect(lookUp.story.map(\.event) == ["freeze.intent", "freeze.frozen"])
    }

    @Test func whatContradictsTheJournalIsNotTold() async throws {
        for state in [1, 3, 4, 6, 7, 99] {
            let (sample, number) = try await desk(first: .answer(SampleAnswer())) { call in
                call.interface == .queryFreezeOrder ? .answer(SampleAnswer(state: state)) : Self.history("")
            }
            let lookUp = await lookUp(sample, number)
            #expect(lookUp.outcome == .done && lookUp.local?.outcome == .done)
            #expect(try sample.events == ["freeze.intent", "freeze.frozen"])
        }
    }

    @Test func frozenBecomesOver() async throws {
        let (sample, number) = try await desk(first: .answer(SampleAnswer())) { call in
            call.interface == .queryFreezeOrder ? .answer(SampleAnswer(state: 5)) : Self.history("")
        }
        let lookUp = await lookUp(sample, number)
        #expect(lookUp.outcome == .over && lookUp.totals?.left == .zero)
        #expect(try sample.events == ["freeze.intent", "freeze.frozen", "freeze.over"])
    }

    @Test func aRefusedOrderThatIsFrozenAfterAllIsALateSuccess() async throws {
        let (sample, number) = try await desk(first: .answer(.refusal(104))) { call in
            call.interface == .queryFreezeOrder ? .answer(SampleAnswer()) : Self.history("")
        }
        let lookUp = await lookUp(sample, number)
        #expect(lookUp.outcome == .done && lookUp.local?.isLateSuccess == true)
        #expect(await sample.desk.startNotices() == [.lateSuccesses(1)])
    }

    @Test func anotherTillsOrderUnderAContestedNumberIsNotOurs() async throws {
        let (sample, number) = try await desk(first: .answer(.refusal(104, internalStatus: 407))) { call in
            call.interface == .queryFreezeOrder
                ? .answer(SampleAnswer(authorCode: "134550264496882448")) : Self.history("")
        }
        let lookUp = await lookUp(sample, number)
        #expect(lookUp.outcome == .unknown && lookUp.totals == nil)
        #expect(await sample.desk.openQuestions().map(\.number) == [number])
        // A command beside the running till says the same.
        let archive = DepositArchive(directory: sample.directory)
        let beside = try await archive.lookUp(
            number, releaseNumber: nil, platform: nil, configuration: sample.desk.configuration,
            gateway: sample.desk.gateway)
        #expect(beside.outcome == .unknown)
    }

    @Test func anotherTillsOrderIsLookedForOnBothPlatforms() async throws {
        let sample = try SampleDesk { call in
            call.interface == .queryFreezeOrder
                ? .answer(SampleAnswer(fee: 77, platform: .alipay)) : Self.history("")
        }
        let other = try #require(OrderNumber("sz0100otherTill01"))
        let unnamed = await lookUp(sample, other)
        #expect(unnamed.outcome == .done && unnamed.order?.platform == .alipay && unnamed.local == nil)
        let contents = try sample.transport.requests(to: .queryFreezeOrder).map { try JSONValue($0.content) }
        #expect(contents.map { $0["pay_mch_key"]?["pay_platform"] } == [.number(1), .number(2)])
        let asked = await sample.desk.lookUp(other, releaseNumber: nil, platform: .alipay)
        #expect(asked.outcome == .done && asked.order?.fee == Fen(77) && asked.local == nil && asked.story.isEmpty)
        #expect(try sample.events.isEmpty, "another till's order is not written down")
    }

    /// “No such order” of a number that this till does not know is just that; of an open order it is no outcome.
    @Test(arguments: [400, 1])
    func aRefusedQueryDependsOnWhoseOrderItIs(internalStatus: Int) async throws {
        let refusal = SampleAnswer.refusal(104, internalStatus: internalStatus, text: "why")
        let (sample, number) = try await desk(first: Self.lost) { _ in .answer(refusal) }
        let verdict = GatewayVerdict(status: 104, internalStatus: internalStatus, text: "why")
        let isAbsence = internalStatus == 400
        let own = await lookUp(sample, number)
        #expect(own.orderProblem == (isAbsence ? .notShown(isOpen: true) : .refused(verdict)))
        #expect(own.outcome == .unknown)
        #expect(await sample.desk.openQuestions().map(\.number) == [number])
        let other = try #require(OrderNumber("01000052otherTill"))
        let unknown = await lookUp(sample, other)
        #expect(unknown.orderProblem == (isAbsence ? .notThere : .refused(verdict)))
        var release: [OrderProgress] = []
        for await progress in await sample.desk.release(ReleaseRequest(number: other, platform: .alipay)) {
            release.append(progress)
        }
        #expect(release == [.rejected(isAbsence ? .noSuchDeposit : .refusedToTell(verdict))])
    }

    @Test(arguments: [
        "1", "1203", "sz010002cz17000", "sz010002cz-17000001", "sz_0100021234567890", "1345502644968824",
        "134550264496882448", "281234567890123456789012",
    ])
    func whatCanBeNoDepositsNumberIsNeverAsked(text: String) async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        let number = try #require(OrderNumber(text))
        for platform in [nil, PayPlatform.wechat, .alipay] {
            let lookUp = await sample.desk.lookUp(number, releaseNumber: nil, platform: platform)
            #expect(lookUp.orderProblem == .noNumber && lookUp.outcome == nil)
            for await progress in await sample.desk.release(ReleaseRequest(number: number, platform: platform)) {
                #expect(progress == .rejected(.wrongNumber))
            }
        }
        #expect(sample.transport.requests.isEmpty)
    }

    /// To the freeze and to a question about it: whoever asked that question.
    @Test func theSecond101SettlesItToALookUp() async throws {
        let wrong = SampleDesk.Reply.answer(.refusal(101, internalStatus: 7))
        let (sample, number) = try await desk(first: wrong) { _ in wrong }
        #expect(await sample.desk.openQuestions().map(\.number) == [number])
        let lookUp = await lookUp(sample, number)
        #expect(lookUp.outcome == .refused && lookUp.local?.reason.name == "caller_wrong")
        #expect(try sample.events == ["freeze.intent", "freeze.unknown", "freeze.refused"])
    }

    @Test func theSecond101SettlesItAfterARestart() async throws {
        let wrong = SampleDesk.Reply.answer(.refusal(101, internalStatus: 7))
        let (sample, number) = try await desk(first: wrong) { _ in wrong }
        let restarted = try SampleDesk(directory: sample.crashed()) { _ in wrong }
        let lookUp = await lookUp(restarted, number)
        #expect(lookUp.outcome == .refused)
    }

    /// Who asks for a release of it learns that it was refused, too.
    @Test func theSecond101SettlesItToARelease() async throws {
        let wrong = SampleDesk.Reply.answer(.refusal(101, internalStatus: 7))
        let (sample, number) = try await desk(first: wrong) { _ in wrong }
        var told: [OrderProgress] = []
        for await progress in await sample.desk.release(ReleaseRequest(number: number)) { told.append(progress) }
        #expect(told == [.rejected(.notHeld(.refused))])
        #expect(try sample.events == ["freeze.intent", "freeze.unknown", "freeze.refused"])
    }

    @Test func whatIsSettledKeepsNothingInMemory() async throws {
        let (sample, number) = try await desk(first: .answer(SampleAnswer())) { call in
            call.interface == .queryFreezeOrder ? .answer(SampleAnswer()) : Self.history("")
        }
        _ = await lookUp(sample, number)
        #expect(await sample.desk.processes.isEmpty)
        let (open, question) = try await desk(first: Self.lost) { call in
            call.interface == .queryFreezeOrder && call.index > 0 ? .answer(SampleAnswer()) : Self.lost
        }
        _ = await lookUp(open, question)
        #expect(await open.desk.processes.count == 1)
        _ = await lookUp(open, question)
        #expect(await open.desk.processes.isEmpty)
    }

    /// A command beside the running till, or without one, writes nothing: it tells both sides apart.
    @Test func aRefusedOrderThatIsFrozenIsToldWithTheGatewaysOwnReason() async throws {
        let (sample, number) = try await desk(first: .answer(SampleAnswer(state: 6))) { call in
            call.interface == .queryFreezeOrder ? .answer(SampleAnswer()) : Self.history("")
        }
        let lookUp = try await DepositArchive(directory: sample.directory).lookUp(
            number, releaseNumber: nil, platform: nil, configuration: sample.desk.configuration,
            gateway: sample.desk.gateway)
        #expect(lookUp.outcome == .done && lookUp.gatewayOutcome == .done && lookUp.gatewayReason == .held)
        #expect(lookUp.local?.outcome == .refused && lookUp.local?.reason == .paymentError)
        #expect(lookUp.isLateSuccess)
        #expect(try sample.events == ["freeze.intent", "freeze.refused"])
    }

    @Test func aReleaseNumberNarrowsTheHistory() async throws {
        let (sample, number) = try await desk(first: .answer(SampleAnswer())) { call in
            call.interface == .queryFreezeOrder ? .answer(SampleAnswer()) : Self.history("")
        }
        let release = try #require(OrderNumber("sz010002cz11566551626"))
        _ = await sample.desk.lookUp(number, releaseNumber: release, platform: nil)
        let content = try JSONValue(try #require(sample.transport.requests(to: .queryUnfreezeOrder).first).content)
        #expect(content["out_unfreeze_no"] == .text(release.text))
        #expect(content["out_freeze_no"] == .text(number.text))
    }

    @Test func anOrderCanBeFoundByTheNumberOnThePhone() async throws {
        let sample = try SampleDesk { call in
            call.interface == .queryUnfreezeOrder ? Self.history("") : .answer(SampleAnswer(freezeID: "4200000384"))
        }
        _ = await sample.freeze()
        let lookUp = await lookUp(sample, try #require(OrderNumber("4200000384")))
        #expect(lookUp.local != nil && lookUp.outcome == .done)
    }

    @Test func lookingUpSendsNoFreezeAndWritesNothingNew() async throws {
        let (sample, number) = try await desk(first: Self.lost) { call in
            call.interface == .queryFreezeOrder ? .answer(SampleAnswer(state: 7)) : Self.history("")
        }
        sample.clock.advance(by: .seconds(10))
        for _ in 0..<5 {
            let lookUp = await lookUp(sample, number)
            #expect(lookUp.outcome == .unknown && lookUp.orderProblem == .notShown(isOpen: true))
        }
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
        #expect(try sample.events == ["freeze.intent", "freeze.unknown", "freeze.unknown"])
    }
}
