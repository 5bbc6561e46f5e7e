extension KeyMap {
    // MARK: - Everywhere

    static let newDeposit = KeyBinding(
        "F2", [.function(2)], .newDeposit, hint: Phrase("收押金", "Deposit"),
        help: Phrase("收一笔押金", "Take a deposit"))
    static let lookUp = KeyBinding(
        "F3", [.function(3)], .lookUp, hint: Phrase("查单", "Look up"),
        help: Phrase("按单号查押金和解冻记录", "Look up a deposit and its releases by number"))
    static let openQuestions = KeyBinding(
        "F4", [.function(4)], .openQuestions, hint: Phrase("待确认", "Unresolved"),
        help: Phrase("结果还不知道的押金、解冻和消费", "Orders whose outcome is not known"))
    static let news = KeyBinding(
        "Ctrl-N", [.control("n")], .news,
        help: Phrase("打开上方的通知", "Open the news in the banner"))
    static let help = KeyBinding(
        "F1", [.function(1)], .help, hint: Phrase("帮助", "Help"), help: Phrase("全部按键", "All keys"))
    static let questionMark = KeyBinding(
        "?", [.character("?")], .help, help: Phrase("全部按键", "All keys"))
    static let quit = KeyBinding(
        "F10", [.function(10), .control("x")], .quit, hint: Phrase("退出", "Quit"),
        help: Phrase("退出收银（也可以按 Ctrl-X）；会先问", "Leave the till (Ctrl-X does it, too); it asks first"))
    static let back = KeyBinding(
        "Esc", [.escape], .back, hint: Phrase("返回", "Back"), help: Phrase("返回上一步", "Back one step"))
    static let clear = KeyBinding(
        "Ctrl-U", [.control("u")], .clear, help: Phrase("清空输入", "Empty the field"))
    static let refresh = KeyBinding(
        "F5", [.function(5)], .refresh, hint: Phrase("刷新", "Refresh"), help: Phrase("重新查询", "Ask again"))
    static let up = KeyBinding("Up", [.up], .up, help: Phrase("上一行", "One line up"))
    static let down = KeyBinding("Down", [.down], .down, help: Phrase("下一行", "One line down"))
    static let scrolling = [
        up, down,
        KeyBinding("PgUp", [.pageUp], .pageUp, help: Phrase("上一页", "One page up")),
        KeyBinding("PgDn", [.pageDown], .pageDown, help: Phrase("下一页", "One page down")),
        KeyBinding("Home", [.home], .top, help: Phrase("到开头", "To the top")),
        KeyBinding("End", [.end], .bottom, help: Phrase("到结尾", "To the end")),
    ]

    // MARK: - Home, deposit, result

    static let dismiss = KeyBinding(
        "Esc", [.escape], .back, help: Phrase("收起启动提示", "Put the notices away"))
    static let submitAmount = KeyBinding(
        "Enter", [.enter, .tab], .submit, hint: Phrase("下一步", "Next"), help: Phrase("金额确定，去扫码", "Go on to the scan"))
    static let quickAmounts = (0..<4).map { index in
        KeyBinding(
            "F\(index + 5)", [.function(index + 5)], .quickAmount(index),
            help: Phrase("常用金额 \(index + 1)", "Quick amount \(index + 1)"))
    }
    static let submitReference = KeyBinding(
        "Enter", [.enter, .tab], .submit, hint: Phrase("下一步", "Next"),
        help: Phrase("去扫码，可以不填", "Go on to the scan; it may stay empty"))
    static let submitScan = KeyBinding(
        "Enter", [.enter, .tab], .submit, hint: Phrase("发送", "Send"),
        help: Phrase("发送付款码，扫码枪会自动按", "Send the code; a scanner presses it by itself"))
    // Not a key beside the quick amounts': one pressed twice would force a platform on the customer's code.
    static let switchPlatform = KeyBinding(
        "Ctrl-P", [.control("p")], .switchPlatform, hint: Phrase("平台", "Platform"),
        help: Phrase("指定微信支付或支付宝", "Say which platform the code belongs to"))
    static let leave = KeyBinding(
        "F2", [.function(2)], .leave, hint: Phrase("先收下一位", "Serve the next"),
        help: Phrase("这一单继续在后台等，先收下一位", "This one goes on by itself; serve the next customer"))
    static let noWayBack = KeyBinding(
        "Esc", [.escape], .back, help: Phrase("发送后不能取消", "What was sent cannot be taken back"))
    static let details = KeyBinding(
        "F3", [.function(3)], .lookUp, hint: Phrase("查这一单", "Look up"),
        help: Phrase("查询这一单", "Look this order up"))
    static let home = KeyBinding(
        "Esc", [.escape], .back, hint: Phrase("返回", "Back"), help: Phrase("返回", "Back"))

    // MARK: - Look-up, open questions, help, quit

    static let submitNumber = KeyBinding(
        "Enter", [.enter, .tab], .submit, hint: Phrase("查询", "Look up"), help: Phrase("查询这个单号", "Ask about it"))
    static let narrow = KeyBinding(
        "F6", [.function(6)], .narrow, hint: Phrase("按解冻单号", "One release"),
        help: Phrase("只看一笔解冻", "Show only one release"))
    static let lookUpAnother = KeyBinding(
        "F3", [.function(3)], .lookUp, hint: Phrase("查另一单", "Another"), help: Phrase("查另一单", "Look up another"))
    static let askWeChat = KeyBinding(
        "W", [.character("w"), .character("W")], .askWeChat, hint: Phrase("微信支付", "WeChat Pay"),
        help: Phrase("向微信支付查询", "Ask WeChat Pay"))
    static let askAlipay = KeyBinding(
        "A", [.character("a"), .character("A")], .askAlipay, hint: Phrase("支付宝", "Alipay"),
        help: Phrase("向支付宝查询", "Ask Alipay"))
    static let openDetails = KeyBinding(
        "Enter", [.enter], .submit, hint: Phrase("查询", "Look up"), help: Phrase("查询选中的一单", "Look the selected one up"))
    static let closeByHand = KeyBinding(
        "F8", [.function(8)], .closeByHand, hint: Phrase("人工关闭", "Close by hand"),
        help: Phrase("写明原因，人工关闭选中的一单", "Close the selected one by hand, with a reason"))
    static let submitReason = KeyBinding(
        "Enter", [.enter, .tab], .submit, hint: Phrase("下一步", "Next"), help: Phrase("去确认", "Go on to confirm"))
    static let confirmClosing = KeyBinding(
        "F9", [.function(9)], .confirm, hint: Phrase("确认关闭", "Close it"),
        help: Phrase("确认人工关闭", "Confirm closing by hand"))
    static let closeHelp = KeyBinding(
        "Esc", [.escape, .function(1), .character("?"), .character("q")], .back, hint: Phrase("返回", "Back"),
        help: Phrase("收起帮助", "Put the help away"))
    static let confirmQuit = KeyBinding(
        "F10", [.function(10), .control("x")], .confirm, hint: Phrase("退出", "Quit"),
        help: Phrase("确认退出", "Confirm leaving"))
    static let stay = KeyBinding(
        "Esc", [.escape], .back, hint: Phrase("留下", "Stay"),
        help: Phrase("不退出（其他任何键也一样）", "Stay, as with any other key"))
}
