extension BankOrder {
    /// Makes the `freeze_order_content`, with the fields of the published example.
    func freezeOrderContent(at now: Int, style: AnswerStyle) -> BankJSON {
        var stage = style.stage ?? stage(at: now)
        if !style.showsHistory, stage == .over { stage = .frozen }
        let wasFrozen = stage == .frozen || stage == .over
        let isBare = style.forms.has(.bareFreezes)
        var members: [BankJSON.Member] = [
            .init("out_freeze_no", .text(number)),
            .init("trade_type", .number(scan == nil ? 1 : 2)),
            .init("author_code", .text(authorCode ?? "")),
            .init("time_expire", .number(scan?.expires ?? made + 120)),
            .init("time_end", .number(wasFrozen ? timeEnd(style.forms) : 0)),
            .init("create_time", .number(made)),
            .init("last_update_time", .number(max(now, made))),
            .init("is_transforming", .truth(course.isTransforming && !hasTurned(at: now))),
            .init("freeze_fee", .number(fee)),
            .init("fee_type", .text("CNY")),
            .init("cash_fee", .number(fee)),
            .init("cash_fee_type", .text("CNY")),
            .init("settlement_total_fee", .number(fee)),
            .init("body", .text(body)),
            .init("detail", .text(detail ?? "")),
            .init("remark", .text(Self.shortened(remark ?? ""))),
        ]
        if !isBare { members.insert(.init("freeze_id", .text(wasFrozen ? freezeID : "")), at: 1) }
        if style.showsHistory, !isBare { members += totals(at: now, forms: style.forms) }
        return .object(members + exts(stage: stage, wasFrozen: wasFrozen, style: style))
    }

    /// Shortens a remark: a request's has no published limit, an answer's has 127 bytes.
    private static func shortened(_ remark: String) -> String {
        var text = remark
        while text.utf8.count > 127 { text.removeLast() }
        return text
    }

    /// Returns the `time_end`: a second after the freeze, as in the published example, unless it is to be earlier.
    private func timeEnd(_ forms: AnswerForms) -> Int { frozenAt + 1 - forms.seconds(.timeEndBack) }

    /// Makes the totals; which sum holds the rest that a consume released is not published.
    private func totals(at now: Int, forms: AnswerForms) -> [BankJSON.Member] {
        let isRestByHand = forms.has(.restByHand)
        let rest = releasedWithConsumes(at: now)
        return [
            .init("total_consume_fee", .number(consumed(at: now))),
            .init("total_manual_unfreeze_fee", .number(releasedByHand(at: now) + (isRestByHand ? rest : 0))),
            .init("total_auto_unfreeze_fee", .number((releasedByTime ?? 0) + (isRestByHand ? 0 : rest))),
            .init("total_refund_fee", .number(refunded(at: now))),
        ]
    }

    private func exts(stage: BankStage, wasFrozen: Bool, style: AnswerStyle) -> [BankJSON.Member] {
        let own = ext(of: platform, stage: stage, wasFrozen: wasFrozen)
        switch style.exts {
        case .own: return [own]
        case .none: return []
        case .both: return [own, ext(of: platform.other, stage: stage, wasFrozen: wasFrozen)]
        }
    }

    private func ext(of platform: BankPlatform, stage: BankStage, wasFrozen: Bool) -> BankJSON.Member {
        var members: [BankJSON.Member] = [
            .init("current_trade_state", .number(stage.tradeState(on: platform)))
        ]
        switch platform {
        case .wechat:
            members.append(.init("bank_type", .text(wasFrozen ? "CFT" : "")))
        case .alipay:
            members.append(.init("product_code", .text("PRE_AUTH")))
            members.append(.init("settle_fee_type", .text("CNY")))
        }
        for (name, value) in extras.sorted(by: { $0.key < $1.key }) { members.append(.init(name, .text(value))) }
        return .init("\(platform.extPrefix)_freeze_order_content_ext", .object(members))
    }
}

extension BankMerchant {
    /// Makes the `pay_mch_key` of an answer, with the names that only the examples have.
    func payMchKey(platform: BankPlatform, isFreeze: Bool) -> BankJSON {
        var members: [BankJSON.Member] = [
            .init("pay_platform", .number(platform.rawValue)),
            .init("out_mch_id", .text(outMchID)),
            .init("out_sub_mch_id", .text(outSubMchID)),
            .init("out_shop_id", .text(outShopID)),
            .init("sub_pay_platform", .number(platform.subPlatform)),
        ]
        switch platform {
        case .wechat:
            let second =
                isFreeze
                ? BankJSON.Member("open_id", .text("ovJrDwsjamQql-k7Zr1Q-EaKFQ0k"))
                : BankJSON.Member("sub_app_id", .text(""))
            members.append(
                .init("wxpay_pay_mch_key_ext", .object([.init("app_id", .text("wx998fa95558590e1c")), second])))
        case .alipay:
            members.append(.init("alipay_pay_mch_key_ext", .object([.init("user_id", .text("2088102146225135"))])))
        }
        return .object(members)
    }
}
