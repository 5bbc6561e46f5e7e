import PayEngine

extension Phrase {
    /// Returns why an order has its outcome.
    static func reason(_ reason: Reason) -> Phrase {
        switch reason {
        case .held: Phrase("支付平台：资金已冻结。", "The platform says that the money is held.")
        case .inProgress: Phrase("已发送，还没有应答。", "It was sent; no answer came yet.")
        case .customerTyping: Phrase("顾客正在输入密码或确认。", "The customer is typing the password or confirming.")
        case .customerScanning: Phrase("等顾客扫码。", "The customer has not scanned the code yet.")
        case .failedAtPlatform: Phrase("支付平台：处理失败。", "The platform says that it failed.")
        case .carriedOut: Phrase("支付平台：已完成。", "The platform says that it is done.")
        case .totalsMoved:
            Phrase(
                "押金的金额已有变动，为免重复不再发送。", "The deposit's totals have moved: it is not sent again, lest it count twice.")
        case .customerStopped: Phrase("顾客取消了支付。", "The customer stopped the payment.")
        case .paymentError: Phrase("支付失败（例如余额不足）。", "The payment failed (insufficient balance, for example).")
        case .closedUnpaid: Phrase("订单未支付，已关闭。", "The order was closed before it was paid.")
        case .refusedByGateway(let verdict): Phrase("网关拒绝。", "The gateway refused.").adding(verdict)
        case .callerWrong(let verdict):
            Phrase("密钥或参数错误，请联系技术人员。", "The gateway says that our key or parameters are wrong: call the engineer.")
                .adding(verdict)
        case .newNumberNeeded(let verdict):
            Phrase("这个单号不能用，请重新办理。", "This number cannot be used: do it again with a new one.").adding(verdict)
        case .neverArrived: Phrase("支付平台没有这一单。", "The platform does not know the order.")
        case .notThereYet: Phrase("支付平台暂时还没有这一单。", "The platform does not know the order yet.")
        case .noConnection(let detail):
            Phrase(
                "连不上网关：\(Phrase.connection(detail).chinese)",
                "No connection to any gateway: \(Phrase.connection(detail).english)")
        case .nextBase(let detail):
            Phrase(
                "这个网关连不上，换下一个：\(Phrase.connection(detail).chinese)",
                "No connection to one gateway, the next is tried: \(Phrase.connection(detail).english)")
        case .noAnswer(let detail):
            Phrase(
                "可能已发送，但没有收到完整的应答：\(Phrase.connection(detail).chinese)",
                "It may have been sent, but no whole answer came: \(Phrase.connection(detail).english)")
        case .unbelievable(let kind):
            Phrase("收到的应答不可信（\(kind.rawValue)）。", "The answer cannot be believed (\(kind.rawValue)).")
        case .numberUsedBefore(let verdict):
            Phrase("网关说这个单号用过。", "The gateway says that the number was used before.").adding(verdict)
        case .gatewayUndecided(let verdict) where verdict.status == 101:
            Phrase(
                "网关不认这个请求：单号不是本商户的，或本机的密钥、参数有误。请联系技术人员。",
                "The gateway does not accept the request: the number is not this merchant's, or the till's key or "
                    + "parameters are wrong. Call the engineer."
            ).adding(verdict)
        case .gatewayUndecided(let verdict):
            Phrase("网关还没有定论。", "The gateway has not decided.").adding(verdict)
        case .beingMade: Phrase("网关还在处理。", "The gateway is still working on it.")
        case .refundedOrClosed:
            Phrase(
                "支付宝显示这笔消费已退款或已关闭，是否成功过还不能确定。",
                "Alipay shows the consume as refunded or closed; whether it was done before is not certain.")
        case .unrecognisedState(let state):
            Phrase(
                "网关给出了无法识别的状态（\(state.map(String.init) ?? "-")）。",
                "The gateway told a state that is not known here (\(state.map(String.init) ?? "-")).")
        case .journalMoved(let file):
            Phrase(
                "\(moved(file).chinese)应答没有记进现用的流水，不算数。",
                "\(moved(file).english) The answer is not in the journal that the till will read, so it does not count."
            )
        case .journalFailed(let detail):
            Phrase(
                "应答无法写入流水，不算数：\(journalTrouble(detail).chinese)",
                "The answer could not be written to the journal: \(journalTrouble(detail).english)")
        case .releasedOrConsumed: Phrase("已全部退还或扣款。", "All of it was released or consumed.")
        }
    }

    /// Returns the gateway's own numbers and words behind ours.
    func adding(_ verdict: GatewayVerdict) -> Phrase {
        var numbers = "\(verdict.status)"
        if let internalStatus = verdict.internalStatus { numbers += "/\(internalStatus)" }
        let words = verdict.text.map { " \($0.printable)" } ?? ""
        return Phrase("\(chinese)[\(numbers)\(words)]", "\(english) [\(numbers)\(words)]")
    }
}
