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

    private func approval(_ till: TestTill) -> Approval? {
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
        #expect(till.releases.map(\.approverID) == [Sample.manager.id])
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
        let expected = Effect.close(order.number, staffID: Sample.manager.id, reason: "seen on the console")
        #expect(till.effects.contains(expected))
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
