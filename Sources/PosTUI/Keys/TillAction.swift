/// What works on most screens, and is done by the till.
enum TillAction: Equatable, Sendable {
    case newDeposit, lookUp, openQuestions, held, find, help, quit
    /// Open what the banner tells.
    case news
    /// Let another clerk sign in.
    case signOut

    /// Whether somebody has to work at the till for it.
    var needsClerk: Bool {
        switch self {
        case .help, .quit: false
        case .newDeposit, .lookUp, .openQuestions, .held, .find, .news, .signOut: true
        }
    }
}
