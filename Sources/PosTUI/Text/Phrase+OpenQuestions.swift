import PayEngine

extension Phrase {
    static let openQuestionsTitle = Phrase("待确认的订单", "Unresolved orders")
    static let noOpenQuestions = Phrase("没有待确认的订单。", "Nothing is unresolved.")
    static let openQuestionsHint = Phrase(
        "后台会继续查询。先按 F3 查单，或到手机端商户管理系统核对。",
        "The till goes on asking. Look the order up, or check it on the merchant's phone console.")
    static let since = Phrase("发起时间", "Since")
    static let why = Phrase("原因", "Why")

    /// Tells the outcome in a list.
    static func shortState(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .done: Phrase("已冻结", "frozen")
        case .waiting: Phrase("等待输入密码", "waiting for password")
        case .refused: Phrase("未冻结", "not frozen")
        case .unknown: Phrase("结果未知", "unknown")
        case .notSent: Phrase("未发送", "not sent")
        case .over: Phrase("已结清", "over")
        }
    }

    static let closingTitle = Phrase("人工关闭", "Close by hand")
    static let closingPrompt = Phrase("关闭原因（写明在哪里核对、看到什么结果）", "Why? Say where you checked it, and what you saw")
    static let closingExplains = Phrase(
        "关闭后不再自动查询；不会退款，也不会冻结资金。之后若有结果，仍会记账并提示。",
        "Closing only ends the asking: it neither releases nor freezes money. A later answer still counts and is told.")
    static let closingConfirm = Phrase("按 F9 确认关闭，按 Esc 返回。", "F9 closes it, Esc goes back.")
    static let closingAsks = Phrase("正在最后查询一次。", "Asking one last time ...")
    static let closedByHand = Phrase("已人工关闭。", "It was closed by hand.")
    static let codeIsNoReason = Phrase("这次扫码无效，没有收款。", "That scan counts for nothing: no money was taken.")

    static func closingRefusal(_ refusal: ClosingRefusal) -> Phrase {
        switch refusal {
        case .noSuchOrder: Phrase("没有关闭：本机流水没有这一单。", "Not closed: this till's journal has no such order.")
        case .notFound(let doubt):
            Phrase("没有关闭：\(lookUpDoubt(doubt).chinese)", "Not closed: \(lookUpDoubt(doubt).english)")
        case .notOpen: Phrase("没有关闭：这一单已经有结果，或已经关闭。", "Not closed: it is settled or was closed already.")
        case .tooEarly(let seconds):
            Phrase(
                "暂时不能关闭：发送后 150 秒内可能还有结果，请等 \(seconds) 秒。",
                "It can't be closed yet: within 150 s an answer may still come. Wait \(seconds) s.")
        case .approval(let refusal): Phrase.refusal(refusal, of: .closing)
        case .reasonMissing: Phrase("请写明原因。", "Say why.")
        case .reasonTooLong(let limit): Phrase("没有关闭：原因最多 \(limit) 字节。", "Not closed: at most \(limit) bytes.")
        case .settledMeanwhile(let order):
            Phrase(
                "不用关闭：最后一次查询得到了结果：\(Phrase.headline(order).chinese)。",
                "No need to close it, the last query settled it: \(Phrase.headline(order).english).")
        case .journal(let trouble):
            Phrase(
                "没有关闭：无法写入流水：\(journalTrouble(trouble).chinese)",
                "Not closed: the journal cannot be written: \(journalTrouble(trouble).english)")
        }
    }
}
