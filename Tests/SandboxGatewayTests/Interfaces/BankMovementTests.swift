import Testing

@testable import SandboxGateway

/// Releases and consumes: the platforms' rules, the totals, and one number that is one movement for ever.
struct BankMovementTests {
    private func frozen(
        _ platform: BankPlatform, _ fee: Int = 1250, _ adjust: (inout BankRules) -> Void = { _ in }
    ) throws -> TestBank {
        var bank = try TestBank(adjust)
        #expect(bank.ask(.microFreeze, Sample.freeze(fee, platform: platform)).state(platform) == 2)
        return bank
    }

    /// Consumed, released by hand, released by itself.
    private func totals(_ bank: inout TestBank, _ platform: BankPlatform) -> [Int?] {
        let order = bank.ask(.queryFreezeOrder, Sample.query(platform: platform)).order
        return ["total_consume_fee", "total_manual_unfreeze_fee", "total_auto_unfreeze_fee"]
            .map { order?[$0]?.whole }
    }

    private func state(_ bank: inout TestBank, _ platform: BankPlatform) -> Int? {
        bank.ask(.queryFreezeOrder, Sample.query(platform: platform)).state(platform)
    }

    @Test(arguments: [(BankPlatform.wechat, 5), (.alipay, 3)])
    func aWholeReleaseEndsTheDeposit(_ platform: BankPlatform, _ over: Int) throws {
        var bank = try frozen(platform)
        let answer = bank.ask(.unfreeze, Sample.unfreeze(platform: platform))
        #expect(answer.isSignatureGood)
        #expect(answer.status == 0)
        #expect(answer.movementState(platform) == 2)
        #expect(answer.movement?["unfreeze_fee"]?.whole == 1250)
        #expect(answer.movement?["out_freeze_no"]?.text == Sample.number)
        #expect(answer.movement?["out_unfreeze_no"]?.text == Sample.releaseNumber)
        #expect(answer.movement?["remark"]?.text == "退押金")
        #expect(answer.reply.note.madeOrder)
        #expect(answer.reply.note.number == Sample.releaseNumber)
        #expect(answer.reply.note.deposit == Sample.number)
        #expect(totals(&bank, platform) == [0, 1250, 0])
        #expect(state(&bank, platform) == over)
        let more = bank.ask(.unfreeze, Sample.unfreeze(1, number: Sample.releaseNumber + "1", platform: platform))
        #expect(more.status == 104)
        #expect(more.internalStatus == 410)
        #expect(more.isSignatureGood)
        #expect(more.object?["pay_mch_key"] != nil)
        #expect(more.movement == nil)
    }

    @Test func weChatReleasesTheWholeDepositOnly() throws {
        var bank = try frozen(.wechat)
        let part = bank.ask(.unfreeze, Sample.unfreeze(1249))
        #expect(part.status == 104)
        #expect(part.isSignatureGood)
        #expect(part.description.contains("whole"))
        #expect(bank.bank.ledger.orders[Sample.number]?.movements.isEmpty == true)
        var open = try frozen(.wechat) { $0.releasesWeChatInParts = true }
        #expect(open.ask(.unfreeze, Sample.unfreeze(1249)).movementState() == 2)
        #expect(totals(&open, .wechat) == [0, 1249, 0])
    }

    /// 0.02 deposited, 0.03 back refused, 0.01 back, 0.02 back refused, 0.01 back.
    @Test func alipayReleasesInParts() throws {
        var bank = try frozen(.alipay, 2)
        let fees = [3, 1, 2, 1]
        let answers = fees.enumerated().map { index, fee in
            bank.ask(
                .unfreeze, Sample.unfreeze(fee, number: Sample.releaseNumber + "\(index)", platform: .alipay))
        }
        #expect(answers.map(\.status) == [104, 0, 104, 0])
        #expect(answers.map(\.internalStatus) == [410, 0, 410, 0])
        #expect(totals(&bank, .alipay) == [0, 2, 0])
        #expect(state(&bank, .alipay) == 3)
    }

    @Test func weChatConsumesOnceAndReleasesTheRest() throws {
        var bank = try frozen(.wechat)
        #expect(bank.ask(.depositConsume, Sample.consume(1251)).internalStatus == 410)
        let kept = bank.ask(.depositConsume, Sample.consume(800, releasesRest: false))
        #expect(kept.status == 101)
        #expect(kept.description.contains("is_confirm_unfreeze"))
        let answer = bank.ask(.depositConsume, Sample.consume(800))
        #expect(answer.isSignatureGood)
        #expect(answer.movementState() == 14)
        #expect(answer.movement?["total_fee"]?.whole == 800)
        #expect(answer.movement?["freeze_fee"]?.whole == 1250)
        #expect(answer.movement?["is_deposit_mode"] == .truth(true))
        #expect(totals(&bank, .wechat) == [800, 0, 450])
        #expect(state(&bank, .wechat) == 5)
        let second = bank.ask(.depositConsume, Sample.consume(1, number: Sample.tradeNumber + "1"))
        #expect(second.status == 104)
        #expect(second.description.contains("consumed before"))
        #expect(bank.ask(.unfreeze, Sample.unfreeze(450)).status == 104)
    }

    @Test func alipayConsumesSeveralTimesAndKeepsTheRest() throws {
        var bank = try frozen(.alipay)
        let first = bank.ask(.depositConsume, Sample.consume(500, releasesRest: false, platform: .alipay))
        #expect(first.movementState(.alipay) == 2)
        #expect(state(&bank, .alipay) == 2)
        #expect(bank.ask(.unfreeze, Sample.unfreeze(50, platform: .alipay)).status == 0)
        let second = bank.ask(
            .depositConsume,
            Sample.consume(300, number: Sample.tradeNumber + "1", releasesRest: true, platform: .alipay))
        #expect(second.movement?["manual_unfreeze_fee"]?.whole == 400)
        #expect(totals(&bank, .alipay) == [800, 50, 400])
        #expect(state(&bank, .alipay) == 3)
        #expect(bank.bank.ledger.orders[Sample.number]?.left(at: bank.now) == 0)
    }

    @Test(arguments: [(BankPlatform.wechat, 14), (.alipay, 2)])
    func aConsumeIsAskedAboutByItsNumber(_ platform: BankPlatform, _ state: Int) throws {
        var bank = try frozen(platform)
        #expect(bank.ask(.depositConsume, Sample.consume(800, platform: platform)).status == 0)
        let query = bank.ask(.queryOrder, Sample.queryOrder(platform: platform))
        #expect(query.status == 0)
        #expect(query.movementState(platform) == state)
        #expect(query.movement?["out_trade_no"]?.text == Sample.tradeNumber)
        #expect(query.movement?["out_freeze_no"]?.text == Sample.number)
        #expect(query.movement?["total_fee"]?.whole == 800)
        #expect(query.movement?["body"]?.text == "房费")
        #expect(bank.ask(.queryOrder, Sample.queryOrder(platform: platform.other)).status == 104)
    }

    @Test(arguments: [(BankPlatform.wechat, 11), (.alipay, 7)])
    func anUnknownConsumeIsToldByTheFreezesRule(_ platform: BankPlatform, _ state: Int) throws {
        var bank = try frozen(platform)
        let refused = bank.ask(.queryOrder, Sample.queryOrder(platform: platform))
        #expect(refused.status == 104)
        #expect(refused.internalStatus == 400)
        #expect(refused.isSignatureGood)
        var byState = try frozen(platform) { $0.saysAbsenceByState = true }
        let told = byState.ask(.queryOrder, Sample.queryOrder(platform: platform))
        #expect(told.status == 0)
        #expect(told.movementState(platform) == state)
    }

    @Test func aReleaseIsAskedAboutByItsNumber() throws {
        var bank = try frozen(.alipay)
        #expect(bank.ask(.queryUnfreezeOrder, Sample.queryRelease(platform: .alipay)).releases == [])
        for index in 0..<3 {
            let content = Sample.unfreeze(
                100 + index, number: Sample.releaseNumber + "\(index)", platform: .alipay)
            #expect(bank.ask(.unfreeze, content).status == 0)
        }
        let one = bank.ask(.queryUnfreezeOrder, Sample.queryRelease(Sample.releaseNumber + "1", platform: .alipay))
        #expect(one.releases?.map { $0["unfreeze_fee"]?.whole } == [101])
        #expect(one.reply.note.release == Sample.releaseNumber + "1")
        #expect(one.reply.note.number == Sample.number)
        let none = bank.ask(.queryUnfreezeOrder, Sample.queryRelease(Sample.releaseNumber + "9", platform: .alipay))
        #expect(none.status == 0)
        #expect(none.releases == [])
        #expect(bank.ask(.queryUnfreezeOrder, Sample.query(platform: .alipay)).releases?.count == 3)
    }

    @Test func theSameBytesAgainAreTheSameMovement() throws {
        var bank = try frozen(.alipay)
        let release = Sample.unfreeze(100, platform: .alipay)
        let consume = Sample.consume(200, releasesRest: false, platform: .alipay)
        for (interface, content) in [(BankInterface.unfreeze, release), (.depositConsume, consume)] {
            let first = bank.ask(interface, content)
            let again = bank.ask(interface, content)
            #expect(first.movementState(.alipay) == 2 && again.movementState(.alipay) == 2)
            #expect(first.reply.note.madeOrder && !again.reply.note.madeOrder)
        }
        #expect(totals(&bank, .alipay) == [200, 100, 0])
        #expect(bank.bank.ledger.sendings[Sample.releaseNumber] == 2)
    }

    @Test func otherBytesWithAUsedNumberAre407() throws {
        var bank = try frozen(.alipay)
        #expect(bank.ask(.unfreeze, Sample.unfreeze(100, platform: .alipay)).status == 0)
        let others: [(BankInterface, BankJSON)] = [
            (.unfreeze, Sample.unfreeze(100, platform: .alipay)),
            (.unfreeze, Sample.unfreeze(101, platform: .alipay)),
            (.depositConsume, Sample.consume(100, number: Sample.releaseNumber, platform: .alipay)),
            (.unfreeze, Sample.unfreeze(100, number: Sample.number, platform: .alipay)),
            (
                .microFreeze,
                Sample.freeze(number: Sample.releaseNumber, code: "281234567890123457", platform: .alipay)
            ),
        ]
        for (interface, content) in others {
            let answer = bank.ask(interface, content)
            #expect(answer.status == 104)
            #expect(answer.internalStatus == 407)
            #expect(answer.isSignatureGood)
        }
        #expect(totals(&bank, .alipay) == [0, 100, 0])
        #expect(bank.bank.ledger.orders.count == 1)
    }

    @Test func aDepositThatIsNotHeldCanNotMove() throws {
        var bank = try TestBank()
        #expect(bank.ask(.unfreeze, Sample.unfreeze()).internalStatus == 400)
        #expect(bank.ask(.depositConsume, Sample.consume()).internalStatus == 400)
        #expect(bank.ask(.microFreeze, Sample.freeze(12)).state() == 3)
        #expect(bank.ask(.unfreeze, Sample.unfreeze(12)).internalStatus == 413)
        #expect(bank.ask(.depositConsume, Sample.consume(12)).internalStatus == 413)
        #expect(bank.ask(.unfreeze, Sample.unfreeze(12, platform: .alipay)).internalStatus == 400)
    }

    @Test func whoGivesMoneyBackIsNamed() throws {
        var bank = try frozen(.wechat)
        let clerk = Sample.unfreeze().setting("pay_mch_key.is_sub_mch_admin", to: .truth(false))
        let refused = bank.ask(.unfreeze, clerk)
        #expect(refused.status == 101)
        #expect(refused.description.contains("authorization_staff_id"))
        #expect(bank.ask(.unfreeze, clerk.setting("pay_mch_key.authorization_staff_id", to: .text("9"))).status == 0)
    }
}
