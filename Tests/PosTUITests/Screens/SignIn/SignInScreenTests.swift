import Testing

@testable import PayEngine
@testable import PosTUI

struct SignInScreenTests {
    private func till(_ wanted: StaffMember? = nil, _ language: TillConfiguration.Language = .english) -> TestTill {
        TestTill(language, staff: [Sample.clerk, Sample.guarded], wanted: wanted, signsIn: true)
    }

    /// Somebody with a PIN, who is asked for it.
    private func atPin() -> TestTill {
        var till = till()
        till.type("0002")
        till.press(.enter)
        return till
    }

    private func screen(_ till: TestTill) -> SignInScreen? {
        guard case .signIn(let screen) = till.state.screen else { return nil }
        return screen
    }

    @Test func whoWorksAtTheStartIsTheFirstTheNamedOneOrWhoeverSignsIn() {
        #expect(TestTill(staff: [], signsIn: true).state.settings.clerk == nil)
        #expect(TestTill(staff: [], signsIn: true).state.screen == .home(HomeScreen()))
        let both = [Sample.clerk, Sample.supervisor]
        #expect(TestTill(staff: both, signsIn: true).state.settings.clerk == Sample.clerk)
        let wanted = TestTill(staff: both, wanted: Sample.supervisor, signsIn: true)
        #expect(wanted.state.settings.clerk == Sample.supervisor)
        #expect(till(Sample.clerk).state.settings.clerk == Sample.clerk)
        #expect(till().state.settings.clerk == nil)
        #expect(screen(till())?.stage == .choosing)
        #expect(screen(till(Sample.guarded))?.stage == .pin(Sample.guarded), "a PIN is asked for all the same")
    }

    @Test func theRightPINAndTheClerksIDGoesWithWhatIsSent() throws {
        var till = atPin()
        till.type(Sample.pin)
        #expect(till.text.contains("******") && !till.text.contains(Sample.pin))
        till.press(.enter)
        let asked = try #require(till.lastApproval)
        #expect(asked.staffID == "0002" && asked.pin == Pin(Sample.pin))
        #expect(screen(till)?.field.text.isEmpty == true, "the PIN is not kept")
        till.hear(.signedIn(staffID: "0002", .accepted))
        #expect(till.state.screen == .home(HomeScreen()) && till.state.settings.clerk == Sample.guarded)
        #expect(till.effects.contains(.loadStartNotices))
        #expect(till.frame.lines[22].contains("(0002)"))
        till.send()
        #expect(till.lastFreeze?.request.staffID == "0002")
    }

    @Test func byTheArrowKeysWhoHasNoPINIsInAtOnce() {
        var till = till()
        till.press(.down, .enter)
        #expect(screen(till)?.stage == .pin(Sample.guarded))
        till.press(.escape, .enter)
        #expect(till.state.settings.clerk == Sample.clerk && till.state.screen == .home(HomeScreen()))
    }

    @Test func wrongPINsALockAndTroublesAreToldInWords() {
        for answer in [
            PinAnswer.wrong(left: 4), .wrongAndLocked(seconds: 300), .locked(secondsLeft: 42), .unknownStaff,
            .impossible("disk full"),
        ] {
            var till = atPin()
            till.type("0000")
            till.press(.enter)
            till.hear(.signedIn(staffID: "0002", answer))
            #expect(screen(till)?.problem == Phrase.refusal(answer, staffID: "0002"))
            #expect(screen(till)?.problem != nil)
            #expect(screen(till)?.stage == .pin(Sample.guarded))
            #expect(till.state.settings.clerk == nil)
        }
    }

    @Test func anAnswerForSomebodyElseOrThatNobodyWaitsForSignsNobodyIn() {
        var till = atPin()
        till.hear(.signedIn(staffID: "0002", .accepted))
        till.type("1234")
        till.press(.enter)
        till.hear(.signedIn(staffID: "1206", .accepted))
        #expect(till.state.settings.clerk == nil)
        till.press(.escape)
        till.hear(.signedIn(staffID: "0002", .accepted))
        #expect(till.state.settings.clerk == nil)
    }

    @Test(arguments: ["", "123", "1234567890123", "12a4"])
    func whatIsNoPINByItsFormIsNoTry(text: String) {
        var till = atPin()
        till.type(text)
        till.press(.enter)
        #expect(till.lastApproval == nil)
        #expect(screen(till)?.problem == .pinForm)
        #expect(screen(till)?.field.text.isEmpty == true)
    }

    @Test(arguments: ["12345678", Sample.weChatCode, Sample.number])
    func aScannersBurstIsNoTry(text: String) {
        for end in [[Key.enter], [.tab], []] {
            var till = atPin()
            till.scan(text, end: end)
            till.pass(milliseconds: 400)
            if !end.isEmpty { #expect(screen(till)?.problem == .pinWasScanned) }
            #expect(till.lastApproval == nil)
            #expect(!till.text.contains(text))
        }
    }

    @Test func aPINThatNobodyGoesOnTypingIsForgottenAndSoItIsByLeaving() {
        var till = atPin()
        till.type("4839")
        till.pass(milliseconds: SignInScreen.pinMemory - 1)
        #expect(screen(till)?.field.text == "4839")
        till.pass(milliseconds: 1)
        #expect(screen(till)?.field.text == "")
        till.type("4839")
        till.press(.function(1), .escape)
        #expect(screen(till)?.field.text == "")
        till.type("4839")
        till.press(.escape)
        #expect(screen(till)?.field.text == "")
    }

    @Test func nothingOfAPINIsInWhatAStatePrints() {
        var till = atPin()
        till.type(Sample.pin)
        #expect(!"\(till.state)".contains(Sample.pin))
        var text = ""
        dump(till.state, to: &text)
        #expect(!text.contains(Sample.pin))
    }

    @Test func aBadgeIsScannedAPaymentCodeAndStrangersAreNotTakenForStaff() {
        let badge = StaffMember(id: "employee-0007", name: "Wu", role: .clerk, pinHash: Sample.guarded.pinHash)
        var till = TestTill(.english, staff: [badge], signsIn: true)
        till.scan("employee-0007")
        #expect(screen(till)?.stage == .pin(badge))
        till.press(.escape)
        till.scan(Sample.weChatCode)
        #expect(screen(till)?.problem == .codeIsNoStaff)
        till.type("9")
        till.press(.enter)
        #expect(screen(till)?.problem == .unknownStaff("9"))
    }

    @Test func signedOutNothingWorksButHelpAndLeavingWhatIsOpenGoesOn() {
        var till = till()
        let keys: [Key] =
            (2...9).map(Key.function) + "efnpu".map(Key.control) + [
                .control("l"), .control("o"), .function(12), .pageUp, .home, .backspace,
            ]
        for key in keys { till.press(key) }
        till.press(.function(1))
        #expect(till.text.contains(Phrase.helpTitle.english))
        for key in keys { till.press(key) }
        till.press(.function(2))
        #expect(till.state.note == .signInFirst)
        till.press(.escape)
        #expect(screen(till)?.stage == .choosing)
        #expect(till.effects.isEmpty)
        #expect(till.frame.lines[22].contains(Phrase.nobody.english))
        till.hear(.news(Sample.order(.done)))
        #expect(till.effects.contains(.loadOpenQuestions))
        #expect(till.frame.lines[1].contains(Phrase.headline(.done).english))
        #expect(!till.frame.lines[1].contains(Phrase.newsOpen.english))
        till.press(.function(10))
        #expect(till.state.isQuitting)
        till.press(.function(10))
        #expect(till.effects.last == .quit)
    }

    @Test func f12OnHomeLetsSomebodyElseInADepositThatIsUnderWayGoesOn() {
        var till = TestTill(.english, staff: [Sample.clerk, Sample.guarded], wanted: Sample.clerk, signsIn: true)
        till.send()
        till.tell(.started(Sample.deposit(.unknown)))
        till.press(.function(2), .escape, .function(12))
        #expect(till.state.isSignedOut)
        #expect(till.state.backgroundCount == 1)
        till.tell(.settled(Sample.deposit(.done)))
        #expect(screen(till)?.stage == .choosing)
        #expect(till.state.news.count == 1)
        till.press(.down, .enter)
        till.type(Sample.pin)
        till.press(.enter)
        till.hear(.signedIn(staffID: "0002", .accepted))
        #expect(till.state.settings.clerk == Sample.guarded)
        till.press(.control("n"))
        #expect(till.state.screen.context == .result)
    }

    @Test func anAnswerThatComesWhileHelpIsOpenCounts() {
        for answer in [PinAnswer.accepted, .wrong(left: 2)] {
            var till = atPin()
            till.type(Sample.pin)
            till.press(.enter, .function(1))
            till.hear(.signedIn(staffID: "0002", answer))
            if answer == .accepted {
                #expect(till.state.screen == .home(HomeScreen()) && till.state.settings.clerk == Sample.guarded)
            } else {
                till.press(.escape)
                #expect(screen(till)?.problem == .pinWrong(left: 2))
            }
        }
    }

    @Test func withoutStaffThereIsNobodyToSignIn() {
        var till = TestTill(.english, staff: [], signsIn: true)
        till.press(.control("o"))
        #expect(till.state.screen == .home(HomeScreen()) && till.state.note == .noStaff)
        #expect(!till.text.contains(TillKeys.signOut.help.english))
        till.send()
        #expect(till.lastFreeze != nil && till.lastFreeze?.request.staffID == nil)
    }
}
