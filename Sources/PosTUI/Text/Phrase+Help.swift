extension Phrase {
    static let helpTitle = Phrase("帮助", "Help")
    static let helpHere = Phrase("（当前）", "(here)")

    static func context(_ context: KeyContext) -> Phrase {
        switch context {
        case .home: Phrase("首页", "Home")
        case .amount: Phrase("金额", "Amount")
        case .reference: Phrase("房号/姓名", "Reference")
        case .scan: Phrase("扫码", "Scan")
        case .progress: Phrase("进行中", "In progress")
        case .result: Phrase("结果", "Result")
        case .lookUpEntry: Phrase("输入单号", "Entering a number")
        case .lookUp: Phrase("查单", "Look up")
        case .lookUpPlatform: Phrase("选择平台", "Choosing the platform")
        case .openQuestions: Phrase("待确认", "Unresolved orders")
        case .closingReason: Phrase("关闭原因", "Reason for closing")
        case .closingConfirmation: Phrase("确认关闭", "Confirming the closing")
        case .closingUnderWay: Phrase("正在关闭", "Closing")
        case .help: Phrase("帮助", "Help")
        case .quitting: Phrase("退出", "Leaving")
        case .followUpAmount: Phrase("解冻或消费：金额", "Release or consume: amount")
        case .approver: Phrase("选批准人", "Choosing who approves")
        case .pin: Phrase("主管密码", "Supervisor's PIN")
        case .pinCheck: Phrase("核对密码", "Checking the PIN")
        case .followUpConfirmation: Phrase("解冻或消费：确认", "Release or consume: confirm")
        case .offer: Phrase("顾客扫码", "The customer scans")
        case .held: Phrase("在押", "Held")
        case .findForm: Phrase("查找", "Find")
        case .found: Phrase("找到的押金", "Found")
        case .signIn: Phrase("登录", "Sign in")
        }
    }

    // MARK: - Leaving

    static let quitTitle = Phrase("退出？", "Leave?")
    static let quitAtRest = Phrase("没有正在进行的订单。", "Nothing is under way.")
    static func quitExplains(_ count: Int) -> Phrase {
        guard count > 0 else { return quitAtRest }
        return Phrase(
            "还有 \(count) 笔正在进行。退出不会取消：已经发送的仍可能成功，下次启动时会继续查询。",
            """
            \(count == 1 ? "One order is" : "\(count) orders are") under way. Leaving takes nothing back: what was \
            sent may still succeed, and the till asks again at its next start.
            """)
    }
    static let quitConfirm = Phrase("再按一次 F10 退出，按其他任何键留下。", "F10 again leaves, any other key stays.")
}
