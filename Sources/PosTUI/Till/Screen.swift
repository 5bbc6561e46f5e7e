/// What the clerk has before them.
///
/// Indirect: a screen is handed about with each key, and its values are large.
indirect enum Screen: Equatable, Sendable {
    case home(HomeScreen)
    case amount(AmountScreen)
    case reference(ReferenceScreen)
    case scan(ScanScreen)
    case progress(ProgressScreen)
    case offer(OfferScreen)
    case result(ResultScreen)
    case lookUp(LookUpScreen)
    case openQuestions(OpenQuestionsScreen)
    case held(HeldScreen)
    case find(FindScreen)
    case orderForm(OrderFormScreen)
    case orderProgress(OrderProgressScreen)
    case orderResult(OrderResultScreen)
    case signIn(SignInScreen)
    case help(HelpScreen)

    /// Does something with the screen, whichever it is, and puts it back.
    mutating func apply<Operation: ScreenOperation>(
        _ operation: Operation, in till: inout TillContext
    ) -> Operation.Outcome {
        func apply<One: TillScreen>(_ screen: One, _ put: (One) -> Screen) -> Operation.Outcome {
            var screen = screen
            let outcome = operation.apply(to: &screen, in: &till)
            self = put(screen)
            return outcome
        }
        return switch self {
        case .home(let screen): apply(screen, Screen.home)
        case .amount(let screen): apply(screen, Screen.amount)
        case .reference(let screen): apply(screen, Screen.reference)
        case .scan(let screen): apply(screen, Screen.scan)
        case .progress(let screen): apply(screen, Screen.progress)
        case .offer(let screen): apply(screen, Screen.offer)
        case .result(let screen): apply(screen, Screen.result)
        case .lookUp(let screen): apply(screen, Screen.lookUp)
        case .openQuestions(let screen): apply(screen, Screen.openQuestions)
        case .held(let screen): apply(screen, Screen.held)
        case .find(let screen): apply(screen, Screen.find)
        case .orderForm(let screen): apply(screen, Screen.orderForm)
        case .orderProgress(let screen): apply(screen, Screen.orderProgress)
        case .orderResult(let screen): apply(screen, Screen.orderResult)
        case .signIn(let screen): apply(screen, Screen.signIn)
        case .help(let screen): apply(screen, Screen.help)
        }
    }

    /// What the till has to know of the screen without changing it.
    var face: ScreenFace {
        switch self {
        case .home(let screen): ScreenFace(screen)
        case .amount(let screen): ScreenFace(screen)
        case .reference(let screen): ScreenFace(screen)
        case .scan(let screen): ScreenFace(screen)
        case .progress(let screen): ScreenFace(screen)
        case .offer(let screen): ScreenFace(screen)
        case .result(let screen): ScreenFace(screen)
        case .lookUp(let screen): ScreenFace(screen)
        case .openQuestions(let screen): ScreenFace(screen)
        case .held(let screen): ScreenFace(screen)
        case .find(let screen): ScreenFace(screen)
        case .orderForm(let screen): ScreenFace(screen)
        case .orderProgress(let screen): ScreenFace(screen)
        case .orderResult(let screen): ScreenFace(screen)
        case .signIn(let screen): ScreenFace(screen)
        case .help(let screen): ScreenFace(screen)
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        switch self {
        case .home(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .amount(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .reference(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .scan(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .progress(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .offer(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .result(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .lookUp(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .openQuestions(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .held(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .find(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .orderForm(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .orderProgress(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .orderResult(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .signIn(let screen): screen.draw(on: &frame, in: rect, till: till)
        case .help(let screen): screen.draw(on: &frame, in: rect, till: till)
        }
    }

    /// Returns what all screens say of their keys, for the help.
    static func keyPages(_ settings: Settings) -> [KeyPage] {
        func pages<One: TillScreen>(_ type: One.Type) -> [KeyPage] { type.keyTables(settings).map { KeyPage($0) } }
        return pages(HomeScreen.self) + pages(AmountScreen.self) + pages(ReferenceScreen.self)
            + pages(ScanScreen.self) + pages(ProgressScreen.self) + pages(ResultScreen.self)
            + pages(LookUpScreen.self) + pages(OpenQuestionsScreen.self) + pages(HelpScreen.self)
            + [KeyPage(QuitDialog.keys)] + pages(OrderFormScreen.self) + pages(OfferScreen.self)
            + pages(HeldScreen.self) + pages(FindScreen.self) + pages(SignInScreen.self)
    }

    /// The freeze under way that it shows.
    var freezeID: FreezeID? { face.freezeID }

    /// The release or consume under way that it shows.
    var attemptID: AttemptID? { face.attemptID }

    /// The approval that it asks for or has.
    var ticket: ApprovalTicket? { face.ticket }
}
