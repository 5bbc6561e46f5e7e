import PayEngine

extension Phrase {
    /// Returns why an order was not even tried.
    static func rejection(_ rejection: OrderRejection) -> Phrase {
        switch rejection {
        case .platformNeeded: platformOptionNeeded
        case .noSuchDeposit:
            Phrase("没有发送：支付平台没有这一单押金。", "Nothing was sent: the platform knows no such deposit.")
        case .gatewayDown(let detail):
            Phrase(
                "没有发送：网关不通：\(Phrase.connection(detail).chinese)",
                "Nothing was sent, the gateway is down: \(Phrase.connection(detail).english)")
        case .undecided(let reason):
            Phrase(
                "没有发送，请再试：问不到还剩多少。\(Phrase.reason(reason).chinese)",
                "Nothing was sent, try again: what is left could not be found out. \(Phrase.reason(reason).english)")
        case .notHeld(let outcome):
            Phrase("没有发送：\(notHeld(outcome).chinese)", "Nothing was sent. \(notHeld(outcome).english)")
        case .otherIsOpen(let order): otherIsOpen(order)
        case .amountIsZero: amountIsZero
        case .withdrawn: Phrase("已取消，没有发送，钱没有变动。", "Taken back: nothing was sent and no money moved.")
        case .wrongNumber: noDepositNumber
        case .refusedToTell(let verdict):
            Phrase("没有发送：网关拒绝回答。", "Nothing was sent: the gateway refused to tell of it.").adding(verdict)
        case .aboveLeft(let left):
            Phrase("没有发送：只剩 \(left) 元。", "Nothing was sent: only \(left) yuan are left.")
        case .onlyWhole(let left):
            Phrase(
                "没有发送：微信支付的押金只能全额解冻（\(left) 元）。",
                "Nothing was sent: WeChat Pay releases the whole deposit only (\(left) yuan).")
        case .cannotKeepRest:
            Phrase(
                "没有发送：微信支付消费后不能保留剩余的冻结。",
                "Nothing was sent: WeChat Pay cannot leave the rest frozen after a sale.")
        case .approval(let refusal): Phrase.refusal(refusal, of: .release)
        case .aboveMaximum(let maximum): aboveMaximum(maximum)
        case .unknownStaff(let id):
            Phrase("配置里没有工号 \(id.repeatable)。", "The configuration lists no staff \(id.repeatable).")
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
        case .noRandomBytes: wanting(.randomness)
        case .journal(let trouble):
            Phrase(
                "无法写入流水，所以没有发送：\(journalTrouble(trouble).chinese)",
                "The journal cannot be written, so nothing was sent: \(journalTrouble(trouble).english)")
        case .journalMoved(let file):
            Phrase(
                "没有发送：\(moved(file).chinese)请退出并重新打开收银程序，或联系技术人员。",
                "Nothing was sent: \(moved(file).english) Leave the till and open it again, or call the engineer.")
        }
    }

    static let amountIsZero = Phrase("金额不能是 0，没有发送。", "An amount cannot be 0. Nothing was sent.")

    private static func otherIsOpen(_ order: DepositOrder) -> Phrase {
        Phrase(
            "没有发送：这一单押金还有一笔没有结果（\(Phrase.shortState(order).chinese)，单号 \(order.number)），"
                + "等它有了结果再做，否则可能重复。",
            "Nothing was sent: another one of this deposit has no outcome yet (\(Phrase.shortState(order).english), "
                + "number \(order.number)). Wait for it: a second one could count twice.")
    }
}
