import Testing

@testable import PayEngine
@testable import PosTUI

/// Who approves a release or closes an order, and their PIN.
struct ApprovalTests {
    private static let staff = [Sample.clerk, Sample.supervisor, Sample.manager]

    /// At the question who approves a release.
    private func till(clerk: StaffMember? = Sample.clerk, staff: [StaffMember] = staff) -> TestTill {
        var till = TestTill(.english, clerk: clerk, staff: staff)
        till.find(Sample.held(Sample.deposit(.done, fee: 10000, platform: .alipay)))
        till.press(.function(7), .enter)
        return till
    }

    private func approval(_ till: TestTill) -> ApprovalForm? {
        guard case .orderForm(let screen) = till.state.screen, case .approval(let approval) = screen.stage else {
            return nil
        }
        return approval
    }

    @Test func aClerkHasItApprovedByASupervisorWhoseNumberGoesOnTheWire() throws {
        var till = till()
        #expect(till.state.context == .approver)
        #expect(till.text.contains("0001") && till.text.contains("0002") && !till.text.contains("> 小李"))
        till.press(.down, .down, .enter)
        #expect(till.state.context == .pin)
        till.type(Sample.pin)
        #expect(!till.text.contains(Sample.pin))
        till.press(.enter)
        let asked = try #require(till.approvals.first)
        #expect(asked.staffID == Sample.manager.id)
        #expect(asked.pin == Pin(Sample.pin))
        #expect(approval(till)?.field.text == "", "the PIN is not kept")
        #expect(till.state.context == .pinCheck)
        till.answer(pin: .accepted)
        #expect(till.state.context == .orderConfirmation)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        #expect(asked.action == till.releases.first?.approvedAction)
        #expect(till.usedApprovals == [asked.id] && till.approvers == [Sample.manager.id])
        #expect(till.releases.map(\.staffID) == [Sample.clerk.id])
    }

    @Test func aSupervisorApprovesAloneWithTheirOwnPIN() {
        var till = till(clerk: Sample.manager)
        #expect(till.state.context == .pin)
        till.press(.escape)
        #expect(till.state.context == .orderAmount)
        till.press(.enter)
        till.type(Sample.pin)
        till.press(.enter)
        till.answer(pin: .accepted)
        #expect(till.state.context == .orderConfirmation)
    }

    @Test func withoutStaffNobodyIsAskedWithoutASupervisorNothingIsReleased() {
        #expect(till(clerk: nil, staff: []).state.context == .orderConfirmation)
        let alone = till(staff: [Sample.clerk])
        #expect(alone.state.context == .orderAmount)
        #expect(alone.text.contains("lists no supervisor"))
    }

    @Test(
        arguments: [
            (PinAnswer.wrong(left: 3), Phrase.pinWrong(left: 3)),
            (.wrongAndLocked(seconds: 60), .pinWrongAndLocked(seconds: 60)),
            (.locked(secondsLeft: 42), .pinLocked(seconds: 42)), (.impossible("x"), .pinImpossible("x")),
        ])
    func whatIsWrongWithAPINIsTold(answer: PinAnswer, expected: Phrase) {
        var till = till(clerk: Sample.manager)
        till.type("0000")
        till.press(.enter)
        till.answer(pin: answer)
        #expect(approval(till)?.problem == expected)
        #expect(till.state.context == .pin)
        #expect(till.releases.isEmpty)
    }

    @Test(arguments: ["", "123", "1234567890123"])
    func whatIsNoPINIsNotTried(text: String) {
        var till = till(clerk: Sample.manager)
        till.type(text)
        till.press(.enter)
        #expect(approval(till)?.problem == .pinForm)
        #expect(till.approvals.isEmpty)
    }

    @Test(
        arguments: ["1234", "123456", "12345678", Sample.weChatCode], [[Key.enter], [.tab], [.enter, .lineFeed], []])
    func aScanIsNoTryHoweverLongItIsAndHoweverItEnds(text: String, end: [Key]) {
        var till = till(clerk: Sample.manager)
        till.pass(milliseconds: 500)
        till.scan(text, end: end)
        #expect(till.approvals.isEmpty)
        till.pass(milliseconds: 2000)
        if end.isEmpty {
            till.press(.enter)
            #expect(till.approvals.isEmpty)
            till.scan(text, end: [])
            till.pass(milliseconds: 400)
            till.pass(milliseconds: 1200)
        }
        // What the scanner left is not part of what is typed next.
        till.type(Sample.pin)
        till.press(.enter)
        #expect(till.approvals.map(\.pin) == [Pin(Sample.pin)])
    }

    @Test func aPasteIsNoTryAndNoPartOfOne() {
        var till = till(clerk: Sample.manager)
        till.hear(.paste("0000"))
        till.hear(.paste("12345678"))
        till.type(Sample.pin)
        till.press(.enter)
        #expect(till.approvals.map(\.pin) == [Pin(Sample.pin)])
    }

    @Test func aHalfTypedPINDoesNotWaitBelowHelpAndALateAnswerIsNoOthers() throws {
        var till = till(clerk: Sample.manager)
        till.type("48")
        till.press(.function(1), .escape)
        #expect(approval(till)?.field.text == "")
        till.type(Sample.pin)
        till.press(.enter)
        let old = try #require(till.approvals.first).id
        till.press(.escape)
        till.hear(.approved(old, .accepted))
        #expect(till.state.context == .pin)
    }

    @Test func closingByHandAsksForASupervisorsPINAndTheyAreTheOneWhoCloses() throws {
        var till = TestTill(.english, staff: Self.staff)
        let order = Sample.order(
            Sample.deposit(.done, fee: 10000),
            Sample.laterOrder(.release, .unknown, .noAnswer("timeout"), of: Sample.deposit(.done, fee: 10000)))
        till.hear(.openQuestions([order]))
        till.press(.function(4), .function(8))
        till.type("seen on the console")
        till.press(.enter)
        #expect(till.state.context == .approver)
        till.press(.down, .enter)
        till.scan(Sample.weChatCode)
        #expect(till.approvals.isEmpty)
        till.type(Sample.pin)
        till.press(.enter)
        till.answer(pin: .accepted)
        #expect(till.state.context == .closingConfirmation)
        till.press(.function(9))
        #expect(till.closings.map(\.number) == [order.number])
        #expect(till.closings.map(\.reason) == ["seen on the console"])
        #expect(till.approvals.map(\.action) == [.closing(order.number)])
        #expect(till.approvers == [Sample.manager.id])
    }

    // MARK: - How long an approval lasts

    /// On the confirmation of a release that a supervisor approved by PIN.
    private func approved(clerk: StaffMember = Sample.manager) -> TestTill {
        var till = till(clerk: clerk)
        if clerk != Sample.manager { till.press(.down, .down, .enter) }
        till.type(Sample.pin)
        till.press(.enter)
        till.answer(pin: .accepted)
        return till
    }

    @Test func withoutAnApprovalNothingIsReleasedWhateverIsPressed() {
        var till = till(staff: [Sample.clerk, Sample.manager])
        till.press(.enter, .function(9), .enter, .function(9))
        till.type("0000")
        till.press(.enter, .function(9))
        till.answer(pin: .wrong(left: 4))
        till.press(.function(9), .enter, .function(9))
        #expect(till.releases.isEmpty && till.usedApprovals.isEmpty)
    }

    @Test(arguments: [Sample.clerk, Sample.manager])
    func after2MinutesThePINIsAskedForAgainInWords(clerk: StaffMember) throws {
        var till = approved(clerk: clerk)
        let first = try #require(till.approvals.first).id
        till.pass(milliseconds: 119_999)
        #expect(till.state.context == .orderConfirmation && till.droppedApprovals.isEmpty)
        till.pass(milliseconds: 1)
        #expect(till.state.context == (clerk == Sample.clerk ? .approver : .pin))
        #expect(till.state.note == .approvalLapsed && till.words.contains("good for 2 minutes and has lapsed"))
        #expect(till.droppedApprovals == [first])
        if clerk == Sample.clerk { till.press(.down, .down, .enter) }
        till.type(Sample.pin)
        till.press(.enter)
        till.answer(pin: .accepted)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        #expect(till.releases.map(\.amount) == [Fen(10000)])
        #expect(till.usedApprovals == [try #require(till.approvals.last).id] && till.approvals.count == 2)
    }

    @Test func anF9ThatComesTooLateSendsNothingAlsoWhereNoTickCameBeforeIt() {
        var till = approved()
        till.advance(milliseconds: 120_000)
        till.hear(.key(.function(9)))
        till.pass(milliseconds: 100)
        #expect(till.releases.isEmpty)
        #expect(till.state.context == .pin && till.state.note == .approvalLapsed)
    }

    @Test func whereNobodyHasToBeAskedItIsRenewedByItself() throws {
        for (clerk, staff) in [(Sample.supervisor, Self.staff), (nil, [])] as [(StaffMember?, [StaffMember])] {
            var till = till(clerk: clerk, staff: staff)
            #expect(till.state.context == .orderConfirmation && till.ownApprovals.count == 1)
            till.pass(milliseconds: 120_000)
            #expect(till.state.context == .orderConfirmation && till.state.note == nil)
            #expect(till.droppedApprovals == [try #require(till.ownApprovals.first).id])
            // No tick comes between the end of the second one and the key.
            till.advance(milliseconds: 120_000)
            till.hear(.key(.function(9)))
            till.pass(milliseconds: 100)
            #expect(till.ownApprovals.count == 3 && till.ownApprovals.last?.staffID == clerk?.id)
            #expect(till.usedApprovals == [try #require(till.ownApprovals.last).id])
            let action = try #require(till.releases.first).approvedAction
            #expect(till.ownApprovals.map(\.action) == Array(repeating: action, count: 3))
        }
    }

    @Test func aSupervisorWithoutAPINIsChosenAgainAfter2Minutes() {
        var till = till()
        till.press(.enter)
        #expect(till.state.context == .orderConfirmation && till.ownApprovals.map(\.staffID) == ["0001"])
        till.pass(milliseconds: 120_000)
        #expect(till.state.context == .approver && till.state.note == .approvalLapsed)
    }

    @Test(arguments: [[Key.escape], [.function(2)], [.function(1), .function(2)], [.escape, .escape]])
    func anApprovalIsDroppedWhenItsScreenIsLeftWhicheverWay(keys: [Key]) throws {
        var till = approved()
        let id = try #require(till.approvals.first).id
        for key in keys { till.press(key) }
        #expect(till.droppedApprovals == [id])
        let before = till.state.screen
        till.hear(.approved(id, .accepted))
        #expect(till.state.screen == before && till.releases.isEmpty)
    }

    @Test(arguments: [Key.escape, .function(2)])
    func oneThatIsStillAskedForIsDroppedToo(key: Key) throws {
        var till = till(clerk: Sample.manager)
        till.type(Sample.pin)
        till.press(.enter)
        till.press(key)
        #expect(till.droppedApprovals == [try #require(till.approvals.first).id])
    }

    @Test func belowHelpItStaysButNotBeyondItsTime() throws {
        var till = approved()
        let id = try #require(till.approvals.first).id
        till.press(.function(1))
        #expect(till.droppedApprovals.isEmpty)
        var early = till
        early.press(.escape, .function(9))
        #expect(early.usedApprovals == [id] && early.droppedApprovals.isEmpty)
        till.pass(milliseconds: 120_000)
        #expect(till.state.context == .help && till.droppedApprovals == [id])
        till.press(.escape)
        #expect(till.state.context == .pin && till.state.note == .approvalLapsed)
    }

    @Test func oneThatWasUsedUpIsNotDroppedBesidesAndNotUsedAgain() {
        var till = approved()
        till.pass(milliseconds: 1000)
        till.press(.function(9), .function(9))
        till.tell(.rejected(.gatewayDown("x")))
        till.pass(milliseconds: 1000)
        till.press(.escape)
        #expect(till.state.context == .orderAmount)
        till.press(.enter)
        #expect(till.state.context == .pin)
        #expect(till.usedApprovals.count == 1 && till.droppedApprovals.isEmpty)
    }

    @Test func aRefusalByTheDeskIsToldAndLeadsBackToWhereItIsApprovedAnew() {
        var till = approved()
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        till.tell(.rejected(.approval(.lapsed)))
        #expect(till.words.contains("the approval does not count any more"))
        till.pass(milliseconds: 1000)
        till.press(.escape, .enter)
        #expect(till.state.context == .pin)
    }

    @Test func theApprovalOfAClosingLapsesAfter2MinutesAndTheReasonStays() throws {
        var till = TestTill(.chinese, clerk: Sample.manager, staff: Self.staff)
        till.hear(.openQuestions([Sample.order(.unknown, .noAnswer("timeout"))]))
        till.press(.function(4), .function(8))
        till.type("why")
        till.press(.enter)
        till.type(Sample.pin)
        till.press(.enter)
        till.answer(pin: .accepted)
        till.pass(milliseconds: 119_999)
        #expect(till.state.context == .closingConfirmation)
        till.pass(milliseconds: 1)
        #expect(till.state.context == .pin && till.text.contains("why") && till.text.contains("批准只在 2 分钟内有效"))
        #expect(till.droppedApprovals == till.approvals.map(\.id))
        till.press(.function(9))
        #expect(till.closings.isEmpty)
        till.type(Sample.pin)
        till.press(.enter)
        till.answer(pin: .accepted)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        #expect(till.closings.map(\.reason) == ["why"])
        #expect(till.usedApprovals == [try #require(till.approvals.last).id])
    }

    @Test func escOutOfTheConfirmationOfAClosingDropsItsApproval() {
        var till = TestTill(.english, clerk: Sample.supervisor, staff: Self.staff)
        till.hear(.openQuestions([Sample.order(.unknown, .noAnswer("timeout"))]))
        till.press(.function(4), .function(8))
        till.type("why")
        till.press(.enter)
        #expect(till.state.context == .closingConfirmation)
        till.press(.escape)
        #expect(till.droppedApprovals == till.ownApprovals.map(\.id) && till.droppedApprovals.count == 1)
    }

    @Test func escOutOfThePINOfAClosingComesBackToTheReason() {
        var till = TestTill(.english, clerk: Sample.manager, staff: Self.staff)
        till.hear(.openQuestions([Sample.order(.unknown, .noAnswer("timeout"))]))
        till.press(.function(4), .function(8))
        till.type("why")
        till.press(.enter)
        #expect(till.state.context == .pin)
        till.press(.escape)
        #expect(till.state.context == .closingReason)
        #expect(till.text.contains("why"))
    }
}
