/// What the clerk has before them. Indirect: a screen is handed about with each key, and its values are large.
indirect enum Screen: Equatable, Sendable {
    case home
    case amount(AmountScreen)
    case reference(ReferenceScreen)
    case scan(ScanScreen)
    case progress(FreezeID)
    case result(ResultScreen)
    case lookUp(LookUpScreen)
    case openQuestions(OpenQuestionsScreen)
    case help(HelpScreen)
    case followUp(FollowUpScreen)
    case followUpProgress(FollowUpID)
    case followUpResult(FollowUpResultScreen)
    case offer(FreezeID)
    case held(HeldScreen)
    case find(FindScreen)
    case signIn(SignInScreen)

    var context: KeyContext {
        switch self {
        case .home: .home
        case .amount: .amount
        case .reference: .reference
        case .scan: .scan
        case .progress: .progress
        case .result: .result
        case .lookUp(let screen): screen.context
        case .openQuestions(let screen): screen.context
        case .help: .help
        case .followUp(let screen): screen.context
        case .followUpProgress: .progress
        case .followUpResult: .result
        case .offer: .offer
        case .held: .held
        case .find(let screen): screen.context
        case .signIn: .signIn
        }
    }

    /// The freeze under way that it shows.
    var freezeID: FreezeID? {
        switch self {
        case .progress(let id), .offer(let id): id
        case .home, .amount, .reference, .scan, .result, .lookUp, .openQuestions, .help: nil
        case .followUp, .followUpProgress, .followUpResult: nil
        case .held, .find, .signIn: nil
        }
    }
}
