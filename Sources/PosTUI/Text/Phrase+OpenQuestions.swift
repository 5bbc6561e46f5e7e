import PayEngine

extension Phrase {
    static let openQuestionsTitle = Phrase("未决：结果还不知道的单", "Open questions")
    static let noOpenQuestions = Phrase("没有未决的单。", "There are no open questions.")
    static let openQuestionsHint = Phrase(
        "后台会继续查询。通过订单查询确认支付结果或手机端商户管理系统确认支付结果。",
        "The till goes on asking. Look the order up, or check it on the merchant's phone console.")
    static let since = Phrase("起于", "Since")
    static let why = Phrase("原因", "Why")

    /// In a list.
    static func shortState(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .frozen: Phrase("已冻结", "frozen")
        case .waiting: Phrase("等待输入密码", "waiting for password")
        case .refused: Phrase("未冻结", "not frozen")
        case .unknown: Phrase("结果未知", "unknown")
        case .notSent: Phrase("未发送", "not sent")
        case .over: Phrase("已结束", "over")
        }
    }

    static let closingTitle = Phrase("人工关闭", "Close by hand")
    static let closingPrompt = Phrase("为什么关闭？写明你在哪里、看到了什么", "Why? Say where you checked it, and what you saw")
    static let closingExplains = Phrase(
        "关闭只是不再询问，不会退钱也不会冻结。之后若有结果，仍会记下并提示。",
        "Closing only ends the asking: it neither releases nor freezes money. A later answer still counts and is told.")
    static let closingConfirm = Phrase("按 F9 确认关闭，按 Esc 返回。", "F9 closes it, Esc goes back.")
    static let closingAsks = Phrase("正在最后查询一次。", "Asking one last time ...")
    static let closedByHand = Phrase("已人工关闭。", "It was closed by hand.")
    static let codeIsNoReason = Phrase("这是付款码，已丢弃。", "That was a payment code; it was dropped.")

    static func closingRefusal(_ refusal: ClosingRefusal) -> Phrase {
        switch refusal {
        case .noSuchOrder: Phrase("没有关闭：本机流水没有这一单。", "Not closed: this till's journal has no such order.")
        case .notOpen: Phrase("没有关闭：这一单已经有结果，或已经关闭。", "Not closed: it is settled or was closed already.")
        case .tooEarly(let seconds):
            Phrase("没有关闭：还要等 \(seconds) 秒，也许会有结果。", "Not closed: an answer may still come, wait \(seconds) s.")
        case .supervisorNeeded: Phrase("没有关闭：只有主管可以。", "Not closed: only a supervisor may.")
        case .unknownStaff(let id):
            Phrase("没有关闭：配置里没有工号 \(id.printable)。", "Not closed: the configuration lists no staff \(id.printable).")
        case .reasonMissing: Phrase("请写明原因。", "Say why.")
        case .reasonTooLong(let limit): Phrase("没有关闭：原因最多 \(limit) 字节。", "Not closed: at most \(limit) bytes.")
        case .settledMeanwhile(let order):
            Phrase(
                "不用关闭：最后一次查询得到了结果：\(Phrase.headline(order).chinese)。",
                "No need to close it, the last query settled it: \(Phrase.headline(order).english).")
        case .journal(let trouble):
            Phrase(
                "没有关闭：流水写不进去：\(trouble.printable)", "Not closed: the journal cannot be written: \(trouble.printable)")
        }
    }
}
