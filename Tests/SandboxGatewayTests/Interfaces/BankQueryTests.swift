import Testing

@testable import SandboxGateway

struct BankQueryTests {
    @Test func anUnknownNumberIsASigned104() throws {
        var bank = try TestBank()
        for interface in [BankInterface.queryFreezeOrder, .queryUnfreezeOrder] {
            let answer = bank.ask(interface, Sample.query())
            #expect(answer.status == 104)
            #expect(answer.internalStatus == 400)
            #expect(answer.isSignatureGood)
            #expect(answer.object == nil)
        }
    }

    @Test(arguments: [(BankPlatform.wechat, 7), (.alipay, 4)])
    func anUnknownNumberMayBeToldByTheState(_ platform: BankPlatform, _ state: Int) throws {
        var bank = try TestBank { $0.saysAbsenceByState = true }
        let answer = bank.ask(.queryFreezeOrder, Sample.query(platform: platform))
        #expect(answer.status == 0)
        #expect(answer.state(platform) == state)
        #expect(answer.order?["freeze_fee"]?.whole == 0)
    }

    @Test func theOtherPlatformDoesNotKnowTheNumber() throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze()).status == 0)
        #expect(bank.ask(.queryFreezeOrder, Sample.query(platform: .alipay)).status == 104)
        #expect(bank.ask(.queryUnfreezeOrder, Sample.query(platform: .alipay)).status == 104)
    }

    @Test func aDepositWithoutReleasesHasNoList() throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze()).status == 0)
        let answer = bank.ask(.queryUnfreezeOrder, Sample.query())
        #expect(answer.status == 0)
        #expect(answer.object?["unfreeze_order_content"] == nil)
        #expect(answer.object?["order_client"] == nil)
    }

    @Test(arguments: [BankPlatform.wechat, .alipay])
    func aHistoryHasReleasesAndTotals(_ platform: BankPlatform) throws {
        var bank = try TestBank()
        let freeze = bank.ask(.microFreeze, Sample.freeze(71, platform: platform))
        #expect(freeze.state(platform) == 2)
        #expect(freeze.order?["total_manual_unfreeze_fee"] == nil)
        let order = bank.ask(.queryFreezeOrder, Sample.query(platform: platform)).order
        #expect(order?["total_manual_unfreeze_fee"]?.whole == 23 + 11)
        #expect(order?["total_consume_fee"]?.whole == 0)
        let answer = bank.ask(.queryUnfreezeOrder, Sample.query(platform: platform))
        guard case .array(let releases) = answer.object?["unfreeze_order_content"],
            case .array(let clients) = answer.object?["order_client"]
        else { throw ListIsMissing() }
        #expect(releases.map { $0["unfreeze_fee"]?.whole } == [71, 23, 11])
        let ext = "\(platform.extPrefix)_unfreeze_order_content_ext.current_trade_state"
        #expect(releases.map { $0.at(ext)?.whole } == [3, 2, 2])
        #expect(clients.count == 3)
        #expect(clients.first?["sub_terminal_type"]?.whole == 0)
        let number = try #require(releases[1]["out_unfreeze_no"]?.text)
        #expect(number.hasPrefix(bank.bank.rules.prefix))
        let one = bank.ask(
            .queryUnfreezeOrder, Sample.query(platform: platform).setting("out_unfreeze_no", to: .text(number)))
        #expect(one.object?["unfreeze_order_content"] == .array([releases[1]]))
        let none = bank.ask(
            .queryUnfreezeOrder,
            Sample.query(platform: platform).setting("out_unfreeze_no", to: .text(number + "1")))
        #expect(none.status == 0)
        #expect(none.object?["unfreeze_order_content"] == .array([]))
    }

    private struct ListIsMissing: Error {}

    @Test(arguments: [(72, BankPlatform.wechat, 5), (72, .alipay, 3), (73, .wechat, 5), (73, .alipay, 3)])
    func aDepositOfWhichNothingIsLeftIsOver(_ fen: Int, _ platform: BankPlatform, _ state: Int) throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze(fen, platform: platform)).state(platform) == 2)
        let query = bank.ask(.queryFreezeOrder, Sample.query(platform: platform))
        #expect(query.state(platform) == state)
        let totals = ["total_consume_fee", "total_manual_unfreeze_fee", "total_auto_unfreeze_fee"]
        #expect(totals.compactMap { query.order?[$0]?.whole }.reduce(0, +) == fen)
        #expect(bank.bank.ledger.orders[Sample.number]?.left(at: bank.now) == 0)
    }

    @Test func pingTellsTheClock() throws {
        var bank = try TestBank { $0.skewSeconds = -90 }
        let answer = bank.ask(.ping, body: [], contentType: nil)
        #expect(
            String(decoding: answer.reply.body, as: UTF8.self)
                == #"{"description":"ok","status":0,"timestamp":\#(Sample.start - 90)}"#)
        try bank.order("skew=3600:1")
        let skewed = try BankJSONReader.read(bank.ask(.ping, body: [], contentType: nil).reply.body)
        #expect(skewed["timestamp"]?.whole == Sample.start + 3600)
    }

    @Test(arguments: ["", "{}", "CPing", "\0\u{1}", "{\"a\":[1,]}"])
    func pingDoesNotLookAtItsBody(_ body: String) throws {
        var bank = try TestBank()
        for type in [nil, "text/plain", "application/json"] {
            let answer = bank.ask(.ping, body: Array(body.utf8), contentType: type)
            #expect(
                String(decoding: answer.reply.body, as: UTF8.self)
                    == #"{"description":"ok","status":0,"timestamp":\#(Sample.start)}"#)
        }
    }
}
