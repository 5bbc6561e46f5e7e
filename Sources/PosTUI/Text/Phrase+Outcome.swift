import PayEngine

extension Phrase {
    static let resultTitle = Phrase("押金结果", "Deposit: result")

    /// Returns the big line.
    static func headline(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .done: Phrase("已冻结", "FROZEN")
        case .waiting: Phrase("等待用户输入密码中", "WAITING FOR THE CUSTOMER'S PASSWORD")
        case .refused: Phrase("未冻结", "NOT FROZEN")
        case .unknown: Phrase("结果未知", "OUTCOME UNKNOWN")
        case .notSent: Phrase("未发送", "NOT SENT")
        case .over: Phrase("已结清（押金已全部退还或扣款）", "OVER (WAS FROZEN)")
        }
    }

    /// Returns what the clerk does now.
    static func next(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .done: Phrase("押金已收好（冻结成功），可以给顾客办理。", "The deposit is held: go on with the customer.")
        case .waiting: Phrase("请顾客在手机上输入密码或确认。", "The customer has to type the password on the phone.")
        case .refused:
            Phrase(
                "没有收款，顾客的钱没有冻结。可以请顾客出示新的付款码，按 F2 重新收款。",
                "No money is held. Ask for a new payment code and take the deposit again with F2.")
        case .unknown:
            Phrase(
                "先按 F3 查单，或到手机端商户管理系统核对。结果确认之前，不要重新收款。"
                    + "（通过订单查询确认支付结果或手机端商户管理系统确认支付结果）",
                "Look the order up (F3) or check it on the merchant's phone console. Take no second deposit before."
            )
        case .notSent:
            Phrase(
                "没有发送，顾客的钱没有冻结。检查网络后按 F2 重新收款。",
                "Nothing left the till and no money is held. Check the network, then take the deposit again with F2.")
        case .over:
            Phrase(
                "曾经冻结，已全部退还或扣款，现在没有冻结的钱。", "It was frozen; all of it was released or consumed. Nothing is held now.")
        }
    }

    /// Returns what the clerk does now, by the reason where that says more.
    static func next(_ outcome: Outcome, _ reason: Reason) -> Phrase {
        switch (outcome, reason) {
        case (.refused, .callerWrong):
            return Phrase(
                "没有收款，顾客的钱没有冻结。重新收款也不会成功，请先联系技术人员。",
                "No money is held. Taking it again will not work either: call the engineer first.")
        // The line works: it is not the network that has to be checked.
        case (.notSent, .noConnection(let detail)) where ConnectionFault.isOfTrust(detail):
            return Phrase(
                "没有发送，顾客的钱没有冻结。重新收款也不会成功，请先联系技术人员。",
                "Nothing left the till and no money is held. Taking it again will not work either: "
                    + "call the engineer first."
            )
        case (.done, _), (.waiting, _), (.refused, _), (.unknown, _), (.notSent, _), (.over, _): return next(outcome)
        }
    }

    static let nextAfterRejection = Phrase(
        "没有建立订单，顾客的钱没有冻结。改正后按 F2 重新收款。", "No order was made and no money is held. Correct it, then F2.")
    static let seenBefore = Phrase(
        "这个付款码一天之内已经用过，没有再次发送，这次没有收款。",
        "This code was used within a day already. Nothing was sent again and nothing was taken this time.")
    static let seenBeforeOpen = Phrase(
        "这个付款码一天之内已经用过，没有再次发送。先前那一笔的结果还不知道。",
        "This code was used within a day already. Nothing was sent again; the earlier outcome is not known yet.")
    static let nothingTaken = Phrase("没有收款", "NOTHING TAKEN")
    /// Returns the order that a code belongs to already, in one line.
    static func earlierOrder(_ deposit: Deposit) -> Phrase {
        let (state, money) = (shortState(deposit), money(deposit.fee))
        return Phrase(
            "先前那一笔：\(money.chinese) \(state.chinese)", "The earlier one: \(money.english), \(state.english)")
    }
    static let nextAfterSeenBefore = Phrase(
        "按 F3 查先前那一笔；要再收一笔，请顾客出示新的付款码。",
        "F3 looks the earlier one up; a further deposit needs a new payment code.")
    static func lateSuccess(_ deposit: Deposit) -> Phrase {
        let line = lateSuccessLine(deposit)
        return Phrase(
            "\(line.chinese)，顾客可能已离开。若不需要，请全额退还：按 F7，已填全部金额。",
            deposit.wasClosedAsUnknown
                ? "It was closed by hand as unknown and turned out to be frozen. The customer may have left: F7 "
                    + "releases all of it if it is not wanted."
                : "It turned out to be frozen after all. The customer may have left: F7 releases all of it if it is "
                    + "not wanted.")
    }
    static let lateSuccessHeadline = Phrase("迟到成功", "LATE SUCCESS")
    /// Tells a late success by what was told before.
    static func lateSuccessLine(_ deposit: Deposit) -> Phrase {
        deposit.wasClosedAsUnknown
            ? Phrase("此前结果未知，已人工关闭，现在已冻结", "closed by hand as unknown, frozen now")
            : Phrase("此前告知未冻结，现在已冻结", "told as not frozen, frozen now")
    }
    static let broughtToNoEnd = Phrase("没有等到结果。", "The result did not come.")
    static let numberUnknown = Phrase("没有得到单号，请看待确认列表（F4）。", "No number was received: see the unresolved orders (F4).")
}
