import PayEngine
import Testing

@testable import SandboxGateway

/// Each fault that is not a course of the order: what it does to the answer and whether an order is there afterwards.
struct FaultInjectionTests {
    /// Fault, status and internal status of the answer, whether it is signed, whether an order is made.
    static let statuses: [(fault: String, status: Int, internalStatus: Int, isSigned: Bool, makes: Bool)] = [
        ("status-3", 3, 3, false, false), ("status-3-made", 3, 3, false, true), ("status-101", 101, 2, false, false),
        ("status-102", 102, 102, true, false), ("status-103", 103, 103, true, false),
        ("status-104", 104, 1, true, false), ("status-104-state", 104, 1, true, true),
        ("status-407", 104, 407, true, false), ("status-407-other", 104, 407, true, true),
        ("status-999", 999, 0, true, false), ("absent-state", 0, 0, true, false),
    ]

    @Test(arguments: statuses)
    func aStatusIsSaid(
        _ said: (fault: String, status: Int, internalStatus: Int, isSigned: Bool, makes: Bool)
    ) throws {
        var bank = try TestBank()
        try bank.order("\(said.fault)@micro_freeze:1")
        let answer = bank.ask(.microFreeze, Sample.freeze())
        #expect(answer.status == said.status)
        #expect(answer.internalStatus == said.internalStatus)
        #expect(answer.isSigned == said.isSigned)
        #expect(answer.isSignatureGood == said.isSigned)
        #expect((bank.bank.ledger.orders[Sample.number] != nil) == said.makes)
        #expect((answer.object != nil) == said.isSigned)
        #expect((answer.order != nil) == ["status-104-state", "absent-state"].contains(said.fault))
    }

    @Test func anotherTillsOrderHasAnotherCode() throws {
        var bank = try TestBank()
        let content = Sample.freeze(25)
        #expect(bank.ask(.microFreeze, content).internalStatus == 407)
        let query = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(query.state() == 2)
        let code = try #require(query.order?["author_code"]?.text)
        #expect(code != Sample.wechatCode)
        #expect(BankPlatform.ofCode(code) == .wechat)
        #expect(bank.ask(.microFreeze, content).internalStatus == 407)
    }

    /// Fault, what becomes of the answer, whether an order is made.
    static let fates: [(fault: String, fate: DeliveryFault, makes: Bool)] = [
        ("lost", .close, true), ("swallowed", .close, false), ("reset", .reset, false), ("hang", .hang, true),
        ("slow", .late(milliseconds: 4000), true), ("slow=70", .late(milliseconds: 70), true),
        ("not-there", .close, true), ("query-refused", .close, true), ("html-200", .pass, false),
        ("html-502", .pass, true), ("redirect", .pass, false),
    ]

    @Test(arguments: fates)
    func theLineFails(_ expected: (fault: String, fate: DeliveryFault, makes: Bool)) throws {
        var bank = try TestBank()
        try bank.order("\(expected.fault)@micro_freeze:1")
        let answer = bank.ask(.microFreeze, Sample.freeze())
        #expect(answer.reply.fate == expected.fate)
        #expect(answer.reply.note.madeOrder == expected.makes)
        #expect((bank.bank.ledger.orders[Sample.number] != nil) == expected.makes)
    }

    @Test func halfAnAnswerIsHalfItsBody() throws {
        var bank = try TestBank()
        let answer = bank.ask(.microFreeze, Sample.freeze(34))
        #expect(answer.reply.fate == .cut(bodyBytes: answer.reply.body.count / 2))
        #expect(bank.bank.ledger.orders.count == 1)
    }

    @Test func pagesAreNoAnswers() throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze(54)).reply.httpStatus == 502)
        let moved = bank.ask(.microFreeze, Sample.freeze(56, number: Sample.number + "1", code: "111111111111111111"))
        #expect(moved.reply.httpStatus == 302)
        #expect(moved.reply.location == "/elsewhere")
        #expect(moved.reply.contentType.hasPrefix("text/html"))
    }

    @Test func aWrongSignatureIsWrongAndAMissingOneMissing() throws {
        var bank = try TestBank()
        try bank.order("bad-signature:1", "no-signature:1")
        let wrong = bank.ask(.microFreeze, Sample.freeze())
        #expect(wrong.isSigned)
        #expect(!wrong.isSignatureGood)
        #expect(wrong.status == 0)
        let missing = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(!missing.isSigned)
        #expect(missing.status == 0)
    }

    @Test func anotherOrdersAnswerIsSignedAllTheSame() throws {
        var bank = try TestBank()
        try bank.order(
            "other-number:1", "other-amount:1", "other-merchant:1", "other-platform:1", "state:1", "no-ext:1",
            "both-exts:1")
        let number = bank.ask(.microFreeze, Sample.freeze())
        #expect(number.order?["out_freeze_no"]?.text?.hasPrefix(bank.bank.rules.prefix) == true)
        #expect(number.order?["out_freeze_no"]?.text != Sample.number)
        let amount = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(amount.order?["freeze_fee"]?.whole == 1251)
        let merchant = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(merchant.object?.at("pay_mch_key.out_shop_id")?.text != BankMerchant().outShopID)
        let platform = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(platform.state(.alipay) == 2)
        #expect(platform.state(.wechat) == nil)
        #expect(platform.object?.at("pay_mch_key.pay_platform")?.whole == 2)
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).state() == 9)
        let none = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(none.state(.alipay) == nil && none.state(.wechat) == nil)
        let both = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(both.state(.alipay) == 2 && both.state(.wechat) == 2)
        for answer in [number, amount, merchant, platform, none, both] { #expect(answer.isSignatureGood) }
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).order?["freeze_fee"]?.whole == 1250)
    }

    @Test func rubbishIsSigned() throws {
        var bank = try TestBank()
        let words = bank.ask(.microFreeze, Sample.freeze(51))
        #expect(words.isSignatureGood)
        #expect(words.content == nil)
        try bank.order("invalid-utf8:1", "huge:1")
        let broken = bank.ask(.queryFreezeOrder, Sample.query()).reply.body
        #expect(String(validating: broken, as: UTF8.self) == nil)
        let huge = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(huge.reply.body.count > 1_048_576)
        #expect(huge.isSignatureGood)
        #expect(huge.state() == 2)
    }

    @Test func anOrderMayHideFromItsFirstQueries() throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze(61)).reply.fate == .close)
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).status == 104)
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).status == 104)
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).state() == 2)
    }

    @Test func anOrderMayNeverBeAdmittedTo() throws {
        var bank = try TestBank()
        let content = Sample.freeze(62)
        #expect(bank.ask(.microFreeze, content).reply.fate == .close)
        for _ in 0..<5 { #expect(bank.ask(.queryFreezeOrder, Sample.query()).status == 104) }
        #expect(bank.ask(.microFreeze, content).state() == 2)
    }

    @Test(arguments: [20, 21, 23, 24])
    func aRefusalByAmountStaysOne(_ fen: Int) throws {
        var bank = try TestBank()
        let content = Sample.freeze(fen)
        #expect(bank.ask(.microFreeze, content).status != 0)
        #expect(bank.ask(.microFreeze, content).status != 0)
    }

    @Test(arguments: [22, 26, 27, 29, 31, 32, 33, 34, 36, 41, 42, 43, 51, 52, 54, 55, 56])
    func otherAmountsGoWellWhenTheyAreSentAgain(_ fen: Int) throws {
        var bank = try TestBank()
        let content = Sample.freeze(fen)
        _ = bank.ask(.microFreeze, content)
        let again = bank.ask(.microFreeze, content)
        #expect(again.status == 0)
        #expect(again.state() == 2)
        #expect(bank.bank.ledger.orders.count == 1)
    }
}
