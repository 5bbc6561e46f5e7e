import Testing

@testable import SandboxGateway

/// Each fault on releases, consumes and their queries: what the answer is, and whether the money has moved.
struct MovementMischiefTests {
    struct Way: CustomTestStringConvertible, Sendable {
        let making: BankInterface
        let asking: BankInterface
        let platform: BankPlatform

        var testDescription: String { "\(making.rawValue) \(platform)" }
        var done: Int { making == .depositConsume && platform == .wechat ? 14 : 2 }
        var failed: Int { making == .unfreeze ? 3 : platform == .wechat ? 10 : 5 }
        var absent: Int { making == .unfreeze ? (platform == .wechat ? 4 : 5) : (platform == .wechat ? 11 : 7) }
        var number: String { making == .unfreeze ? Sample.releaseNumber : Sample.tradeNumber }
        var feeName: String { making == .unfreeze ? "unfreeze_fee" : "total_fee" }
        var numberName: String { making == .unfreeze ? "out_unfreeze_no" : "out_trade_no" }

        func request(_ fee: Int = 1250) -> BankJSON {
            making == .unfreeze
                ? Sample.unfreeze(fee, platform: platform) : Sample.consume(fee, platform: platform)
        }

        func query() -> BankJSON {
            making == .unfreeze ? Sample.queryRelease(platform: platform) : Sample.queryOrder(platform: platform)
        }

        /// A bank with a deposit, on which the faults are ordered.
        func bank(_ faults: String...) throws -> TestBank {
            var bank = try TestBank()
            #expect(bank.ask(.microFreeze, Sample.freeze(platform: platform)).status == 0)
            for fault in faults { try bank.order(fault) }
            return bank
        }

        /// The release or consume that a query shows.
        func shown(_ bank: inout TestBank) -> BankJSON? {
            let answer = bank.ask(asking, query())
            return making == .unfreeze ? answer.releases?.first : answer.movement
        }

        func state(_ content: BankJSON?, _ platform: BankPlatform? = nil) -> Int? {
            let ext = making == .unfreeze ? "unfreeze_order_content_ext" : "order_content_ext"
            return content?["\((platform ?? self.platform).extPrefix)_\(ext)"]?["current_trade_state"]?.whole
        }

        func moved(_ bank: TestBank) -> Int {
            bank.bank.ledger.orders[Sample.number].map { 1250 - $0.left(at: bank.now) } ?? 0
        }
    }

    static let ways = [BankPlatform.wechat, .alipay].flatMap { platform in
        [
            Way(making: .unfreeze, asking: .queryUnfreezeOrder, platform: platform),
            Way(making: .depositConsume, asking: .queryOrder, platform: platform),
        ]
    }

    /// Faults that keep the money where it is.
    @Test(
        arguments: ways,
        [
            Fault.status3, .status101, .status102, .status103, .status104, .status407, .status999, .absentState,
            .swallowed,
            .reset, .html200, .redirect,
        ])
    func nothingIsDone(_ way: Way, _ fault: Fault) throws {
        var bank = try way.bank("\(fault.rawValue)@\(way.making.rawValue):1")
        let content = way.request()
        let answer = bank.ask(way.making, content)
        #expect(!answer.reply.note.madeOrder)
        #expect(answer.reply.note.faults == [fault])
        #expect(way.moved(bank) == 0)
        if fault == .absentState {
            #expect(way.state(answer.movement) == way.absent)
        } else {
            #expect(answer.movement == nil)
        }
        #expect(way.state(bank.ask(way.making, content).movement) == way.done)
        #expect(way.moved(bank) == 1250)
    }

    /// Faults that move the money, whatever the answer says.
    @Test(
        arguments: ways,
        [
            Fault.status3Made, .status104State, .lost, .half, .slow, .hang, .closeAfter, .badSignature, .noSignature,
            .otherNumber, .otherAmount, .otherMerchant, .otherPlatform, .state, .noExt, .bothExts, .notJSON,
            .invalidUTF8,
            .huge, .html502, .notThere, .queryRefused, .transforming, .works,
        ])
    func theMoneyHasMoved(_ way: Way, _ fault: Fault) throws {
        var bank = try way.bank("\(fault.rawValue)@\(way.making.rawValue):1")
        let content = way.request()
        let answer = bank.ask(way.making, content)
        #expect(answer.reply.note.madeOrder)
        if !(fault == .transforming && way.making == .depositConsume) { #expect(way.moved(bank) == 1250) }
        bank.now += 8
        let again = bank.ask(way.making, content)
        #expect(!again.reply.note.madeOrder)
        #expect(way.state(again.movement) == way.done)
        #expect(way.moved(bank) == 1250)
        #expect(bank.bank.ledger.orders[Sample.number]?.movements.count == 1)
    }

    /// On the answer to the making, and on the answer to the query.
    @Test(arguments: ways, [true, false])
    func answersAreNotToBeBelieved(_ way: Way, _ isMaking: Bool) throws {
        var bank = try way.bank()
        let content = way.request()
        #expect(bank.ask(way.making, content).status == 0)
        let interface = isMaking ? way.making : way.asking
        func struck(_ fault: String) throws -> (TestBank.Answer, BankJSON?) {
            try bank.order("\(fault)@\(interface.rawValue):1")
            let answer = bank.ask(interface, isMaking ? content : way.query())
            #expect(answer.reply.note.faults.count == 1)
            return (answer, answer.releases?.first ?? answer.movement)
        }
        #expect(way.state(try struck("works").1) == way.done)
        let number = try struck("other-number").1?[way.numberName]?.text
        #expect(number?.hasPrefix(bank.bank.rules.prefix) == true && number != way.number)
        #expect(try struck("other-amount").1?[way.feeName]?.whole == 1251)
        let merchant = try struck("other-merchant").0
        #expect(merchant.object?.at("pay_mch_key.out_shop_id")?.text != BankMerchant().outShopID)
        let other = try struck("other-platform")
        #expect(way.state(other.1) == nil && way.state(other.1, way.platform.other) != nil)
        #expect(other.0.object?.at("pay_mch_key.pay_platform")?.whole == way.platform.other.rawValue)
        #expect(way.state(try struck("state").1) == 9)
        #expect(way.state(try struck("state=13").1) == 13)
        #expect(way.state(try struck("no-ext").1) == nil)
        let both = try struck("both-exts").1
        #expect(way.state(both) != nil && way.state(both, way.platform.other) != nil)
        #expect(try !struck("bad-signature").0.isSignatureGood)
        #expect(try !struck("no-signature").0.isSigned)
        let shown = try struck("status-104-state")
        #expect(shown.0.status == 104 && way.state(shown.1) == way.done)
        #expect(try struck("status-3-made").0.status == 3)
        #expect(way.moved(bank) == 1250)
    }

    /// Fault, the states at once, before and at the turn, and what has moved then.
    @Test(arguments: ways)
    func aMovementTakesItsCourse(_ way: Way) throws {
        let isConsume = way.making == .depositConsume
        let working = isConsume ? (way.platform == .wechat ? 9 : 4) : way.done
        let courses: [(fault: String, turn: Int, states: [Int], moved: [Int])] = [
            ("created", 8, [1, 1, way.done], [0, 0, 1250]), ("created=3", 3, [1, 1, way.done], [0, 0, 1250]),
            ("transforming", 8, [working, working, way.done], isConsume ? [0, 0, 1250] : [1250, 1250, 1250]),
            ("failed", 8, [way.failed, way.failed, way.failed], [0, 0, 0]),
            ("late-done", 30, [way.failed, way.failed, way.done], [0, 0, 1250]),
            ("absent", 8, [way.absent, way.absent, way.absent], [0, 0, 0]),
        ]
        for course in courses {
            var bank = try way.bank("\(course.fault)@\(way.making.rawValue):1")
            var states = [way.state(bank.ask(way.making, way.request()).movement)]
            var moved = [way.moved(bank)]
            for seconds in [course.turn - 1, 1] {
                bank.now += seconds
                states.append(way.state(way.shown(&bank)))
                moved.append(way.moved(bank))
            }
            #expect(states == course.states, "\(course.fault)")
            #expect(moved == course.moved, "\(course.fault)")
        }
    }

    @Test(arguments: ways)
    func theTurnMayBeCountedInQueries(_ way: Way) throws {
        var bank = try way.bank("created=2q@\(way.making.rawValue):1")
        #expect(way.state(bank.ask(way.making, way.request()).movement) == 1)
        let states = (0..<3).map { _ in way.state(way.shown(&bank)) }
        #expect(states == [1, 1, way.done])
    }

    @Test func aReleaseIsTransformingUntilTheTurn() throws {
        let way = Way(making: .unfreeze, asking: .queryUnfreezeOrder, platform: .alipay)
        var bank = try way.bank("transforming@unfreeze:1")
        let answer = bank.ask(.unfreeze, way.request())
        #expect(answer.movement?["is_transforming"] == .truth(true))
        bank.now += 8
        #expect(way.shown(&bank)?["is_transforming"] == .truth(false))
    }

    @Test(arguments: ways.filter { $0.making == .depositConsume })
    func aConsumeIsRefundedLater(_ way: Way) throws {
        var bank = try way.bank("refunded@deposit_consume:1")
        #expect(way.state(bank.ask(way.making, way.request(800)).movement) == way.done)
        bank.now += 8
        let consume = way.shown(&bank)
        #expect(way.state(consume) == (way.platform == .wechat ? 4 : 5))
        #expect(consume?["refunded_fee"] == nil)
        let order = bank.ask(.queryFreezeOrder, Sample.query(platform: way.platform)).order
        #expect(order?["total_refund_fee"]?.whole == 800)
        #expect(order?["total_consume_fee"]?.whole == 800)
        #expect(order?["total_auto_unfreeze_fee"]?.whole == 450)
    }

    @Test(arguments: ways)
    func aMovementMayHideFromItsFirstQueries(_ way: Way) throws {
        var bank = try way.bank("not-there=2@\(way.making.rawValue):1")
        #expect(bank.ask(way.making, way.request()).reply.fate == .close)
        let states = (0..<3).map { _ in way.state(way.shown(&bank)) }
        #expect(states == [nil, nil, way.done])
        #expect(way.moved(bank) == 1250)
    }

    @Test(arguments: ways)
    func aMovementMayNeverBeAdmittedTo(_ way: Way) throws {
        var bank = try way.bank("query-refused@\(way.making.rawValue):1")
        let content = way.request()
        #expect(bank.ask(way.making, content).reply.fate == .close)
        for _ in 0..<3 { #expect(bank.ask(way.asking, way.query()).internalStatus == 400) }
        #expect(way.state(bank.ask(way.making, content).movement) == way.done)
    }

    @Test(arguments: ways)
    func anotherTillHasTheNumber(_ way: Way) throws {
        var bank = try way.bank("status-407-other@\(way.making.rawValue):1")
        let content = way.request()
        #expect(bank.ask(way.making, content).internalStatus == 407)
        #expect(bank.ask(way.making, content).internalStatus == 407)
        #expect(way.state(way.shown(&bank)) == way.done)
    }

    /// What is in work, or fails only for now, can not go a second time.
    @Test(arguments: ways, ["created", "late-done"])
    func whatIsPromisedIsNotMovedTwice(_ way: Way, _ fault: String) throws {
        var bank = try way.bank("\(fault)@\(way.making.rawValue):1")
        #expect(bank.ask(way.making, way.request()).status == 0)
        let second = Sample.unfreeze(1250, number: Sample.releaseNumber + "1", platform: way.platform)
        #expect(bank.ask(.unfreeze, second).internalStatus == 410)
        bank.now += 30
        #expect(way.moved(bank) == 1250)
    }

    @Test func aFailedReleaseMayBeFollowedByAnother() throws {
        for way in Self.ways where way.making == .unfreeze {
            var bank = try way.bank("failed@unfreeze:1")
            #expect(way.state(bank.ask(.unfreeze, way.request()).movement) == 3)
            let second = Sample.unfreeze(1250, number: Sample.releaseNumber + "1", platform: way.platform)
            #expect(way.state(bank.ask(.unfreeze, second).movement) == 2)
            #expect(way.moved(bank) == 1250)
        }
    }
}
