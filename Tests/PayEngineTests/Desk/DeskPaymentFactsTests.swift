import Testing

@testable import PayEngine

/// What a look-up reads of an answer besides what became of the money.
@Suite struct DeskPaymentFactsTests {
    private static func signed(_ content: String) -> SampleDesk.Reply {
        .result(.answered(status: 200, body: SampleEnvelope.body(Array(content.utf8)), localAddress: nil))
    }

    private static let client = #""order_client":{"device_id":"831","staff_id":"1207"}"#

    private static func order(_ call: SampleDesk.Call, facts: String, client: String) -> SampleDesk.Reply {
        signed(
            """
            {"status":0,"query_freeze_order":{"freeze_order_content":{"out_freeze_no":"\(call.number)",\
            "freeze_fee":1250,"total_manual_unfreeze_fee":250\(facts),"alipay_freeze_order_content_ext":\
            {"current_trade_state":2,"bank_type":"CFT"}},\(client)}}
            """)
    }

    private static func release(_ call: SampleDesk.Call, facts: String, ext: String) -> SampleDesk.Reply {
        signed(
            """
            {"status":0,"query_unfreeze_order":{"unfreeze_order_content":[{"out_freeze_no":"\(call.number)",\
            "out_unfreeze_no":"r1","unfreeze_fee":250\(facts),"alipay_unfreeze_order_content_ext":\
            {"current_trade_state":2\(ext)}}]}}
            """)
    }

    private func lookUp(
        facts: String = "", client: String = #""nonce_str":"n""#, release: String = "", ext: String = ""
    ) async throws -> LookUp {
        let sample = try SampleDesk { call in
            switch call.interface {
            case .queryFreezeOrder: Self.order(call, facts: facts, client: client)
            default: Self.release(call, facts: release, ext: ext)
            }
        }
        return await sample.desk.lookUp(SampleTill.number, releaseNumber: nil, platform: .alipay)
    }

    @Test func howItWasPaidAndWhoTookIt() async throws {
        let facts = #","time_end":1564386781,"cash_fee":900,"settlement_total_fee":1000,"total_refund_fee":70"#
        let order = try #require(try await lookUp(facts: facts, client: Self.client).order)
        #expect(order.endTime == Timestamp(seconds: 1_564_386_781))
        #expect(order.cashFee == Fen(900) && order.settlementFee == Fen(1000) && order.refunded == Fen(70))
        #expect(order.bankType == "CFT")
        #expect(order.deviceID == "831" && order.staffID == "1207")
    }

    @Test func whatBecameOfARelease() async throws {
        let found = try await lookUp(
            release: #","unfreeze_id":"5030","time_end":1564386790"#, ext: #","credit_amount":50,"fund_amount":200"#)
        let release = try #require(found.releases.first)
        #expect(release.releaseID == "5030" && release.endTime == Timestamp(seconds: 1_564_386_790))
        #expect(release.creditAmount == Fen(50) && release.fundAmount == Fen(200))
    }

    /// Empty texts and zero times are nothing; a sum that is only shown, and can't be read, hides no order.
    @Test(arguments: [
        "", #","time_end":0,"cash_fee":null,"settlement_total_fee":"""#,
        #","cash_fee":"900","settlement_total_fee":1.5"#,
        #","cash_fee":-1,"settlement_total_fee":[]"#,
    ])
    func whatIsNotTold(facts: String) async throws {
        let found = try await lookUp(
            facts: facts, release: #","unfreeze_id":"","time_end":0"#, ext: #","credit_amount":"x","fund_amount":-1"#)
        #expect(found.outcome == .done)
        let order = try #require(found.order)
        #expect(order.endTime == nil && order.cashFee == nil && order.settlementFee == nil && order.refunded == nil)
        #expect(order.deviceID == nil && order.staffID == nil)
        let release = try #require(found.releases.first)
        #expect(release.releaseID == nil && release.endTime == nil)
        #expect(release.creditAmount == nil && release.fundAmount == nil)
    }

    /// A sum that decides what is left is not only shown.
    @Test func aRefundThatCanNotBeReadIsNotBelieved() async throws {
        let found = try await lookUp(facts: #","total_refund_fee":"70""#)
        #expect(found.order == nil && found.orderProblem == .unknown(.unbelievable(.unreadableField)))
    }
}
