/// The keys of the till, for the tables of the screens.
enum TillKeys {
    static let newDeposit = KeyBinding(
        "F2", [.function(2)], TillAction.newDeposit, hint: Phrase("收押金", "Deposit"),
        help: Phrase("收一笔押金", "Take a deposit"))
    /// Where an order is under way.
    static let serveNext = KeyBinding(
        "F2", [.function(2)], TillAction.newDeposit, hint: Phrase("先收下一位", "Serve the next"),
        help: Phrase("这一单继续在后台等，先收下一位", "This one goes on by itself; serve the next customer"))
    static let lookUp = KeyBinding(
        "F3", [.function(3)], TillAction.lookUp, hint: Phrase("查单", "Look up"),
        help: Phrase("按单号查押金和解冻记录", "Look up a deposit and its releases by number"))
    static let openQuestions = KeyBinding(
        "F4", [.function(4)], TillAction.openQuestions, hint: Phrase("待确认", "Unresolved"),
        help: Phrase("结果还不知道的押金、解冻和消费", "Orders whose outcome is not known"))
    static let held = KeyBinding(
        "F6", [.function(6), .control("e")], TillAction.held, hint: Phrase("在押", "Held"),
        help: Phrase("未退的押金，按到期先后排列", "Deposits that are still held, the oldest first"))
    /// Where F6 means something else.
    static let heldToo = KeyBinding(
        "Ctrl-E", [.control("e")], TillAction.held,
        help: Phrase("未退的押金，按到期先后排列", "Deposits that are still held, the oldest first"))
    static let find = KeyBinding(
        "F7", [.function(7), .control("f")], TillAction.find, hint: Phrase("查找", "Find"),
        help: Phrase("按后几位、房号、金额、日期查找押金", "Find by last digits, reference, amount or day"))
    /// Where F7 means something else.
    static let findToo = KeyBinding(
        "Ctrl-F", [.control("f")], TillAction.find,
        help: Phrase("按后几位、房号、金额、日期查找押金", "Find by last digits, reference, amount or day"))
    static let news = KeyBinding(
        "Ctrl-N", [.control("n")], TillAction.news,
        help: Phrase("打开上方的通知", "Open the news in the banner"))
    static let help = KeyBinding(
        "F1", [.function(1)], TillAction.help, hint: Phrase("帮助", "Help"), help: Phrase("全部按键", "All keys"))
    static let questionMark = KeyBinding(
        "?", [.character("?")], TillAction.help, help: Phrase("全部按键", "All keys"))
    static let quit = KeyBinding(
        "F10", [.function(10), .control("x")], TillAction.quit, hint: Phrase("退出", "Quit"),
        help: Phrase("退出收银（也可以按 Ctrl-X）；会先问", "Leave the till (Ctrl-X does it, too); it asks first"))
    static let signOut = KeyBinding(
        "F12", [.function(12), .control("o")], TillAction.signOut, hint: Phrase("换班", "Clerk"),
        help: Phrase("换另一位收银员登录（也可以按 Ctrl-O）", "Let another clerk sign in (Ctrl-O does it, too)"))
}

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
