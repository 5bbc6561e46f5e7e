import Testing

@testable import PayEngine

@Suite struct PublishedAnswerTests {
    private func read(_ name: String, number: String, fee: Int64 = 10) throws -> Response<Statement<FreezeOrder>> {
        let opened = Envelope.Opened(content: try Vectors.bytes(name), isSigned: true)
        let asked = ExpectedOrder(number: try #require(OrderNumber(number)), platform: .wechat, fee: Fen(fee))
        return AnswerReader.order(opened, of: .microFreeze, asked: asked, as: FreezeOrderReply.self)
    }

    @Test(arguments: ["micro_freeze_1.answer.json", "micro_freeze_2.answer.json"])
    func aFreezeIsRead(name: String) throws {
        let answer = try read(name, number: "sz010002cz11564386781")
        #expect(answer.logID == 1_971_094_428)
        guard case .answered(let statement) = answer.answer, let order = statement.subject else {
            Issue.record("\(answer)")
            return
        }
        #expect(statement.verdict == GatewayVerdict(status: 0, internalStatus: 0, text: "操作成功。"))
        #expect(order.number == "sz010002cz11564386781")
        #expect(order.fee == Fen(10))
        #expect(order.tradeState == 2)
        #expect(!order.isTransforming)
        #expect(order.platform == .wechat)
        #expect(order.authorCode == SampleTill.wechatCode)
        #expect(order.maskedCode == "13************2447")
        #expect(order.createTime == Timestamp(seconds: 1_564_386_781))
        #expect(order.lastUpdateTime == Timestamp(seconds: 1_564_386_783))
        #expect(order.endTime == Timestamp(seconds: 1_564_386_782))
        #expect(order.body == "body")
        #expect(order.remark == nil && order.freezeID == nil && order.consumed == nil)
        let asked = ExpectedOrder(number: OrderNumber(order.number)!, platform: .wechat, fee: Fen(10))
        #expect(Meaning(answer.answer, to: .first, asked: asked) == .done)
    }

    /// The published answer speaks of another order than the published request.
    @Test(arguments: ["micro_freeze_1.answer.json", "micro_freeze_2.answer.json"])
    func anotherOrdersAnswerIsNotBelieved(name: String) throws {
        #expect(try read(name, number: "sz010002cz11564384955").answer == .invalid(.otherOrder))
    }

    @Test func aHistoryIsRead() throws {
        let opened = Envelope.Opened(content: try Vectors.bytes("query_unfreeze_order.answer.json"), isSigned: true)
        let asked = ExpectedOrder(number: OrderNumber("sz010002cz11566551329")!, platform: .wechat, fee: nil)
        let answer = AnswerReader.releases(opened, asked: asked)
        var release = Release(number: "sz010002cz11566551626", outcome: .released)
        release.fee = Fen(10)
        release.tradeState = 2
        release.createTime = Timestamp(seconds: 1_566_551_626)
        release.lastUpdateTime = Timestamp(seconds: 1_566_551_627)
        release.remark = "test"
        release.deviceID = "824"
        #expect(answer == .answered(GatewayVerdict(status: 0, internalStatus: 0, text: "操作成功。"), [release]))
        let other = ExpectedOrder(number: OrderNumber("sz010002cz11566551330")!, platform: .wechat, fee: nil)
        #expect(AnswerReader.releases(opened, asked: other) == .invalid(.otherOrder))
        let head = try ReplyHead(from: try #require(StrictJSON.object(opened.content)))
        #expect(head.logID == 3_804_805_851)
    }
}
