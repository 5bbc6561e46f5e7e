import PayEngine

extension Phrase {
    // MARK: - Frame

    static let sandbox = Phrase("沙箱 SANDBOX：不是真实网关", "SANDBOX: no real gateway")
    static let terminalTooSmall = Phrase(
        "终端太小：至少需要 80 列 24 行。内容都还在，请放大窗口。",
        "The terminal is too small: 80 columns and 24 lines are needed. Nothing is lost; make the window larger.")
    static let till = Phrase("终端号", "Till")
    static let clerk = Phrase("收银员", "Clerk")
    static let gateway = Phrase("网关", "Gateway")
    static let gatewayUnasked = Phrase("未查", "not asked")
    static let gatewayUp = Phrase("正常", "up")
    static func gatewaySlow(_ milliseconds: Int) -> Phrase { Phrase("慢 \(milliseconds) 毫秒", "slow \(milliseconds) ms") }
    static let gatewayDown = Phrase("不通", "DOWN")
    /// Returns how this till's clock stands against the gateway's; an offset above 0: it is slow.
    static func clockSkew(_ offset: Int64) -> Phrase {
        let seconds = offset.magnitude
        guard offset < 0 else { return Phrase("时钟慢 \(seconds) 秒", "Clock \(seconds) s slow") }
        return Phrase("时钟快 \(seconds) 秒", "Clock \(seconds) s fast")
    }
    /// Returns the base that answered, and how this till's clock stands against its clock.
    static func gatewayFacts(_ base: String, clockOffset: Int64?) -> Phrase {
        guard let clockOffset else { return Phrase("网关 \(base.printable)", "Gateway \(base.printable)") }
        let seconds = clockOffset.magnitude
        let (chinese, english) =
            switch clockOffset {
            case 0: ("本机时钟一致", "this till's clock agrees")
            case ..<0: ("本机时钟快 \(seconds) 秒", "this till's clock is \(seconds) s fast")
            default: ("本机时钟慢 \(seconds) 秒", "this till's clock is \(seconds) s slow")
            }
        return Phrase("网关 \(base.printable)，\(chinese)", "Gateway \(base.printable), \(english)")
    }
    static let openCount = Phrase("待确认", "Unresolved")
    static func background(_ count: Int) -> Phrase { Phrase("后台 \(count)", "Waiting \(count)") }

    static func themeMissing(_ name: String) -> Phrase {
        Phrase(
            "找不到主题“\(name.repeatable)”，已改用黑白主题。",
            "No theme \(name.repeatable) was found; the one without colours is used.")
    }

    // MARK: - Notices, banner, notes

    static func notice(_ notice: StartNotice) -> Phrase {
        switch notice {
        case .tornTail(let bytes):
            Phrase(
                "上次没有正常退出：流水最后一行不完整，\(bytes) 字节已另存。请核对最后一单。",
                "The till stopped abruptly: \(bytes) bytes of a cut journal line were set aside. Check the last order."
            )
        case .journalDamage(let findings):
            Phrase(
                "流水有 \(findings.count) 处损坏，可能缺单：请联系技术人员（postui journal verify）。",
                "The journal is damaged in \(findings.count) place(s): orders may be missing, "
                    + "call the engineer (postui journal verify)."
            )
        case .digestKeyLost:
            Phrase(
                "流水里的 digest.key 丢失过，已新建：以前用过的付款码认不出来了。请联系技术人员。",
                "The journal's digest.key was lost and is made anew: codes used before can't be recognised. "
                    + "Call the engineer.")
        case .noSupervisor:
            Phrase(
                "配置的员工里没有主管（role = \"supervisor\"），没有人能同意解冻。请联系技术人员。",
                "No supervisor is among [[staff]]: nobody can approve a release. Call the engineer.")
        case .impossibleLines(let lines):
            Phrase(
                "流水有 \(lines.count) 行的金额超出押金，没有计入：请联系技术人员。",
                "\(lines.count) journal line\(lines.count == 1 ? "" : "s") would spend more than was frozen and "
                    + "\(lines.count == 1 ? "was" : "were") not counted: call the engineer."
            )
        case .openQuestions(let count):
            Phrase(
                "有 \(count) 单结果未知，按 F4 查看。",
                "\(count) \(count == 1 ? "order has" : "orders have") an unknown outcome: F4 shows the list.")
        case .lateSuccesses(let count):
            Phrase(
                "有 \(count) 笔之前未成功，后来发现已冻结，顾客可能已离开：请查单。",
                "\(count) \(count == 1 ? "deposit" : "deposits") told as not frozen turned out to be frozen."
            )
        case .expiring(let count):
            Phrase(
                "有 \(count) 笔押金 \(Deposit.expiryWarningDays) 天内到期，到期会自动解冻：按 F6 查看。",
                "\(count) \(count == 1 ? "deposit ends" : "deposits end") within \(Deposit.expiryWarningDays) days and "
                    + "will be released: F6 shows \(count == 1 ? "it" : "them").")
        }
    }
    static func news(_ kind: Order.Kind, headline: String, amount: String, time: String) -> Phrase {
        switch kind {
        case .freeze: Phrase("\(time) 的押金 \(amount)：\(headline)", "Deposit of \(time), \(amount): \(headline)")
        case .release: Phrase("\(time) 的解冻 \(amount)：\(headline)", "Release of \(time), \(amount): \(headline)")
        case .consume: Phrase("\(time) 的消费 \(amount)：\(headline)", "Consume of \(time), \(amount): \(headline)")
        }
    }
    static func newsMore(_ count: Int) -> Phrase { Phrase("还有 \(count) 条", "\(count) more") }
    static let newsOpen = Phrase("Ctrl-N 打开", "Ctrl-N opens it")

    static let scanIgnored = Phrase("这次扫码无效，没有收款。", "That scan counts for nothing: no money was taken.")
    static let scanNotUnderstood = Phrase(
        "这不是金额，也不是能识别的码。", "This is neither an amount nor a code that is known here.")
    static let burstIsNoAmount = Phrase(
        "扫码或刷卡不能当作金额。请慢慢输入，或带小数点（1203.00）。",
        "A scan or badge is no amount. Type slowly or with a point (1203.00).")
    /// The same where keys stand for amounts.
    static let burstBesideQuickAmounts = Phrase(
        "扫码或刷卡不能当作金额。请慢慢输入，或带小数点（1203.00），或用常用金额。",
        "A scan or badge is no amount. Type slowly or with a point (1203.00), or use a quick amount.")
    static let longScanIsNothing = Phrase(
        "这不是单号，也不是付款码，没有收款。", "This is no order number and no payment code: nothing was taken.")
    static let scanBrokeOff = Phrase(
        "扫码中断，没有收款。请等一秒，再重新扫码或输入。",
        "The scan broke off, nothing was taken. Wait a second, then do it again.")
    static let confirmedTooEarly = Phrase("按得太早：请看清内容，再按一次 F9。", "That was too early: read it, then press F9 again.")
    static let stillSending = Phrase("正在发送，请稍候。", "It is being sent: one moment.")
    static let leftInBackground = Phrase(
        "上一单在后台继续等，有结果会在上方提示。", "The last one goes on by itself; a banner will tell its result.")
    static let takingBack = Phrase("还没有发送，正在取消。", "Nothing was sent yet; it is being taken back.")
    static let cannotBeTakenBack = Phrase(
        "已经发送，不能取消。按 F2 可以先收下一位。", "It was sent and cannot be taken back. F2 serves the next customer.")

    // MARK: - Words

    static let amount = Phrase("金额", "Amount")
    static let platform = Phrase("平台", "Platform")
    static let orderNumber = Phrase("单号", "Order")
    static let time = Phrase("时间", "Time")
    static let code = Phrase("付款码", "Code")
    static let reference = Phrase("房号/姓名", "Reference")
    static let record = Phrase("凭证", "Record")
    static let reason = Phrase("原因", "Reason")
    static let next = Phrase("下一步", "Next")
    static let state = Phrase("状态", "State")
    static let remark = Phrase("备注", "Remark")

    static func platform(_ platform: PayPlatform) -> Phrase {
        switch platform {
        case .wechat: Phrase("微信支付", "WeChat Pay")
        case .alipay: Phrase("支付宝", "Alipay")
        }
    }

    static func money(_ fen: Fen) -> Phrase { Phrase("￥\(fen.yuan)", "CNY \(fen.yuan)") }
}
