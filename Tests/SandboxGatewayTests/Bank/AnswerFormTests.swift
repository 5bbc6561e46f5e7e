import Testing

@testable import SandboxGateway

struct AnswerFormTests {
    private static let totals = [
        "total_consume_fee", "total_manual_unfreeze_fee", "total_auto_unfreeze_fee", "total_refund_fee",
    ]

    private func bank(_ forms: String...) throws -> TestBank {
        var bank = try TestBank()
        for form in forms { try bank.bank.rules.forms.add(form) }
        return bank
    }

    @Test(arguments: [
        "", "nonsense", "bare-freezes=1", "without", "without=", "time-end-back", "time-end-back=-1",
        "time-end-back=1s", "release-wait=70000",
    ])
    func whatIsNoFormIsRefused(_ text: String) {
        var forms = AnswerForms()
        #expect(throws: AnswerForms.Problem.self) { try forms.add(text) }
        #expect(forms == AnswerForms())
    }

    @Test func aNumberIsReplacedAndNamesAddUp() throws {
        var forms = AnswerForms()
        for text in ["release-wait=15", "without=time_end", "without=freeze_id", "without=time_end", "release-wait=3"] {
            try forms.add(text)
        }
        #expect(forms.texts == ["without=freeze_id", "without=time_end", "release-wait=3"])
        #expect(forms.leftOut == ["freeze_id", "time_end"])
        #expect(forms.seconds(.releaseWait) == 3)
    }

    @Test(arguments: [BankPlatform.wechat, .alipay])
    func bareFreezesHaveNeitherFreezeIDNorTotals(_ platform: BankPlatform) throws {
        var bank = try bank("bare-freezes")
        let answers = [
            bank.ask(.microFreeze, Sample.freeze(platform: platform)),
            bank.ask(.queryFreezeOrder, Sample.query(platform: platform)),
        ]
        for answer in answers {
            #expect(answer.state(platform) == 2)
            #expect(answer.order?["freeze_id"] == nil)
            for total in Self.totals { #expect(answer.order?[total] == nil) }
        }
        let consume = bank.ask(.depositConsume, Sample.consume(platform: platform))
        #expect(consume.movement?["freeze_id"]?.text?.isEmpty == false)
    }

    /// The page's required fields of each structure.
    private static let required = [
        "out_freeze_no", "trade_type", "create_time", "last_update_time", "is_transforming", "freeze_fee", "fee_type",
        "cash_fee", "cash_fee_type", "body",
    ]

    @Test(arguments: [BankPlatform.wechat, .alipay])
    func everyFreezeAnswerHasTheRequiredFields(_ platform: BankPlatform) throws {
        var bank = try TestBank { $0.saysAbsenceByState = true }
        let absent = bank.ask(.queryFreezeOrder, Sample.query(platform: platform))
        let made = bank.ask(.microFreeze, Sample.freeze(platform: platform))
        let asked = bank.ask(.queryFreezeOrder, Sample.query(platform: platform))
        for answer in [absent, made, asked] {
            for name in Self.required { #expect(answer.order?[name] != nil, "\(name)") }
            let ext = answer.order?["\(platform.extPrefix)_freeze_order_content_ext"]
            #expect(ext?["current_trade_state"]?.whole != nil)
            #expect((ext?["product_code"] != nil) == (platform == .alipay))
        }
        #expect(made.object?["order_client"] == nil)
        #expect(asked.object?.at("order_client.device_id")?.text == "824")
    }

    /// Ten are frozen, one is consumed: nine are the rest.
    @Test func theRestIsInTheConsume() throws {
        var bank = try bank()
        #expect(bank.ask(.microFreeze, Sample.freeze(1000)).state() == 2)
        let consume = bank.ask(.depositConsume, Sample.consume(100))
        #expect(consume.movement?["manual_unfreeze_fee"]?.whole == 900)
        let order = bank.ask(.queryFreezeOrder, Sample.query()).order
        #expect(Self.totals.map { order?[$0]?.whole } == [100, 0, 900, 0])
        try bank.bank.rules.forms.add("rest-by-hand")
        let other = bank.ask(.queryFreezeOrder, Sample.query()).order
        #expect(Self.totals.map { other?[$0]?.whole } == [100, 900, 0, 0])
    }

    @Test(arguments: [BankPlatform.wechat, .alipay])
    func noAnswerHasARefundedFee(_ platform: BankPlatform) throws {
        var bank = try bank()
        #expect(bank.ask(.microFreeze, Sample.freeze(platform: platform)).state(platform) == 2)
        try bank.order("refunded=1q")
        let consume = bank.ask(.depositConsume, Sample.consume(platform: platform))
        let done = bank.ask(.queryOrder, Sample.queryOrder(platform: platform))
        let refunded = bank.ask(.queryOrder, Sample.queryOrder(platform: platform))
        #expect(refunded.movementState(platform) == (platform == .wechat ? 4 : 5))
        for answer in [consume, done, refunded] { #expect(answer.movement?["refunded_fee"] == nil) }
        try bank.bank.rules.forms.add("refunded-is-4")
        #expect(bank.ask(.queryOrder, Sample.queryOrder(platform: platform)).movementState(platform) == 4)
    }

    @Test func fieldsAreLeftOutByName() throws {
        var bank = try bank("without=time_end", "without=current_trade_state", "without=total_refund_fee")
        let made = bank.ask(.microFreeze, Sample.freeze())
        #expect(made.isSignatureGood)
        #expect(made.status == 0)
        #expect(made.order?["time_end"] == nil)
        #expect(made.state() == nil)
        let asked = bank.ask(.queryFreezeOrder, Sample.query())
        #expect(asked.order?["total_refund_fee"] == nil)
        #expect(asked.order?["total_consume_fee"]?.whole == 0)
    }

    @Test func aReleaseTooSoonAfterTheFreezeIsRefused() throws {
        var bank = try bank("release-wait=15")
        #expect(bank.ask(.microFreeze, Sample.freeze()).order?["time_end"]?.whole == Sample.start + 1)
        bank.now += 14
        let early = bank.ask(.unfreeze, Sample.unfreeze())
        #expect(early.status == 104)
        #expect(early.isSignatureGood)
        #expect(bank.ask(.depositConsume, Sample.consume(1)).status == 0)
        let other = Sample.number + "1"
        #expect(bank.ask(.microFreeze, Sample.freeze(number: other, platform: .alipay)).state(.alipay) == 2)
        #expect(
            bank.ask(.unfreeze, Sample.unfreeze(number: Sample.releaseNumber + "1", of: other, platform: .alipay))
                .status == 0)
    }

    @Test func theWaitIsOverAfterItsTime() throws {
        var bank = try bank("release-wait=15")
        #expect(bank.ask(.microFreeze, Sample.freeze()).state() == 2)
        bank.now += 15
        #expect(bank.ask(.unfreeze, Sample.unfreeze()).movementState() == 2)
    }

    /// A client that waits until 15 seconds after `time_end` does not wait then, and is not refused.
    @Test func timeEndIsDatedBack() throws {
        var bank = try bank("release-wait=15", "time-end-back=60")
        #expect(bank.ask(.microFreeze, Sample.freeze()).order?["time_end"]?.whole == Sample.start - 59)
        #expect(bank.ask(.unfreeze, Sample.unfreeze()).movementState() == 2)
    }

    @Test(arguments: [("password=8", 20, 8), ("password=1q", 3, 3), ("created=5", 9, 5)])
    func timeEndIsWhenItWasFrozen(_ fault: String, _ later: Int, _ wait: Int) throws {
        var bank = try bank()
        try bank.order(fault)
        #expect(bank.ask(.microFreeze, Sample.freeze()).order?["time_end"]?.whole == 0)
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).state() != 2)
        bank.now += later
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).order?["time_end"]?.whole == Sample.start + wait + 1)
        bank.now += 50
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).order?["time_end"]?.whole == Sample.start + wait + 1)
    }

    @Test func aConsumeAndItsQueryFindThePlatformByTheNumber() throws {
        var bank = try bank()
        #expect(bank.ask(.microFreeze, Sample.freeze(platform: .alipay)).state(.alipay) == 2)
        let consume = Sample.consume(100, releasesRest: false, platform: .alipay)
            .setting("pay_mch_key.pay_platform", to: nil).setting("pay_mch_key.sub_pay_platform", to: nil)
        let made = bank.ask(.depositConsume, consume)
        #expect(made.movementState(.alipay) == 2, "\(made.description)")
        #expect(made.object?.at("pay_mch_key.pay_platform")?.whole == 2)
        let query = Sample.queryOrder(platform: .alipay)
        for names in [["pay_platform"], ["pay_platform", "sub_pay_platform"]] {
            let bare = names.reduce(query) { $0.setting("pay_mch_key.\($1)", to: nil) }
                .setting("nonce_str", to: .text(Sample.nonce()))
            #expect(bank.ask(.queryOrder, bare).movementState(.alipay) == 2)
        }
        let unknown = consume.setting("pay_content.out_freeze_no", to: .text(Sample.number + "9"))
            .setting("pay_content.out_trade_no", to: .text(Sample.tradeNumber + "9"))
            .setting("nonce_str", to: .text(Sample.nonce()))
        let refused = bank.ask(.depositConsume, unknown)
        #expect(refused.status == 104)
        #expect(refused.internalStatus == 400)
    }

    @Test(arguments: ["is_sub_mch_admin", "is_sub_admin"])
    func eitherNameOfTheAdministratorWillDo(_ name: String) throws {
        var bank = try bank()
        #expect(bank.ask(.microFreeze, Sample.freeze()).state() == 2)
        let bare = Sample.unfreeze().setting("pay_mch_key.is_sub_mch_admin", to: nil)
        let staffed = bare.setting("pay_mch_key.\(name)", to: .truth(false))
        #expect(bank.ask(.unfreeze, staffed).description.contains("authorization_staff_id"))
        let named = staffed.setting("pay_mch_key.authorization_staff_id", to: .text("1192"))
        #expect(bank.ask(.unfreeze, named).status == 0)
    }
}
