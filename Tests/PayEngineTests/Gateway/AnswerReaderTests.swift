import TestSupport
import Testing

@testable import PayEngine

@Suite struct AnswerReaderTests {
    private func read(
        _ answer: SampleAnswer, isSigned: Bool = true, asked: ExpectedOrder = SampleTill.asked(.wechat)
    ) -> Response<Statement<FreezeOrder>> {
        let opened = Envelope.Opened(content: answer.content(of: .queryFreezeOrder), isSigned: isSigned)
        return AnswerReader.order(opened, of: .queryFreezeOrder, asked: asked, as: FreezeOrderReply.self)
    }

    @Test func theOrderThatWasAskedAboutComesThrough() {
        let answer = read(SampleAnswer())
        guard case .answered(let statement) = answer.answer, let order = statement.subject else {
            Issue.record("\(answer)")
            return
        }
        #expect(statement.verdict.status == 0)
        #expect(order.fee == SampleTill.fee && order.tradeState == 2)
        #expect(answer.logID == 3_804_805_851)
    }

    @Test(arguments: [0, 1, 2, 4, 100, 102, 103, 104, -1, 99999])
    func unsignedItIsNotBelieved(status: Int) {
        #expect(read(SampleAnswer(status: status), isSigned: false).answer == .invalid(.missingSignature))
    }

    @Test(arguments: [3, 101])
    func twoMayBeUnsignedButShowNoOrder(status: Int) {
        let answer = read(SampleAnswer(status: status, state: 2), isSigned: false).answer
        #expect(answer == .answered(GatewayVerdict(status: status, internalStatus: 0, text: "操作成功。"), nil))
    }

    /// Whoever is on the line can send it, and each code in it would be searched for in each of its texts: what stands
    /// beside the head is not looked at, which shows in a code that only it would give away: within what has an order
    /// number's form.
    @Test func ofAnUnsignedAnswerNoMoreIsReadThanItsHead() {
        let code = "9912345678901234"
        let content =
            "{\"status\":3,\"x\":[{\"author_code\":\"\(code)\"}],\"description\":\"abcdefgh\(code)ijklmnop\","
            + "\"internal_status\":7}"
        for isSigned in [false, true] {
            let opened = Envelope.Opened(content: Array(content.utf8), isSigned: isSigned)
            let answer = AnswerReader.order(
                opened, of: .queryFreezeOrder, asked: SampleTill.asked(.wechat), as: FreezeOrderReply.self)
            guard case .answered(let statement) = answer.answer else {
                Issue.record("\(answer)")
                continue
            }
            #expect(statement.verdict.status == 3 && statement.verdict.internalStatus == 7)
            #expect(statement.subject == nil)
            #expect(statement.verdict.text?.contains(code) == !isSigned, "\(statement.verdict)")
        }
    }

    @Test func aCodeAcrossTheEndOfALongTextIsMaskedBeforeItIsCut() {
        let code = "134567890123456789"
        for start in 2020...2050 {
            let text = String(repeating: "x", count: start) + code + String(repeating: "y", count: 500)
            let object = WireObject(members: [.init(name: "description", value: .text(text))])
            let secrets = AnswerSecrets(key: SampleTill.configuration(directory: "/nowhere").merchant.key, trace: nil)
            guard case .text(let kept) = secrets.removed(from: object).value("description") else { continue }
            #expect(kept.count == 2048 && !kept.contains(code.prefix(3)), "\(start)")
        }
    }

    @Test(arguments: ["", "null", "[]", "{}", "{\"status\":\"0\"}", "<html>"])
    func whatHasNoStatusIsNotJSON(content: String) {
        let opened = Envelope.Opened(content: Array(content.utf8), isSigned: true)
        let answer = AnswerReader.order(
            opened, of: .microFreeze, asked: SampleTill.asked(.wechat), as: FreezeOrderReply.self)
        #expect(answer.answer == .invalid(.notJSON))
    }

    @Test(arguments: [nil, "", "sz010002cz1564384955000000000002", "SZ010002CZ1564384955000000000001"] as [String?])
    func anotherNumberOrNoneIsNotBelieved(number: String?) {
        for status in [0, 102, 104] {
            #expect(read(SampleAnswer(status: status, number: number)).answer == .invalid(.otherOrder))
        }
    }

    @Test(arguments: ["out_mch_id", "out_sub_mch_id", "out_shop_id"])
    func anotherMerchantIsNotBelieved(name: String) {
        #expect(read(SampleAnswer(merchantKey: "\"\(name)\":\"sz01other\"")).answer == .invalid(.otherOrder))
        for member in ["\"\(name)\":\"\"", "\"\(name)\":null", "\"\(name)\":5", ""] {
            let answer = read(SampleAnswer(merchantKey: member)).answer
            guard case .answered(let statement) = answer, statement.subject != nil else {
                Issue.record("where it is not given, it is not compared: \(member) \(answer)")
                continue
            }
        }
    }

    @Test func theOtherPlatformIsNotBelieved() {
        #expect(read(SampleAnswer(platform: .alipay)).answer == .invalid(.otherPlatform))
        #expect(read(SampleAnswer(merchantKey: "\"pay_platform\":2")).answer == .invalid(.otherPlatform))
        #expect(
            read(SampleAnswer(platform: .wechat), asked: SampleTill.asked(.alipay)).answer == .invalid(.otherPlatform))
    }

    @Test func bothStatesAreNotBelieved() {
        let content = """
            {"status":0,"query_freeze_order":{"freeze_order_content":{"out_freeze_no":"\(SampleTill.number)",
            "freeze_fee":1250,"wxpay_freeze_order_content_ext":{"current_trade_state":2},
            "alipay_freeze_order_content_ext":{"current_trade_state":2}}}}
            """
        for platform in PayPlatform.allCases {
            let answer = AnswerReader.order(
                Envelope.Opened(content: Array(content.utf8), isSigned: true), of: .queryFreezeOrder,
                asked: SampleTill.asked(platform), as: FreezeOrderReply.self)
            #expect(answer.answer == .invalid(.otherPlatform))
        }
    }

    @Test func anObjectOfAnotherInterfaceIsNoOrder() {
        let opened = Envelope.Opened(content: SampleAnswer().content(of: .microFreeze), isSigned: true)
        let answer = AnswerReader.order(
            opened, of: .queryFreezeOrder, asked: SampleTill.asked(.wechat), as: FreezeOrderReply.self)
        #expect(answer.answer == .answered(GatewayVerdict(status: 0, internalStatus: 0, text: "操作成功。"), nil))
    }

    /// Whatever a gateway makes of its answer, only the order and the amount that were asked for are told frozen.
    @Test func noMutilatedAnswerIsFrozenWrongly() throws {
        let random = SeededRandomSource(12)
        let content = SampleAnswer(fee: 9999).content(of: .queryFreezeOrder)
        for _ in 0..<4000 {
            var bytes = content
            for _ in 0...random.below(4) {
                switch random.below(3) {
                case 0: bytes[random.below(bytes.count)] = UInt8(random.below(128))
                case 1: bytes.remove(at: random.below(bytes.count))
                default:
                    bytes.insert(
                        random.element(of: Array("\"{}[],:0123456789-truefalsn".utf8)), at: random.below(bytes.count))
                }
            }
            let opened = Envelope.Opened(content: bytes, isSigned: true)
            let answer = AnswerReader.order(
                opened, of: .queryFreezeOrder, asked: SampleTill.asked(.wechat), as: FreezeOrderReply.self
            ).answer
            let meaning = Meaning(answer, to: .query, asked: SampleTill.asked(.wechat))
            #expect(meaning != .done, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
