import PayEngine

extension Phrase {
    static let resultTitle = Phrase("押金结果", "Deposit: result")

    /// The big line.
    static func headline(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .frozen: Phrase("已冻结", "FROZEN")
        case .waiting: Phrase("等待用户输入密码中", "WAITING FOR THE CUSTOMER'S PASSWORD")
        case .refused: Phrase("未冻结", "NOT FROZEN")
        case .unknown: Phrase("结果未知", "OUTCOME UNKNOWN")
        case .notSent: Phrase("未发送", "NOT SENT")
        case .over: Phrase("已结束（曾冻结）", "OVER (WAS FROZEN)")
        }
    }

    /// What the clerk does now.
    static func next(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .frozen: Phrase("押金已冻结，可以交付。", "The deposit is held: hand over the goods.")
        case .waiting: Phrase("请顾客在手机上输入密码或确认。", "The customer has to type the password on the phone.")
        case .refused:
            Phrase(
                "没有冻结任何钱。可以请顾客出示新的付款码，按 F2 再收一次。",
                "No money is held. Ask for a new payment code and take the deposit again with F2.")
        case .unknown:
            Phrase(
                "通过订单查询确认支付结果或手机端商户管理系统确认支付结果。确认之前不要再收一次。",
                "Look the order up (F3) or check it on the merchant's phone console. Take no second deposit before."
            )
        case .notSent:
            Phrase(
                "请求没有发出，没有冻结任何钱。检查网络后按 F2 再收一次。",
                "Nothing left the till and no money is held. Check the network, then take the deposit again with F2.")
        case .over:
            Phrase(
                "曾经冻结，已全部解冻或消费，现在没有冻结的钱。", "It was frozen; all of it was released or consumed. Nothing is held now.")
        }
    }

    static let nextAfterRejection = Phrase(
        "没有建立订单，没有冻结任何钱。改正后按 F2 再收一次。", "No order was made and no money is held. Put it right, then F2.")
    static let seenBefore = Phrase(
        "这个付款码一天之内已经扫过。这是当时那一单，没有再次发送。",
        "This code was scanned within a day already. Here is that order; nothing was sent again.")
    static let nextAfterSeenBefore = Phrase(
        "没有新的冻结。按 F3 查这一单；要再收一笔，请顾客出示新的付款码。",
        "Nothing new was frozen. F3 looks that order up; a further deposit needs a new payment code.")
    static let lateSuccess = Phrase(
        "之前未成功，后来发现已冻结，顾客可能已离开。若不需要，请全额解冻：按 F7，已填全部金额。",
        "It turned out to be frozen after all. The customer may have left: F7 releases all of it if it is not wanted."
    )
    static let lateSuccessHeadline = Phrase("后来已冻结（之前未成功）", "FROZEN AFTER ALL")
    static let broughtToNoEnd = Phrase("没有等到结果。", "The result did not come.")
    static let numberUnknown = Phrase("没有得到单号，请看未决列表（F4）。", "No number came: see the open questions (F4).")

    static func rejection(_ rejection: FreezeRejection) -> Phrase {
        switch rejection {
        case .amountIsZero: amountIsZero
        case .aboveMaximum(let maximum): aboveMaximum(maximum)
        case .unknownStaff(let id):
            Phrase("配置里没有工号 \(id.printable)。", "The configuration lists no staff \(id.printable).")
        case .fieldTooLong(let name, let limit, let found):
            Phrase(
                "\(name.printable) 太长：\(found) 字节，最多 \(limit)。",
                "\(name.printable) is too long: \(found) bytes, at most \(limit).")
        case .holdsPaymentCode(let field):
            Phrase(
                "\(field.printable) 里有付款码，不能保存，也没有发送。",
                "There is a payment code in \(field.printable): it must not be kept, and nothing was sent.")
        case .gatewayClockUnknown:
            Phrase(
                "问不到网关的时间，不能限定二维码的有效期。没有发送。",
                "The gateway does not tell the time, so that the code could not be made to end. Nothing was sent.")
        case .notOnPlatform(let field, let platform):
            Phrase(
                "\(Phrase.platform(platform).chinese)不接受 \(field)，没有发送。",
                "\(Phrase.platform(platform).english) does not take \(field) with this order. Nothing was sent.")
        case .journal(let trouble):
            Phrase(
                "流水写不进去，所以没有发送：\(trouble.printable)",
                "The journal cannot be written, so nothing was sent: \(trouble.printable)")
        }
    }
}
