import PayEngine

extension Phrase {
    static let lookUpTitle = Phrase("查单", "Look up")
    static let numberPrompt = Phrase("扫或输入单号，按 Enter", "Scan or type an order number, then Enter")
    static let releasePrompt = Phrase("解冻单号（空着：全部），按 Enter", "Release number (empty: all of them), then Enter")
    static let numberMissing = Phrase("请输入单号。", "Type a number.")
    static let wrongNumber = Phrase(
        "单号只有字母、数字、- 和 _，最多 32 位。", "A number has only letters, digits, - and _, at most 32 of them.")
    static let codeIsNoNumber = Phrase(
        "这次扫码无效，没有收款。请扫单号。", "That scan counts for nothing: no money was taken. Scan an order number.")
    static func asking(_ seconds: Int64) -> Phrase { Phrase("正在查询，\(seconds) 秒", "Asking, \(seconds) s") }

    static let fromGateway = Phrase("网关的应答", "The gateway's answer")
    static let fromJournal = Phrase(
        "只有本机流水：不是网关的应答，可能已经变了", "THIS TILL'S JOURNAL ONLY: not the gateway's answer, maybe outdated")
    static let platformQuestion = Phrase(
        "本机流水没有这一单，要问哪个平台？ W 微信支付   A 支付宝",
        "Not an order of this till. Ask which platform?  W WeChat Pay   A Alipay")

    static func problem(_ problem: LookUp.Problem) -> Phrase {
        switch problem {
        case .gatewayDown(let detail):
            Phrase(
                "网关不通：\(Phrase.connection(detail).chinese)", "The gateway is down: \(Phrase.connection(detail).english)"
            )
        case .refused(let verdict): Phrase("网关拒绝查询。", "The gateway refused to tell.").adding(verdict)
        case .notThere: Phrase("没有这一单。", "There is no such order.")
        case .notShown(isOpen: true):
            Phrase(
                "网关目前查不到这一单，结果仍未确定。", "The gateway does not show this order at present; its outcome is still open.")
        case .notShown(isOpen: false):
            Phrase("网关目前查不到这一单。", "The gateway does not show this order at present.")
        case .noNumber: noDepositNumber
        case .unknown(let reason): Phrase.reason(reason)
        case .platformNeeded: platformQuestion
        }
    }

    static let noDepositNumber = Phrase(
        "本机流水没有这一单。押金单号是 16 到 32 个字母和数字，这不是，没有问网关。",
        "This till's journal has no such order, and it is no deposit's number (16 to 32 letters and digits): the "
            + "gateway was not asked.")

    static let gatewaySays = Phrase("网关", "GATEWAY")
    static let journalSays = Phrase("本机流水", "JOURNAL OF THIS TILL")
    static let notInJournal = Phrase("本机流水没有这一单。", "This till's journal has no such order.")
    static let platformNumber = Phrase("平台单号", "Wallet no.")
    static let stateNumber = Phrase("平台状态码", "State no.")
    static let created = Phrase("创建时间", "Created")
    static func backToBalance(_ fee: Fen) -> Phrase { Phrase("余额 \(fee.yuan)", "balance \(fee.yuan)") }
    static func backToCredit(_ fee: Fen) -> Phrase { Phrase("信用 \(fee.yuan)", "credit \(fee.yuan)") }
    static let frozenAt = Phrase("冻结时间", "Frozen")
    static let takenBy = Phrase("收押终端", "Taken by")
    static let paidBy = Phrase("付款方式", "Paid by")
    static let refundedTotal = Phrase("已退款", "Refunded")
    static func settled(_ fee: Fen) -> Phrase { Phrase("结算 \(fee.yuan) 元", "settled CNY \(fee.yuan)") }
    static let lastChange = Phrase("最后更新", "Last change")
    static let purpose = Phrase("用途", "Purpose")
    static let closedBy = Phrase("人工关闭", "Closed by")
    static let answeredBy = Phrase("应答网关", "Answered by")

    // MARK: - Totals and releases

    static let frozenTotal = Phrase("冻结", "Frozen")
    static let consumedTotal = Phrase("消费", "Consumed")
    static let releasedTotal = Phrase("解冻", "Released")
    static func releasedByItself(_ fee: Fen) -> Phrase {
        Phrase(
            "自动退还 \(fee.yuan)（到期，或随扣款退还其余）",
            "Released by the platform itself, at the end or with a consume: \(fee.yuan)")
    }
    static let leftTotal = Phrase("可退", "Left")
    static let totalsUncertain = Phrase(
        "剩余多少不能确定：网关的数字不全或互相矛盾。",
        "What is left is not certain: the gateway's figures are incomplete or disagree.")
    static let releases = Phrase("解冻记录", "RELEASES")
    static func onlyRelease(_ number: String) -> Phrase {
        Phrase("只看解冻单号 \(number.printable)", "only release \(number.printable)")
    }
    static let noReleases = Phrase("没有解冻记录。", "No releases.")
    static let releaseNumber = Phrase("解冻单号", "Release")
    static let byWhom = Phrase("工号/设备", "Staff/device")

    static func release(_ outcome: Release.Outcome) -> Phrase {
        switch outcome {
        case .released: Phrase("已解冻", "released")
        case .refused: Phrase("未解冻", "refused")
        case .unknown: Phrase("未知", "unknown")
        case .notThere: Phrase("没有", "not there")
        }
    }

    // MARK: - Story

    static let story = Phrase("处理过程", "STORY")

    /// Returns a line of the journal, by its event's name; engineers know the name itself.
    static func event(_ name: String) -> Phrase {
        switch name {
        case "freeze.intent": Phrase("已记账，准备发送", "written down")
        case "freeze.again": Phrase("再次发送", "sent again")
        case "freeze.waiting": Phrase("等待用户输入密码", "waiting for the customer")
        case "freeze.frozen": Phrase("已冻结", "frozen")
        case "freeze.refused": Phrase("未冻结", "not frozen")
        case "freeze.unknown": Phrase("结果未知", "unknown")
        case "freeze.not_sent": Phrase("未发送", "not sent")
        case "freeze.over": Phrase("已结清", "over")
        case "unfreeze.intent": Phrase("解冻：已记账，准备发送", "release: written down")
        case "unfreeze.again": Phrase("解冻：再次发送", "release: sent again")
        case "unfreeze.released": Phrase("已解冻", "released")
        case "unfreeze.refused": Phrase("未解冻", "not released")
        case "unfreeze.unknown": Phrase("解冻结果未知", "release: unknown")
        case "unfreeze.not_sent": Phrase("解冻未发送", "release: not sent")
        case "consume.intent": Phrase("消费：已记账，准备发送", "consume: written down")
        case "consume.again": Phrase("消费：再次发送", "consume: sent again")
        case "consume.consumed": Phrase("已消费", "consumed")
        case "consume.refused": Phrase("未消费", "not consumed")
        case "consume.unknown": Phrase("消费结果未知", "consume: unknown")
        case "consume.not_sent": Phrase("消费未发送", "consume: not sent")
        case "closed": Phrase("人工关闭", "closed by hand")
        default: Phrase(name.printable, name.printable)
        }
    }
}
