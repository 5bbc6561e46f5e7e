import PayEngine

extension Phrase {
    // MARK: - Amount

    static func orderFormTitle(_ purpose: OrderDraft.Purpose) -> Phrase {
        switch purpose {
        case .release: Phrase("退押金（解冻）", "Release a deposit")
        case .consume: Phrase("押金消费（扣款）", "Charge a deposit")
        }
    }
    static func orderFormPrompt(_ purpose: OrderDraft.Purpose) -> Phrase {
        switch purpose {
        case .release: Phrase("退还金额（元），按 Enter", "How much goes back (yuan), then Enter")
        case .consume: Phrase("扣款金额（元），按 Enter", "How much is charged (yuan), then Enter")
        }
    }
    static let remarkPrompt = Phrase("备注（可不填，下键到这里）", "Remark (may stay empty; Down leads here)")
    static let deposit = Phrase("押金单号", "Deposit")
    static let approver = Phrase("批准人", "Approved by")

    static func kind(_ kind: Order.Kind) -> Phrase {
        switch kind {
        case .freeze: deposit
        case .release: Phrase("解冻单号", "Release")
        case .consume: Phrase("消费单号", "Consume")
        }
    }

    /// Returns what can be chosen here, and what cannot.
    static func rule(_ draft: OrderDraft, allowsPart: Bool) -> Phrase {
        switch (draft.purpose, draft.target.platform) {
        case (.release, .wechat):
            allowsPart
                ? Phrase("已填全部剩余，可以改。", "All that is left stands there; it can be changed.")
                : Phrase("微信支付只能一次退还全部。", "WeChat Pay gives a deposit back whole only.")
        case (.release, .alipay): Phrase("已填全部剩余，可以改。", "All that is left stands there; it can be changed.")
        case (.consume, .wechat):
            Phrase(
                "微信支付：其余部分随即退还顾客，不能撤销。", "WeChat Pay: the rest goes back at once, and that can't be undone.")
        case (.consume, .alipay):
            draft.keepsRest
                ? Phrase("其余部分：继续冻结。按 F6 改为随即退还。", "The rest: stays frozen. F6 gives it back at once instead.")
                : Phrase("其余部分：随即退还顾客。按 F6 改为继续冻结。", "The rest: goes back at once. F6 keeps it frozen instead.")
        }
    }
    static func aboveLeft(_ left: Fen) -> Phrase {
        Phrase("超过剩余的 ￥\(left.yuan)，不能办理。", "Refused: that is above the CNY \(left.yuan) that is left.")
    }
    static func onlyWhole(_ left: Fen) -> Phrase {
        Phrase(
            "微信支付只能一次退还全部 ￥\(left.yuan)。", "WeChat Pay gives a deposit back whole: all of CNY \(left.yuan).")
    }
    static let scanIsNoAmount = Phrase(
        "这次扫码无效，没有扣款。请输入金额。", "That scan counts for nothing: no money was taken. Type an amount.")

    static let nothingHeld = Phrase("这一单没有冻结的钱。", "Nothing of this order is held.")
    /// Returns why nothing of a deposit can be given back or kept, by its outcome: of an open one nobody knows what is
    /// held.
    static func notHeld(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .unknown:
            Phrase(
                "这一单结果未知，现在不能退也不能扣。先按 F4 处理。",
                "The order's outcome is not known: nothing can be given back or kept now. See F4 first.")
        case .waiting:
            Phrase(
                "顾客还没有输入密码或确认，现在不能退也不能扣。",
                "The customer still has to type the password or confirm: nothing can be given back or kept now.")
        case .done: nothingHeld
        case .refused, .notSent, .over:
            Phrase(
                "这一单没有冻结的钱（\(shortState(outcome).chinese)）。",
                "Nothing of this order is held (\(shortState(outcome).english)).")
        }
    }
    static let otherIsOpen = Phrase(
        "这笔押金还有一笔解冻或消费结果未知，先按 F4 处理。",
        "A release or consume of this deposit has no known outcome: see F4 first.")

    // MARK: - Confirmation

    static func purpose(_ purpose: OrderDraft.Purpose, _ amount: Fen) -> Phrase {
        switch purpose {
        case .release: Phrase("解冻 ￥\(amount.yuan)", "Release CNY \(amount.yuan)")
        case .consume: Phrase("消费 ￥\(amount.yuan)", "Consume CNY \(amount.yuan)")
        }
    }
    static func frozenAndLeft(frozen: Fen, left: Fen) -> Phrase {
        Phrase("押金 ￥\(frozen.yuan)，剩余 ￥\(left.yuan)", "of CNY \(frozen.yuan), CNY \(left.yuan) left")
    }
    static let whatHappens = Phrase("确认后", "What happens")

    static func consequences(_ draft: OrderDraft) -> [(Phrase, Role)] {
        let amount = draft.amount.yuan
        let rest = draft.rest.yuan
        switch draft.purpose {
        case .release where draft.rest == .zero:
            return [
                (Phrase("全部 ￥\(amount) 退回顾客，押金结清。", "The customer gets all of CNY \(amount) back."), .strong),
                (.cannotFreezeAgain, .text),
            ]
        case .release:
            return [
                (Phrase("顾客拿回 ￥\(amount)。", "The customer gets CNY \(amount) back."), .strong),
                (Phrase("￥\(rest) 继续冻结。", "CNY \(rest) stays frozen."), .strong), (.cannotFreezeAgain, .text),
            ]
        case .consume:
            return [(Phrase("商户收取 ￥\(amount)。", "The shop keeps CNY \(amount) as a sale."), .strong)]
                + afterConsume(draft, rest)
        }
    }

    private static func afterConsume(_ draft: OrderDraft, _ rest: String) -> [(Phrase, Role)] {
        guard draft.rest > .zero else {
            return [(Phrase("没有其余部分，押金结清。", "Nothing is left of the deposit then."), .strong)]
        }
        switch (draft.target.platform, draft.keepsRest) {
        case (.alipay, true):
            return [
                (
                    Phrase(
                        "其余 ￥\(rest) 继续冻结，以后再解冻或消费。",
                        "The rest, CNY \(rest), stays frozen until it is released or consumed."), .strong
                )
            ]
        case (.alipay, false):
            return [
                (
                    Phrase(
                        "其余 ￥\(rest) 随即退还顾客，不能撤销。",
                        "The rest, CNY \(rest), goes back to the customer at once. That can't be undone."), .strong
                )
            ]
        case (.wechat, _):
            return [
                (
                    Phrase(
                        "微信支付：其余 ￥\(rest) 随即退还顾客，不能撤销。",
                        "WeChat Pay gives the rest, CNY \(rest), back at once. That can't be undone."), .strong
                )
            ]
        }
    }
    private static let cannotFreezeAgain = Phrase("退还之后不能再冻结。", "What went back can't be frozen again.")

    static func orderFormConfirm(_ purpose: OrderDraft.Purpose) -> Phrase {
        switch purpose {
        case .release: Phrase("按 F9 确认解冻，按 Esc 返回。", "F9 releases it, Esc goes back.")
        case .consume: Phrase("按 F9 确认消费，按 Esc 返回。", "F9 consumes it, Esc goes back.")
        }
    }

    // MARK: - Progress and result

    static func heldBack(seconds: Int) -> Phrase { Phrase("\(seconds) 秒后退还", "RELEASED IN \(seconds) S") }
    static let heldBackWhy = Phrase(
        "微信支付冻结后 15 秒内不能退还；还没有发送。", "WeChat Pay takes it 15 s after the freeze; nothing is sent yet.")
    static func heldBackWaiting(seconds: Int) -> Phrase {
        Phrase(
            "微信支付冻结后 15 秒内不能退还：\(seconds) 秒后发送。",
            "WeChat Pay takes no release within 15 seconds of the freeze: it is sent in \(seconds) seconds.")
    }
    static let orderPreparing = Phrase("正在核对剩余", "CHECKING WHAT IS LEFT")
    static func orderUnderWay(_ purpose: OrderDraft.Purpose) -> Phrase {
        switch purpose {
        case .release: Phrase("解冻已发送，等待结果", "RELEASE SENT, WAITING")
        case .consume: Phrase("消费已发送，等待结果", "CONSUME SENT, WAITING")
        }
    }
    static let orderProgressHint = Phrase(
        "不能取消。不必等：按 F2 先收下一位，有结果会在上方提示。",
        "It cannot be taken back. No need to wait: F2 serves the next customer, a banner tells the result.")
    static let notMadeHint = Phrase(
        "还没有发送：按 Esc 取消。不必等：按 F2 先收下一位，有结果会在上方提示。",
        "Nothing was sent yet: Esc takes it back. No need to wait: F2 serves the next customer, a banner tells the "
            + "result.")
    static let orderProgressTitle = Phrase("解冻和消费：进行中", "Release or consume: in progress")
    static let orderResultTitle = Phrase("解冻和消费：结果", "Release or consume: result")
    static func stillHeld(_ left: Fen) -> Phrase {
        left == .zero ? Phrase("没有剩余", "nothing is left") : Phrase("还冻结 ￥\(left.yuan)", "CNY \(left.yuan) left")
    }
    /// Returns the big line where the reports ended without an outcome, whatever the order was reported as before.
    static func unknownHeadline(_ order: DepositOrder) -> Phrase {
        switch order.kind {
        case .release: Phrase("解冻结果未知", "RELEASE: OUTCOME UNKNOWN")
        case .consume: Phrase("消费结果未知", "CONSUME: OUTCOME UNKNOWN")
        case .freeze: headline(.unknown)
        }
    }
    static let notTried = Phrase("未办理", "NOT TRIED")
    static let nextAfterNotTried = Phrase(
        "钱没有变动。按 Esc 返回改正。", "No money moved. Esc goes back to correct it.")
    static let nextUnknown = Phrase(
        "先按 F3 查单，或到手机端商户管理系统核对。结果确认之前，不要重新办理。"
            + "（通过订单查询确认支付结果或手机端商户管理系统确认支付结果）",
        "Look the order up (F3) or check it on the merchant's phone console. Do not repeat it before.")
    /// Tells a late order by what was told before.
    static func lateOrder(_ order: DepositOrder) -> Phrase {
        order.closing == nil
            ? Phrase("之前未成功，后来发现已经办成。", "It was told as not done, and turned out to be done.")
            : Phrase(
                "之前结果未知，已人工关闭，后来发现已经办成。", "It was closed by hand as unknown, and turned out to be done.")
    }

    /// The platform has taken it; that is not yet the customer's account.
    private static let whenItArrives = Phrase(
        "微信零钱、支付宝余额约 20 分钟内到账，银行卡几小时至 3 个工作日。",
        "A wallet has it within about 20 minutes, a bank card within hours to 3 working days.")

    /// Returns what the clerk does after a release or a consume.
    static func next(_ order: DepositOrder) -> Phrase {
        let left = order.deposit.left
        switch (order.kind, order.outcome) {
        case (.freeze, let outcome): return next(outcome)
        case (_, .unknown), (_, .waiting), (_, .over): return nextUnknown
        case (.release, .done):
            guard left > .zero else {
                guard order.deposit.consumed > .zero else {
                    return Phrase(
                        "全部正在退回顾客，押金已结清。\(whenItArrives.chinese)",
                        "All of it is on its way back to the customer. \(whenItArrives.english)")
                }
                return Phrase(
                    "￥\(order.fee.yuan) 正在退回顾客，押金已结清。\(whenItArrives.chinese)",
                    "CNY \(order.fee.yuan) is on its way back; nothing is left. \(whenItArrives.english)")
            }
            return Phrase(
                "￥\(order.fee.yuan) 正在退回顾客，还冻结 ￥\(left.yuan)。\(whenItArrives.chinese)",
                "CNY \(order.fee.yuan) is on its way back; CNY \(left.yuan) is still frozen. "
                    + whenItArrives.english
            )
        case (.consume, .done):
            guard left > .zero else {
                guard order.deposit.released > .zero else {
                    return Phrase(
                        "已收取 ￥\(order.fee.yuan)，押金已结清。", "CNY \(order.fee.yuan) was kept; nothing is left.")
                }
                return Phrase(
                    "已收取 ￥\(order.fee.yuan)，其余正在退回顾客，押金已结清。",
                    "CNY \(order.fee.yuan) was kept, the rest is on its way back to the customer; nothing is left.")
            }
            return Phrase(
                "已收取 ￥\(order.fee.yuan)，还冻结 ￥\(left.yuan)，以后再解冻或消费。",
                "CNY \(order.fee.yuan) was kept; CNY \(left.yuan) stays frozen until it is released or consumed.")
        case (_, .refused):
            if case .callerWrong = order.reason {
                return Phrase(
                    "钱没有变动。重新办理也不会成功，请先联系技术人员。",
                    "No money moved. Doing it again will not work either: call the engineer first.")
            }
            return Phrase("钱没有变动。看清原因再决定是否重新办理。", "No money moved. Mind the reason before you try again.")
        case (_, .notSent):
            if case .noConnection(let detail) = order.reason, ConnectionFault.isOfTrust(detail) {
                return Phrase(
                    "没有发送，钱没有变动。重新办理也不会成功，请先联系技术人员。",
                    "Nothing left the till and no money moved. Doing it again will not work: call the engineer first.")
            }
            return Phrase(
                "没有发送，钱没有变动。检查网络后重新办理。", "Nothing left the till and no money moved. Check the network first.")
        }
    }
}
