import Persistence
import Testing

@testable import PayEngine

/// Consumes whose answer was lost and that Alipay then shows as refunded or closed.
@Suite struct DeskRefundedConsumeTests {
    private static let names = [
        "total_consume_fee", "total_manual_unfreeze_fee", "total_auto_unfreeze_fee", "total_refund_fee",
    ]

    /// The deposit's four sums as the gateway tells them: nil is absent.
    private typealias Sums = [Int?]

    private static func signed(_ content: String) -> SampleDesk.Reply {
        .result(.answered(status: 200, body: SampleEnvelope.body(Array(content.utf8)), localAddress: nil))
    }

    private static func order(_ call: SampleDesk.Call, _ sums: Sums, state: Int = 2) -> SampleDesk.Reply {
        let members = zip(names, sums).compactMap { name, sum in sum.map { ",\"\(name)\":\($0)" } }.joined()
        return signed(
            """
            {"status":0,"\(call.interface.rawValue)":{"freeze_order_content":{"out_freeze_no":"\(call.number)",\
            "freeze_fee":1250\(members),"alipay_freeze_order_content_ext":{"current_trade_state":\(state)}}}}
            """)
    }

    /// Freezes, consumes 400 fen of it, loses the answer, and asks once.
    private func consume(
        state: Int, before: Sums, now: Sums, depositState: Int = 2
    ) async throws -> (order: DepositOrder?, sample: SampleDesk) {
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze: Self.order(call, [0, 0, 0, 0])
            case .queryFreezeOrder where call.index == 0: Self.order(call, before)
            case .queryFreezeOrder: Self.order(call, now, state: depositState)
            case .depositConsume: .result(.lost("x"))
            default: SampleMovement.consume(call, state: state, fee: 400, platform: .alipay)
            }
        }
        guard case .settled(let deposit) = await sample.freeze(SampleDesk.request(SampleTill.alipayCode)).last else {
            return (nil, sample)
        }
        let request = ConsumeRequest(number: deposit.number, amount: Fen(400), keepsRest: true, wait: .seconds(4))
        var last: OrderProgress?
        for await progress in await sample.desk.consume(request) { last = progress }
        switch last {
        case .settled(let order), .leftOpen(let order): return (order, sample)
        case .heldBack, .started, .offered, .changed, .seenBefore, .rejected, nil: return (nil, sample)
        }
    }

    @Test(arguments: [4, 5])
    func oneThatWasRefundedSinceWasDone(state: Int) async throws {
        for (sums, depositState) in [([400, 0, 0, 400], 2), ([400, 850, 0, 400], 3), ([0, 0, 0, 400], 2)] {
            let (order, sample) = try await consume(
                state: state, before: [0, 0, 0, 0], now: sums, depositState: depositState)
            #expect(order?.outcomeName == "consumed" && order?.tradeState == state, "\(sums)")
            #expect(try sample.events.last { $0.hasPrefix("consume") } == "consume.consumed")
            #expect(sample.transport.requests(to: .depositConsume).count == 1)
        }
    }

    @Test func oneThatWasClosedWhileNothingMovedIsRefused() async throws {
        let (refused, _) = try await consume(state: 5, before: [100, 50, 0, 30], now: [100, 50, 0, 30])
        #expect(refused?.outcomeName == "refused")
        let (waiting, sample) = try await consume(state: 4, before: [100, 50, 0, 30], now: [100, 50, 0, 30])
        #expect(waiting?.outcomeName == "unknown" && waiting?.reason == .refundedOrClosed)
        #expect(await sample.desk.openQuestions().count == 1, "a supervisor closes it")
    }

    @Test(arguments: [4, 5])
    func anAbsentSumLeavesItOpen(state: Int) async throws {
        for index in Self.names.indices {
            var partial: Sums = [0, 0, 0, 0]
            partial[index] = nil
            for (before, now) in [(partial, partial), ([0, 0, 0, 0], partial), (partial, [400, 0, 0, 400])] {
                let (order, _) = try await consume(state: state, before: before, now: now)
                #expect(order?.outcomeName == "unknown", "\(before) \(now)")
            }
        }
    }

    /// The intent's line has the sums as they were read, and what was absent is absent there.
    @Test func theIntentKeepsTheSumsAsTheyWereRead() async throws {
        for (sums, members) in [
            ([7, 5, 3, 2], ["\"consumed\":7", "\"released\":5", "\"automatic\":3", "\"refunded\":2"]),
            ([nil, 5, nil, nil], ["\"released\":5"]),
            ([0, nil, 0, 1], ["\"consumed\":0", "\"automatic\":0", "\"refunded\":1"]),
        ] as [(Sums, [String])] {
            let (_, sample) = try await consume(state: 1, before: sums, now: sums)
            var line = ""
            _ = try JournalReader.read(directory: sample.directory) { record in
                if record.event == "consume.intent" { line = String(decoding: record.line, as: UTF8.self) }
            }
            let names = ["\"consumed\":", "\"released\":", "\"automatic\":", "\"refunded\":"]
            for name in names {
                let member = members.first { $0.hasPrefix(name) }
                #expect(line.contains(member ?? name) == (member != nil), "\(name) in \(line)")
            }
            // And they come back at the next start.
            let next = try SampleDesk(directory: try sample.crashed()) { _ in .result(.lost("x")) }
            let open = try #require(await next.desk.openQuestions().first)
            let read = open.order.totalsBefore?.sums
            #expect(
                [read?.consumed, read?.releasedByHand, read?.releasedByItself, read?.refunded].map { $0?.value }
                    == sums.map { $0.map(Int64.init) })
        }
    }

    /// One that was done and then refunded is no difference, and stays done.
    @Test(arguments: [4, 5])
    func oneThatWasDoneStaysDone(state: Int) async throws {
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze: Self.order(call, [0, 0, 0, 0])
            case .queryFreezeOrder: Self.order(call, call.index == 0 ? [0, 0, 0, 0] : [400, 0, 0, nil])
            case .depositConsume: SampleMovement.consume(call, state: 2, fee: 400, platform: .alipay)
            case .queryUnfreezeOrder: SampleMovement.noRelease(call)
            default: SampleMovement.consume(call, state: state, fee: 400, platform: .alipay)
            }
        }
        guard case .settled(let deposit) = await sample.freeze(SampleDesk.request(SampleTill.alipayCode)).last else {
            Issue.record("it was not frozen")
            return
        }
        let request = ConsumeRequest(number: deposit.number, amount: Fen(400), keepsRest: true)
        for await _ in await sample.desk.consume(request) {}
        let lookUp = await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        #expect(lookUp.local?.laterOrders.map(\.outcome) == [.done])
        #expect(lookUp.consumes.map { lookUp.isDone($0) } == [true])
        #expect(lookUp.differences.isEmpty, "\(lookUp.differences)")
        #expect(try sample.events.last == "freeze.frozen" || sample.events.last == "consume.consumed")
    }

    /// What the consume's answer calls the rest is kept, also where it is not what would be reckoned; without it the
    /// rest is reckoned from what was left.
    @Test(arguments: [(540, 540), (0, 0), (nil, 550)] as [(Int?, Int64)])
    func theRestIsKeptAsItWasTold(told: Int?, kept: Int64) async throws {
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze: return Self.order(call, [0, 0, 0, 0])
            case .queryFreezeOrder: return Self.order(call, [0, 300, 0, 0])
            default:
                let own = call.content["pay_content"]?["out_trade_no"]?.text ?? ""
                let rest = told.map { ",\"manual_unfreeze_fee\":\($0)" } ?? ""
                return Self.signed(
                    """
                    {"status":0,"deposit_consume":{"order_content":{"out_trade_no":"\(own)","total_fee":400\(rest),\
                    "alipay_order_content_ext":{"current_trade_state":2}}}}
                    """)
            }
        }
        let frozen = await sample.freeze(SampleDesk.request(SampleTill.alipayCode)).last
        guard case .settled(let deposit) = frozen else {
            Issue.record("not frozen: \(String(describing: frozen))")
            return
        }
        var last: OrderProgress?
        for await progress in await sample.desk.consume(ConsumeRequest(number: deposit.number, amount: Fen(400))) {
            last = progress
        }
        guard case .settled(let order) = last else {
            Issue.record("not settled: \(String(describing: last))")
            return
        }
        #expect(order.restReleased == Fen(kept))
        // From the journal's lines, and from the checkpoint that a clean end leaves.
        let lines = try DepositArchive(directory: sample.crashed()).deposit(named: deposit.number.text)
        #expect(lines?.laterOrders.map(\.restReleased) == [Fen(kept)])
        var ledger = DepositLedger()
        ledger.adopt(order.deposit)
        #expect(DepositLedger(state: ledger.state)?[deposit.number]?.laterOrders.map(\.restReleased) == [Fen(kept)])
    }

    /// The rest that a consume released is what its own answer calls so, not what was released by hand before.
    @Test func theRestGivenBackIsTheConsumesOwn() async throws {
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze: return Self.order(call, [0, 0, 0, 0])
            case .queryFreezeOrder:
                return call.index == 0
                    ? Self.order(call, [0, 300, 0, 0]) : Self.order(call, [400, 850, 0, 0], state: 3)
            case .queryUnfreezeOrder: return SampleMovement.noRelease(call)
            default:
                let own = call.content["pay_content"]?["out_trade_no"]?.text ?? call.content["out_trade_no"]?.text
                return Self.signed(
                    """
                    {"status":0,"\(call.interface.rawValue)":{"order_content":{"out_trade_no":"\(own ?? "")",\
                    "total_fee":400,"manual_unfreeze_fee":550,"alipay_order_content_ext":{"current_trade_state":2}}}}
                    """)
            }
        }
        guard case .settled(let deposit) = await sample.freeze(SampleDesk.request(SampleTill.alipayCode)).last else {
            Issue.record("it was not frozen")
            return
        }
        var last: OrderProgress?
        for await progress in await sample.desk.consume(ConsumeRequest(number: deposit.number, amount: Fen(400))) {
            last = progress
        }
        guard case .settled(let order) = last else {
            Issue.record("\(String(describing: last))")
            return
        }
        #expect(order.restReleased == Fen(550))
        let lookUp = await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        #expect(lookUp.consumes.map(\.restReleased) == [Fen(550)])
    }
}
