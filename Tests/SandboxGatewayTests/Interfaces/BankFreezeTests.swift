import Testing

@testable import SandboxGateway

struct BankFreezeTests {
    @Test(arguments: [1, 2, 3, 10, 80, 100, 1111, 1250, 10_000, 2_147_483_647])
    func anOrdinaryAmountIsFrozen(_ fee: Int) throws {
        var bank = try TestBank()
        let answer = bank.ask(.microFreeze, Sample.freeze(fee))
        #expect(answer.isSignatureGood)
        #expect(answer.status == 0)
        #expect(answer.state() == 2)
        #expect(answer.order?["freeze_fee"]?.whole == fee)
        #expect(answer.order?["author_code"]?.text == Sample.wechatCode)
        #expect(answer.reply.note.madeOrder)
        let query = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(query.state() == 2)
        #expect(query.order?["body"]?.text == "押金")
        #expect(query.object?.at("order_client.device_id")?.text == "824")
    }

    /// Amount, the states at once, just before and at the turn: WeChat Pay, then Alipay.
    static let courses: [(fen: Int, turn: Int, wechat: [Int], alipay: [Int])] = [
        (11, 8, [3, 3, 2], [1, 1, 2]), (12, 8, [3, 3, 3], [1, 1, 1]), (13, 8, [3, 3, 4], [1, 1, 3]),
        (14, 8, [4, 4, 4], [3, 3, 3]), (15, 8, [6, 6, 6], [3, 3, 3]), (16, 8, [1, 1, 2], [1, 1, 2]),
        (17, 8, [2, 2, 2], [2, 2, 2]), (18, 8, [7, 7, 7], [4, 4, 4]), (63, 30, [6, 6, 2], [3, 3, 2]),
    ]

    @Test(arguments: courses, [BankPlatform.wechat, .alipay])
    func anAmountMakesItsCourse(
        _ course: (fen: Int, turn: Int, wechat: [Int], alipay: [Int]), _ platform: BankPlatform
    ) throws {
        var bank = try TestBank()
        let wanted = platform == .wechat ? course.wechat : course.alipay
        let first = bank.ask(.microFreeze, Sample.freeze(course.fen, platform: platform))
        #expect(first.state(platform) == wanted[0])
        bank.now += course.turn - 1
        #expect(bank.ask(.queryFreezeOrder, Sample.query(platform: platform)).state(platform) == wanted[1])
        bank.now += 1
        #expect(bank.ask(.queryFreezeOrder, Sample.query(platform: platform)).state(platform) == wanted[2])
    }

    @Test func isTransformingUntilTheTurn() throws {
        var bank = try TestBank()
        let first = bank.ask(.microFreeze, Sample.freeze(17))
        #expect(first.order?["is_transforming"] == .truth(true))
        bank.now += 8
        let later = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(later.order?["is_transforming"] == .truth(false))
    }

    @Test func theTurnMayBeCountedInQueries() throws {
        var bank = try TestBank { $0.passwordTurn = .queries(2) }
        #expect(bank.ask(.microFreeze, Sample.freeze(11)).state() == 3)
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).state() == 3)
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).state() == 3)
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).state() == 2)
    }

    @Test func theSameBytesAgainAreAnsweredByThePresentState() throws {
        var bank = try TestBank()
        let content = Sample.freeze(11)
        #expect(bank.ask(.microFreeze, content).state() == 3)
        bank.now += 100
        let again = bank.ask(.microFreeze, content)
        #expect(again.state() == 2)
        #expect(!again.reply.note.madeOrder)
        #expect(bank.bank.ledger.orders.count == 1)
        #expect(bank.bank.ledger.sendings[Sample.number] == 2)
    }

    @Test func otherBytesWithAUsedNumberAre407() throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze()).status == 0)
        let answer = bank.ask(.microFreeze, Sample.freeze(code: "111111111111111111"))
        #expect(answer.status == 104)
        #expect(answer.internalStatus == 407)
        #expect(answer.isSignatureGood)
        #expect(bank.bank.ledger.orders[Sample.number]?.authorCode == Sample.wechatCode)
    }

    @Test(arguments: [BankPlatform.wechat, .alipay])
    func aCodeMakesOneOrderOnly(_ platform: BankPlatform) throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze(15, platform: platform)).status == 0)
        let answer = bank.ask(.microFreeze, Sample.freeze(number: Sample.number + "1", platform: platform))
        #expect(answer.status == 104)
        #expect(answer.isSignatureGood)
        #expect(answer.description.contains("payment code"))
        #expect(bank.bank.ledger.orders.count == 1)
    }

    @Test func aWeChatCodeLivesAMinuteFromWhenItWasSeen() throws {
        var bank = try TestBank()
        let content = Sample.freeze(32)
        #expect(bank.ask(.microFreeze, content).reply.fate == .close)
        bank.now += 60
        var fresh = bank
        #expect(fresh.ask(.microFreeze, content).status == 0)
        bank.now += 1
        let late = bank.ask(.microFreeze, content)
        #expect(late.status == 104)
        #expect(late.description.contains("expired"))
    }

    @Test func contentsEndInANewlineOnDemand() throws {
        var bank = try TestBank { $0.endsInNewline = true }
        let answer = bank.ask(.microFreeze, Sample.freeze())
        #expect(answer.isSignatureGood)
        let envelope = try BankJSONReader.read(answer.reply.body)
        #expect(envelope["response_content"]?.text?.hasSuffix("}\n") == true)
    }
}
