/// The keys of codes to scan, of what is held, of the search and of signing in.
extension KeyMap {
    // MARK: - Everywhere

    static let held = KeyBinding(
        "F6", [.function(6), .control("e")], .held, hint: Phrase("在押", "Held"),
        help: Phrase("未退的押金，按到期先后排列", "Deposits that are still held, the oldest first"))
    /// Where F6 means something else.
    static let heldToo = KeyBinding(
        "Ctrl-E", [.control("e")], .held,
        help: Phrase("未退的押金，按到期先后排列", "Deposits that are still held, the oldest first"))
    static let find = KeyBinding(
        "F7", [.function(7), .control("f")], .find, hint: Phrase("查找", "Find"),
        help: Phrase("按后几位、房号、金额、日期查找押金", "Find by last digits, reference, amount or day"))
    /// Where F7 means something else.
    static let findToo = KeyBinding(
        "Ctrl-F", [.control("f")], .find,
        help: Phrase("按后几位、房号、金额、日期查找押金", "Find by last digits, reference, amount or day"))

    // MARK: - Code to scan

    // F9 is for what moves money.
    static let offerCode = KeyBinding(
        "Ctrl-T", [.control("t")], .offerCode, hint: Phrase("支付宝二维码", "Alipay code"),
        help: Phrase("不扫顾客的码，出示二维码请顾客扫（只有支付宝）", "Show a code that the customer scans instead (Alipay only)"))
    static let giveUpCode = KeyBinding(
        "Esc", [.escape], .back, hint: Phrase("收起", "Put it away"),
        help: Phrase("收起二维码；这一单继续在后台等", "Put the code away; the order goes on by itself"))

    // MARK: - Held, search

    static let openSelected = KeyBinding(
        "Enter", [.enter], .submit, hint: Phrase("查询", "Look up"),
        help: Phrase("查询选中的押金", "Look the selected deposit up"))
    static let reload = KeyBinding(
        "F5", [.function(5)], .refresh, hint: Phrase("刷新", "Refresh"), help: Phrase("重新读一遍", "Read it again"))
    static let submitSearch = KeyBinding(
        "Enter", [.enter], .submit, hint: Phrase("查找", "Find"),
        help: Phrase("按填写的条件查找", "Find what fits all that is filled in"))
    static let nextField = KeyBinding(
        "Tab", [.tab, .down], .down, hint: Phrase("下一格", "Next field"), help: Phrase("到下一格", "Go to the next field"))
    static let previousField = KeyBinding("Up", [.up], .up, help: Phrase("到上一格", "Go to the field before"))
    static let changeSearch = KeyBinding(
        "Esc", [.escape], .back, hint: Phrase("改条件", "Change it"), help: Phrase("回去改查找条件", "Back to what is looked for")
    )

    // MARK: - Signing in

    static let signOut = KeyBinding(
        "F12", [.function(12), .control("o")], .leave, hint: Phrase("换班", "Clerk"),
        help: Phrase("换另一位收银员登录（也可以按 Ctrl-O）", "Let another clerk sign in (Ctrl-O does it, too)"))
    static let submitSignIn = KeyBinding(
        "Enter", [.enter, .tab], .submit, hint: Phrase("确定", "OK"), help: Phrase("选定，或核对密码", "Choose, or check the PIN")
    )
    static let chooseOther = KeyBinding(
        "Esc", [.escape], .back, hint: Phrase("换一位", "Somebody else"), help: Phrase("不是这一位，重新选", "Choose somebody else")
    )
}
