import Testing

@testable import PayEngine
@testable import PosTUI

/// Releases and consumes, from the deposit on the screen to what is sent.
struct OrderFormScreenTests {
    private static let alipay = Sample.deposit(.done, fee: 10000, platform: .alipay)
    private static let wechat = Sample.deposit(.done, fee: 10000)

    private func screen(_ till: TestTill) -> OrderFormScreen? {
        guard case .orderForm(let screen) = till.state.screen else { return nil }
        return screen
    }

    /// A till on which the clerk may approve without a PIN, with that deposit looked up.
    private func till(
        _ deposit: Deposit, _ language: TillConfiguration.Language = .english, partial: Bool = false
    ) -> TestTill {
        var till = TestTill(
            language, clerk: Sample.supervisor, staff: [Sample.supervisor], wechatPartialRelease: partial)
        till.find(Sample.held(deposit))
        return till
    }

    private func confirm(_ till: inout TestTill) {
        till.pass(milliseconds: 1000)
        till.press(.function(9))
    }

    @Test func allThatIsLeftIsOfferedAndF9ReleasesIt() throws {
        var till = till(Self.alipay)
        till.press(.function(7))
        #expect(till.text.contains("100.00"))
        till.press(.enter)
        #expect(till.state.context == .orderConfirmation)
        #expect(till.text.contains("The customer gets all of CNY 100.00 back."))
        confirm(&till)
        let request = try #require(till.releases.first)
        #expect(request.amount == Fen(10000))
        #expect(till.approvers == [Sample.supervisor.id])
        #expect(request.staffID == Sample.supervisor.id)
        #expect(request.platform == .alipay)
        #expect(till.state.context == .progress)
    }

    @Test func whatIsTypedTakesThePlaceOfTheOfferAndTheRestIsTold() {
        var till = till(Self.alipay)
        till.press(.function(7))
        till.type("30.5")
        till.press(.enter)
        #expect(till.text.contains("The customer gets CNY 30.50 back."))
        #expect(till.text.contains("CNY 69.50 stays frozen."))
        confirm(&till)
        #expect(till.releases.map(\.amount) == [Fen(3050)])
    }

    @Test(arguments: [Key.function(7), .function(8)])
    func moreThanIsLeftIsRefusedWhileItIsTypedAndAtEnter(key: Key) {
        var till = till(Self.alipay)
        till.press(key)
        till.type("100.01")
        #expect(screen(till)?.problem == .aboveLeft(Fen(10000)))
        till.press(.enter)
        #expect(screen(till)?.problem == .aboveLeft(Fen(10000)))
        #expect(till.state.context == .orderAmount)
        till.press(.backspace)
        #expect(screen(till)?.problem == nil)
    }

    @Test func weChatPayGivesBackWholeUnlessTheConfigurationAllowsParts() {
        var till = till(Self.wechat)
        till.press(.function(7))
        till.type("30")
        till.press(.enter)
        #expect(screen(till)?.problem == .onlyWhole(Fen(10000)))
        till.press(.control("u"), .enter)
        #expect(till.state.context == .orderConfirmation)
        var partial = self.till(Self.wechat, partial: true)
        partial.press(.function(7))
        partial.type("30")
        partial.press(.enter)
        #expect(partial.state.context == .orderConfirmation)
    }

    @Test func whatIsLeftIsReleasedInPartsAndNoMore() {
        var deposit = Sample.deposit(.done, fee: 2, platform: .alipay)
        for (refused, number) in [("0.03", "1"), ("0.02", "2")] {
            var till = till(deposit)
            till.press(.function(7))
            till.type(refused)
            till.press(.enter)
            #expect(screen(till)?.problem == .aboveLeft(deposit.left))
            till.press(.control("u"))
            till.type("0.01")
            till.press(.enter)
            confirm(&till)
            #expect(till.releases.map(\.amount) == [Fen(1)])
            deposit.laterOrders.append(
                Sample.laterOrder(number: "sz010002cz179523900000420000000" + number, of: deposit))
            till.tell(.settled(DepositOrder(deposit, deposit.laterOrders.last)))
            #expect(till.text.contains("RELEASED"))
            #expect(till.text.contains(number == "1" ? "CNY 0.01 is still frozen" : "is on its way back"))
        }
        #expect(deposit.left == .zero)
    }

    @Test func aConsumeTellsWhatHappensToTheRest() throws {
        var till = till(Self.wechat)
        till.press(.function(8))
        till.type("30")
        till.press(.function(6), .enter)
        #expect(till.text.contains("WeChat Pay gives the rest, CNY 70.00, back at once."))
        #expect(till.text.contains("undone."))
        confirm(&till)
        #expect(try #require(till.consumes.first).keepsRest == false)
        for keeps in [true, false] {
            var till = self.till(Self.alipay)
            till.press(.function(8))
            till.type("30")
            if keeps { till.press(.function(6)) }
            till.press(.enter)
            #expect(till.text.contains("CNY 70.00, stays frozen") == keeps)
            #expect(till.text.contains("CNY 70.00, goes back to the customer at once") == !keeps)
            confirm(&till)
            #expect(try #require(till.consumes.first).keepsRest == keeps)
        }
    }

    @Test func aConsumeHasNoAmountOfItsOwnAccordAndNeedsNoApproval() {
        var till = TestTill(.english)
        till.find(Sample.held(Self.alipay))
        till.press(.function(8), .enter)
        #expect(screen(till)?.problem == .wrongAmount(.empty, maximum: Fen(10000)))
        till.type("100")
        till.press(.enter)
        #expect(till.text.contains("Nothing is left of the deposit then."))
        confirm(&till)
        #expect(till.consumes.map(\.amount) == [Fen(10000)])
    }

    @Test func onTheConfirmationOnlyF9DoesSomething() {
        var till = till(Self.alipay)
        till.press(.function(7), .enter)
        till.press(.enter, .enter, .tab, .lineFeed, .character(" "), .character("y"), .function(7), .function(8))
        till.scan(Sample.weChatCode)
        till.scan(Sample.alipayCode, end: [.tab])
        till.scan(Sample.number, end: [])
        till.hear(.paste("100.00"))
        till.hear(.paste(Sample.number))
        till.pass(milliseconds: 1000)
        #expect(till.state.context == .orderConfirmation)
        // F9 held down since before it came up, then Enter.
        var held = self.till(Self.alipay)
        held.press(.function(7), .function(9), .enter)
        for key in [Key.function(9), .enter] {
            for _ in 0..<100 {
                held.pass(milliseconds: 33)
                held.hear(.key(key))
            }
        }
        #expect(held.state.context == .orderConfirmation)
        #expect(till.releases.isEmpty && held.releases.isEmpty)
        confirm(&held)
        #expect(held.releases.count == 1)
        confirm(&held)
        #expect(held.releases.count == 1, "F9 means nothing any more")
    }

    @Test func escKeepsWhatWasTypedAndAnApprovalDoesNotOutliveItsAmount() {
        var till = till(Self.alipay)
        till.press(.function(7))
        till.type("30")
        till.press(.enter)
        #expect(screen(till)?.draft.approver == Sample.supervisor)
        till.press(.escape)
        #expect(screen(till)?.field.text == "30")
        #expect(screen(till)?.draft.approver == nil)
        till.press(.escape)
        #expect(till.state.context == .lookUp)
    }

    @Test func aScanInTheAmountLeavesTheAmountAsItWas() {
        var till = till(Self.alipay)
        till.press(.function(7))
        till.scan(Sample.weChatCode)
        #expect(screen(till)?.problem == .scanIsNoAmount)
        #expect(screen(till)?.field.text == "100.00")
        till.pass(milliseconds: 1000)
        till.type("30")
        till.pass(milliseconds: 1000)
        till.scan("12345678")
        #expect(screen(till)?.field.text == "30")
        #expect(till.state.context == .orderAmount)
    }

    @Test func whereNothingIsHeldOrAnotherOneIsOpenTheKeysOnlySaySo() {
        var over = Self.alipay
        over.freeze.outcome = .over
        var till = till(over)
        #expect(!till.text.contains("F7 Release"))
        till.press(.function(7))
        #expect(till.state.note == .notHeld(.over))
        var open = Self.alipay
        open.laterOrders = [Sample.laterOrder(.release, .unknown, .noAnswer("timeout"), of: open)]
        till = self.till(open)
        till.press(.function(8))
        #expect(till.state.note == .otherIsOpen)
        #expect(till.state.context == .lookUp)
    }

    @Test func fromTheResultOfAFrozenDepositLateOrNotTheWholeAmountIsOffered() {
        var till = TestTill(.english, clerk: Sample.supervisor, staff: [Sample.supervisor])
        var late = Self.wechat
        late.freeze.isLateSuccess = true
        till.hear(.news(DepositOrder(late)))
        till.press(.control("n"))
        #expect(till.words.contains("The customer may have left: F7 releases all of it"))
        till.pass(milliseconds: 1000)
        till.press(.function(7))
        #expect(screen(till)?.field.text == "100.00")
        till.press(.enter)
        confirm(&till)
        #expect(till.releases.map(\.amount) == [Fen(10000)])
    }

    @Test func aRemarkMayBeTypedIsKeptByEscAndTakesNoPaymentCode() {
        var till = till(Self.alipay)
        till.press(.function(7), .down)
        till.type("early")
        till.pass(milliseconds: 500)
        till.scan(Sample.weChatCode)
        #expect(screen(till)?.remark.text == "early")
        #expect(screen(till)?.field.text == "100.00")
        till.press(.enter)
        #expect(till.text.contains("early"))
        till.press(.escape)
        till.type(" " + Sample.weChatCode)
        till.press(.enter)
        #expect(screen(till)?.problem == .codeIsNoReason)
        #expect(till.state.context == .orderAmount)
        till.type("left early")
        till.press(.up)
        till.type("30")
        till.press(.enter)
        confirm(&till)
        #expect(till.releases.map(\.remark) == ["left early"])
        #expect(till.releases.map(\.amount) == [Fen(3000)])
    }

    @Test func anotherTillsDepositIsReleasedWithItsPlatform() throws {
        var found = Sample.held(Self.alipay)
        found.local = nil
        var till = TestTill(.english, clerk: Sample.supervisor, staff: [Sample.supervisor])
        till.find(found)
        till.press(.function(7), .enter)
        confirm(&till)
        #expect(try #require(till.releases.first).platform == .alipay)
    }
}
