import Synchronization
import TestSupport
import Testing

@testable import PayEngine

/// What a signed answer means, on the whole way: gateway, desk and journal.
@Suite struct DeskAnswerTests {
    private static let lost = SampleDesk.Reply.result(.lost("x"))

    private static func signed(_ content: String) -> SampleDesk.Reply {
        .result(.answered(status: 200, body: SampleEnvelope.body(Array(content.utf8)), localAddress: nil))
    }

    /// The answer to a freeze that worked, with this besides: members of the content's object, each with its comma.
    private static func frozen(_ call: SampleDesk.Call, _ more: String = "", order: String = "") -> String {
        """
        {"status":0,"log_id":7\(more),"\(call.interface.rawValue)":{"freeze_order_content":{\
        "out_freeze_no":"\(call.number)","freeze_fee":1250\(order),\
        "wxpay_freeze_order_content_ext":{"current_trade_state":2}}}}
        """
    }

    /// What a freeze comes to that is answered so.
    private func freeze(_ answer: @escaping @Sendable (SampleDesk.Call) -> SampleDesk.Reply) async throws
        -> (deposit: Deposit?, sample: SampleDesk)
    {
        let sample = try SampleDesk { call in call.interface == .microFreeze ? answer(call) : Self.lost }
        switch await sample.freeze(SampleDesk.request(wait: .zero)).last {
        case .settled(let order), .leftOpen(let order): return (order.deposit, sample)
        default: return (nil, sample)
        }
    }

    /// One desk: an answer after the other, each to a freeze of its own.
    private func outcomes(_ answers: [@Sendable (SampleDesk.Call) -> String]) async throws -> [String] {
        let sample = try SampleDesk { call in
            call.interface == .microFreeze ? Self.signed(answers[call.index](call)) : Self.lost
        }
        var outcomes: [String] = []
        for index in answers.indices {
            let code = AuthorCode(digits: "13\(4_550_264_496_880_000 + index)", platform: .wechat)
            switch await sample.freeze(SampleDesk.request(code, wait: .zero)).last {
            case .settled(let deposit), .leftOpen(let deposit):
                outcomes.append("\(deposit.outcomeName) \(deposit.reason.name)")
            default: outcomes.append("-")
            }
        }
        return outcomes
    }

    @Test func aFaultAnywhereIsNotBelieved() async throws {
        let values = JSONTexts.wrongValues
        let heads = JSONTexts.wrongHeads
        let tails = JSONTexts.wrongTails
        let found =
            try await outcomes(values.map { text in { Self.frozen($0, ",\"x\":\(text)") } })
            + outcomes(JSONTexts.doubledNames.map { text in { Self.frozen($0, ",\(text)") } })
            + outcomes(heads.map { text in { text + Self.frozen($0) } })
            + outcomes(tails.map { text in { Self.frozen($0) + text } })
        let texts = values + JSONTexts.doubledNames + heads + tails
        let believed = zip(texts, found).filter { $1 != "unknown not_json" }.map { "\($0): \($1)" }
        #expect(believed.isEmpty, "\(believed.count) of \(texts.count): \(believed.joined(separator: "  "))")
    }

    @Test func whatNobodyReadsMayBeAnythingThatIsJSON() async throws {
        let found = try await outcomes(JSONTexts.rightValues.map { text in { Self.frozen($0, ",\"x\":\(text)") } })
        let refused = zip(JSONTexts.rightValues, found).filter { $1 != "frozen held" }.map { "\($0): \($1)" }
        #expect(refused.isEmpty, "\(refused.joined(separator: "  "))")
    }

    /// The envelope, too: its own bytes are checked before anything in it.
    @Test func aFaultInTheEnvelopeIsNotBelieved() async throws {
        for text in JSONTexts.wrongValues.map({ ",\"x\":\($0)" }) + JSONTexts.doubledNames.map({ "," + $0 }) + [","] {
            let (deposit, _) = try await freeze { call in
                let body = SampleEnvelope.body(Array(Self.frozen(call).utf8))
                let bytes = body.dropLast() + Array(text.utf8) + [0x7D]
                return .result(.answered(status: 200, body: Array(bytes), localAddress: nil))
            }
            #expect(deposit?.outcome == .unknown && deposit?.reason.name == "not_json", "\(text)")
        }
    }

    /// What decides twice decides nothing: not the first one, and not the last one.
    @Test func whatIsThereTwiceDecidesNothing() async throws {
        let found = try await outcomes([
            { Self.frozen($0, ",\"status\":104") }, { Self.frozen($0, ",\"\\u0073tatus\":104") },
            { Self.frozen($0, order: ",\"freeze_fee\":1250") }, { Self.frozen($0, order: ",\"out_freeze_no\":\"x\"") },
            { Self.frozen($0, ",\"\($0.interface.rawValue)\":{}") },
        ])
        #expect(found == Array(repeating: "unknown not_json", count: 5))
    }

    @Test(arguments: [
        "1250.0000000000000000000001", "1.25e3", "1250.0", "\"1250\"", "[1250]", "true", "99999999999999999999",
    ])
    func anAmountIsAWholeNumberInPlainDigits(fee: String) async throws {
        let (deposit, _) = try await freeze { call in
            Self.signed(Self.frozen(call).replacing("\"freeze_fee\":1250", with: "\"freeze_fee\":\(fee)"))
        }
        #expect(deposit?.outcome == .unknown)
        guard case .unbelievable = deposit?.reason else {
            Issue.record("\(fee): \(String(describing: deposit?.reason))")
            return
        }
    }

    @Test(arguments: ["1e-400", "0.0", "0e0", "-0.0", "0E5", "\"0\""])
    func aStatusIsAWholeNumberInPlainDigits(status: String) async throws {
        let (deposit, _) = try await freeze { call in
            Self.signed(Self.frozen(call).replacing("\"status\":0", with: "\"status\":\(status)"))
        }
        #expect(deposit?.outcome == .unknown && deposit?.reason.name == "not_json")
    }

    // MARK: - Sums

    private static let sums = [
        "total_consume_fee", "total_manual_unfreeze_fee", "total_auto_unfreeze_fee", "total_refund_fee",
    ]

    /// What a sum of another kind hides may have gone already: nothing is released or consumed on such an answer.
    @Test(arguments: [
        "\"400\"", "4.5", "400.0", "4e2", "99999999999999999999", "-99999999999999999999", "[400]", "{}", "true", "-1",
        "1251",
        "\"x\"", "9223372036854775807",
    ])
    func aSumOfAnotherKindReleasesNothing(sum: String) async throws {
        for name in Self.sums {
            let sample = try SampleDesk { call in
                switch call.interface {
                case .microFreeze: Self.signed(Self.frozen(call))
                case .queryFreezeOrder: Self.signed(Self.frozen(call, order: ",\"\(name)\":\(sum)"))
                default: SampleMovement.release(call, state: 2, fee: 1250)
                }
            }
            guard case .settled(let deposit) = await sample.freeze().last else {
                Issue.record("it was not frozen")
                continue
            }
            let steps = [
                await Self.last(sample.desk.release(ReleaseRequest(number: deposit.number))),
                await Self.last(sample.desk.consume(ConsumeRequest(number: deposit.number, amount: Fen(1)))),
            ]
            for step in steps {
                guard case .rejected(.undecided(.unbelievable)) = step else {
                    Issue.record("\(name) \(sum): \(String(describing: step))")
                    continue
                }
            }
            let sent = sample.transport.requests(to: .unfreeze) + sample.transport.requests(to: .depositConsume)
            #expect(sent.isEmpty, "\(name) \(sum)")
            #expect(await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil).totals == nil)
        }
    }

    @Test(arguments: ["\"\"", "null", "0"])
    func anEmptySumIsAbsent(sum: String) async throws {
        let members = Self.sums.map { ",\"\($0)\":\(sum)" }.joined()
        let sample = try SampleDesk { call in
            switch call.interface {
            case .microFreeze, .queryFreezeOrder: Self.signed(Self.frozen(call, order: members))
            default: SampleMovement.release(call, state: 2, fee: 1250)
            }
        }
        guard case .settled(let deposit) = await sample.freeze().last else {
            Issue.record("not frozen")
            return
        }
        let last = await Self.last(sample.desk.release(ReleaseRequest(number: deposit.number)))
        guard case .settled(let order) = last else {
            Issue.record("\(String(describing: last))")
            return
        }
        #expect(order.outcomeName == "released")
    }

    private static func last(_ stream: AsyncStream<OrderProgress>) async -> OrderProgress? {
        var last: OrderProgress?
        for await progress in stream { last = progress }
        return last
    }

    // MARK: - Names, texts and times

    private static let oddNames = [
        "\\u200b", " ", "\\u0000", "\\u202e\\u202e", "\\ufeff", "\\u0301", "\\ud83d", "\\u001b", "\\n", "\\u00ad",
        String(repeating: "\\u0001", count: 400), String(repeating: "押", count: 4000),
        String(repeating: "\\\"", count: 4000), String(repeating: "\\\\", count: 300), "a]\\\",\\\"e\\\":\\\"x",
        "e" + String(repeating: "\\u0301", count: 3000), "\\u2028", "\\u3000", "👨‍👩‍👧‍👦" + String(repeating: "👨‍👩‍👧‍👦", count: 200),
    ]

    /// No name decides whether an outcome is written, however odd it is.
    @Test func anOddNameDoesNotKeepAnOutcomeFromTheJournal() async throws {
        for name in Self.oddNames {
            let (deposit, sample) = try await freeze { call in
                Self.signed(
                    Self.frozen(
                        call, ",\"description\":\"\(name)\"",
                        order: ",\"freeze_id\":\"\(name)\",\"body\":\"\(name)\",\"remark\":\"\(name)\""))
            }
            #expect(deposit?.outcome == .done, "\(name.prefix(20))")
            #expect(try sample.events.last == "freeze.frozen", "\(name.prefix(20))")
            #expect(deposit?.platformNumber?.contains { !$0.isWhitespace } ?? true)
        }
    }

    /// Whatever slips through: a line that the journal does not take for its names and texts is written without them.
    @Test func aLineThatDoesNotFitIsWrittenWithoutItsTexts() async throws {
        let (deposit, sample) = try await freeze { _ in Self.lost }
        let number = try #require(deposit?.number)
        var telling = OutcomeReport(.done, .noAnswer(String(repeating: "x", count: 9000)))
        telling.platformNumber = ""
        telling.verdict = GatewayVerdict(status: 0, text: String(repeating: "y", count: 9000))
        try await sample.desk.record(.told(telling), of: number)
        #expect(try sample.events.last == "freeze.frozen")
        #expect(await sample.desk.heldDeposits().map(\.number) == [number])
    }

    @Test func anOddTextDoesNotKeepARefusalFromTheJournal() async throws {
        for name in Self.oddNames {
            let (deposit, _) = try await freeze { _ in
                Self.signed("{\"status\":104,\"internal_status\":1,\"description\":\"\(name)\"}")
            }
            #expect(deposit?.outcome == .refused, "\(name.prefix(20))")
        }
    }

    @Test func anOddNumberOfTheTradeDoesNotKeepAConsumeFromTheJournal() async throws {
        for name in Self.oddNames {
            let sample = try SampleDesk { call in
                guard call.interface == .depositConsume else { return Self.signed(Self.frozen(call)) }
                let own = call.content["pay_content"]?["out_trade_no"]?.text ?? ""
                return Self.signed(
                    """
                    {"status":0,"deposit_consume":{"order_content":{"out_trade_no":"\(own)","transaction_id":"\(name)",\
                    "total_fee":400,"remark":"\(name)","wxpay_order_content_ext":{"current_trade_state":14}}}}
                    """)
            }
            guard case .settled(let deposit) = await sample.freeze().last else {
                Issue.record("it was not frozen")
                continue
            }
            let request = ConsumeRequest(number: deposit.number, amount: Fen(400), wait: .zero)
            guard case .settled(let order) = await Self.last(sample.desk.consume(request)) else {
                Issue.record("\(name.prefix(20))")
                continue
            }
            #expect(order.outcomeName == "consumed", "\(name.prefix(20))")
        }
    }

    @Test(arguments: [
        "-1", "0", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e9", "\"x\"", "[]", "{}",
        "true",
    ])
    func anOddTimeDoesNotKeepAnOutcomeFromTheJournal(time: String) async throws {
        let (deposit, sample) = try await freeze { call in
            let times = ["create_time", "last_update_time", "time_end", "time_expire"]
            return Self.signed(Self.frozen(call, order: times.map { ",\"\($0)\":\(time)" }.joined()))
        }
        #expect(deposit?.outcome == .done)
        #expect(try sample.events.last == "freeze.frozen")
        // What was written can be read again.
        let next = try SampleDesk(directory: try sample.crashed()) { _ in Self.lost }
        #expect(await next.desk.heldDeposits().map(\.number) == [deposit?.number])
    }
}
