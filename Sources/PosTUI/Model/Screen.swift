/// What the clerk has before them.
enum Screen: Equatable, Sendable {
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
        }
    }
}
