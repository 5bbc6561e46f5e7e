import Synchronization
import TestSupport
import Testing

@testable import PayEngine

@Suite struct DeskFreezeTests {
    private static let lost = SampleDesk.Reply.result(.lost("x"))
    private static let notThere = SampleDesk.Reply.answer(SampleAnswer(state: 7))

    private func kinds(_ told: [OrderProgress]) -> [String] {
        told.map { progress in
            switch progress {
            case .offered(let deposit, _, _): "offered \(word(deposit.outcome))"
            case .started(let deposit): "started \(word(deposit.outcome))"
            case .changed(let deposit): "changed \(word(deposit.outcome))"
            case .settled(let deposit): "settled \(word(deposit.outcome))"
            case .leftOpen(let deposit): "left open \(word(deposit.outcome))"
            case .seenBefore(let deposit): "seen before \(word(deposit.outcome))"
            case .rejected: "rejected"
            case .heldBack: "held back"
            }
        }
    }

    private func word(_ outcome: Outcome) -> String { outcome == .done ? "frozen" : "\(outcome)" }

    private func deposit(_ progress: OrderProgress?) throws -> Deposit {
        switch try #require(progress) {
        case .started(let order), .offered(let order, _, _), .changed(let order), .settled(let order),
            .leftOpen(let order):
            return order.deposit
        case .seenBefore(let deposit): return deposit
        case .rejected(let rejection): throw rejection
        case .heldBack: return try #require(nil)
        }
    }

    @Test func aFreezeThatIsAnsweredAtOnce() async throws {
        let directory = Mutex("")
        let before = Mutex<[String]>([])
        let sample = try SampleDesk { _ in
            // The intent is durable before a byte is sent.
            before.withLock { $0 = (try? SampleDesk.events(in: directory.withLock { $0 })) ?? [] }
            return .answer(SampleAnswer(freezeID: "4200"))
        }
        directory.withLock { $0 = sample.directory }
        let told = await sample.freeze()
        #expect(kinds(told) == ["started unknown", "settled frozen"])
        #expect(before.withLock { $0 } == ["freeze.intent"])
        #expect(try sample.events == ["freeze.intent", "freeze.frozen"])
        let deposit = try deposit(told.last)
        #expect(deposit.fee == SampleTill.fee && deposit.platformNumber == "4200" && deposit.record?.count == 16)
        #expect(deposit.maskedCode == SampleTill.wechatCode.masked)
        #expect(sample.transport.requests.count == 1)
        #expect(await sample.desk.openQuestions().isEmpty)
    }

    @Test func whatIsSentIsWhatWasAskedFor() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        var request = SampleDesk.request()
        request.body = "租雨伞"
        request.remark = "r"
        request.reference = "101"
        let told = await sample.freeze(request)
        let content = try JSONValue(sample.transport.requests[0].content)
        let freeze = content["freeze_content"]
        #expect(freeze?["author_code"] == .text(SampleTill.wechatCode.text))
        #expect(freeze?["freeze_fee"] == .number(1250) && freeze?["body"] == .text("租雨伞"))
        #expect(freeze?["remark"] == .text("r"))
        #expect(try freeze?["out_freeze_no"] == .text(deposit(told.last).number.text))
        #expect(content["order_client"]?["spbill_create_ip"] == .text("192.0.2.7"))
        #expect(!String(decoding: sample.transport.requests[0].body, as: UTF8.self).contains("101\""))
        #expect(try deposit(told.last).reference == "101")
    }

    @Test func theCustomerTypesAPassword() async throws {
        let sample = try SampleDesk { call in
            .answer(SampleAnswer(state: call.interface == .queryFreezeOrder && call.index == 3 ? 2 : 3))
        }
        let told = await sample.freeze()
        #expect(kinds(told) == ["started unknown", "changed waiting", "settled frozen"])
        #expect(try sample.events == ["freeze.intent", "freeze.waiting", "freeze.frozen"])
        #expect(!sample.clock.pauses.isEmpty && sample.clock.pauses.allSatisfy { $0 == .milliseconds(2500) })
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
    }

    @Test func aLostAnswerIsAskedForByTheSameNumber() async throws {
        let sample = try SampleDesk { call in
            call.interface == .microFreeze ? Self.lost : .answer(SampleAnswer())
        }
        let told = await sample.freeze()
        #expect(kinds(told) == ["started unknown", "changed unknown", "settled frozen"])
        #expect(try sample.events == ["freeze.intent", "freeze.unknown", "freeze.frozen"])
        #expect(sample.transport.requests.count == 2)
    }

    @Test func withoutAConnectionNothingIsSent() async throws {
        let sample = try SampleDesk { _ in .result(.notConnected("x")) }
        let told = await sample.freeze()
        #expect(kinds(told) == ["started unknown", "settled notSent"])
        #expect(try sample.events == ["freeze.intent", "freeze.unknown", "freeze.not_sent"])
        // The code is still good: another order may be made with it.
        let again = await sample.freeze()
        #expect(kinds(again) == ["started unknown", "settled notSent"])
        #expect(try deposit(again.last).number != deposit(told.last).number)
    }

    @Test func theNextBaseIsDurableBeforeItGetsAByte() async throws {
        let late = DeferredDesk()
        let base = Mutex("")
        let sample = try SampleDesk(late: late) { call in
            guard call.total > 0 else { return .result(.notConnected("x")) }
            let known = try? await late.get().openQuestions().first?.base
            base.withLock { $0 = known ?? "" }
            return .answer(SampleAnswer())
        }
        let told = await sample.freeze()
        #expect(try deposit(told.last).outcome == .done)
        #expect(base.withLock { $0 } == SampleTill.second.text)
        #expect(try deposit(told.last).base == SampleTill.second.text)
        #expect(Set(sample.transport.requests.map(\.body)).count == 1)
    }

    @Test func aCodeThatWasScannedBeforeOpensTheEarlierOrder() async throws {
        let sample = try SampleDesk { _ in .answer(.refusal(104)) }
        let told = await sample.freeze()
        #expect(kinds(told) == ["started unknown", "settled refused"])
        #expect(kinds(await sample.freeze()) == ["seen before refused"])
        // Overriding the platform makes no other code of it.
        #expect(
            kinds(
                await sample.freeze(
                    SampleDesk.request(AuthorCode(digits: SampleTill.wechatCode.text, platform: .alipay)))) == [
                    "seen before refused"
                ])
        #expect(sample.transport.requests.count == 1)
    }

    @Test func theSameCodeTwiceAtTheSameTimeMakesOneOrder() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        async let one = sample.freeze()
        async let other = sample.freeze()
        let last = await [kinds(one).last, kinds(other).last].compactMap { $0 }
        #expect(last.filter { $0 == "settled frozen" }.count == 1)
        #expect(last.contains { $0.hasPrefix("seen before") })
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
    }

    @Test func theSameBytesGoOnceMoreAfterADurableLine() async throws {
        let directory = Mutex("")
        let agains = Mutex<[Int]>([])
        let sample = try SampleDesk { call in
            guard call.interface == .microFreeze else { return Self.notThere }
            let events = (try? SampleDesk.events(in: directory.withLock { $0 })) ?? []
            agains.withLock { $0.append(events.filter { $0 == "freeze.again" }.count) }
            return Self.lost
        }
        directory.withLock { $0 = sample.directory }
        let told = await sample.freeze()
        #expect(kinds(told).last == "left open unknown")
        #expect(agains.withLock { $0 } == [0, 1, 2])
        let sent = sample.transport.requests(to: .microFreeze)
        #expect(sent.count == 3 && Set(sent.map(\.body)).count == 1 && Set(sent.map(\.base)) == [SampleTill.first])
        #expect(await sample.desk.openQuestions().count == 1)
    }

    @Test func nothingGoesOnceMoreToABaseThatDidNotGetItFirst() async throws {
        let sample = try SampleDesk { call in
            if call.interface == .microFreeze { return Self.lost }
            return call.base == SampleTill.first ? .result(.notConnected("x")) : Self.notThere
        }
        #expect(kinds(await sample.freeze()).last == "left open unknown")
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
    }

    @Test func absenceSettlesAfter150Seconds() async throws {
        let sample = try SampleDesk { call in call.interface == .microFreeze ? Self.lost : Self.notThere }
        let told = await sample.freeze(SampleDesk.request(wait: .seconds(400)))
        #expect(try deposit(told.last).reason == .neverArrived && kinds(told).last == "settled refused")
        let refused = try SampleDesk { call in
            call.interface == .microFreeze ? Self.lost : .answer(.refusal(104))
        }
        #expect(kinds(await refused.freeze(SampleDesk.request(wait: .seconds(400)))).last == "left open unknown")
    }

    @Test func twiceWrongIsOurFault() async throws {
        let sample = try SampleDesk { _ in .answer(.refusal(101)) }
        let told = await sample.freeze()
        #expect(try deposit(told.last).reason.name == "caller_wrong" && kinds(told).last == "settled refused")
        #expect(sample.transport.requests.count == 2)
    }

    @Test(arguments: [true, false])
    func aContestedNumberIsOursOnlyWithOurCode(isOurs: Bool) async throws {
        let code = isOurs ? SampleTill.wechatCode.text : "134550264496882448"
        let sample = try SampleDesk { call in
            call.interface == .microFreeze
                ? .answer(.refusal(104, internalStatus: 407)) : .answer(SampleAnswer(authorCode: code))
        }
        #expect(kinds(await sample.freeze()).last == (isOurs ? "settled frozen" : "left open unknown"))
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
    }

    @Test func withoutWaitingNothingIsPolled() async throws {
        let sample = try SampleDesk { _ in Self.lost }
        #expect(kinds(await sample.freeze(SampleDesk.request(wait: .zero))).last == "left open unknown")
        #expect(sample.transport.requests.count == 1 && sample.clock.pauses.isEmpty)
    }

    @Test func aLookUpThatIsQuickerEndsTheFreeze() async throws {
        let late = DeferredDesk()
        let sample = try SampleDesk(late: late) { call in
            guard call.interface == .queryFreezeOrder else { return Self.lost }
            guard call.index == 0 else { return .answer(SampleAnswer()) }
            // While the freeze's own question is under way the clerk looks the order up.
            _ = try? await late.get().lookUp(call.number, releaseNumber: nil, platform: nil)
            return Self.notThere
        }
        sample.clock.advance(by: .zero)
        let told = await sample.freeze()
        #expect(kinds(told).last == "settled frozen")
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
        #expect(try sample.events == ["freeze.intent", "freeze.unknown", "freeze.frozen"])
    }

    @Test func noCodeIsAnywhereInTheJournal() async throws {
        let code = SampleTill.wechatCode.text
        let sample = try SampleDesk { call in
            .answer(.refusal(104, text: "code \(code) is used up"))
        }
        let told = await sample.freeze()
        #expect(kinds(told).last == "settled refused")
        let text = String(decoding: try sample.everything, as: UTF8.self)
        #expect(!text.contains(code))
        #expect(text.contains("13************2447"))
        #expect(!text.contains(SampleTill.keyText))
    }
}
