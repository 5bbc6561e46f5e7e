extension BankMovement {
    /// One of `unfreeze_order_content`. `trade_state` is not documented and 4 in the published example.
    func unfreezeOrderContent(
        of deposit: BankOrder?, platform: BankPlatform, at now: Int, style: AnswerStyle
    ) -> BankJSON {
        let members: [BankJSON.Member] = [
            .init("out_freeze_no", .text(freezeNumber)),
            .init("out_unfreeze_no", .text(number)),
            .init("unfreeze_id", .text("")),
            .init("trade_type", .number(1)),
            .init("time_end", .number(0)),
            .init("nonce_str", .text(nonce)),
            .init("create_time", .number(made)),
            .init("last_update_time", .number(made == 0 ? 0 : made + 1)),
            .init("is_transforming", .truth(course.isTransforming && !hasTurned(at: now))),
            .init("unfreeze_fee", .number(fee)),
            .init("remark", .text(remark ?? "")),
            .init("freeze_id", .text(deposit?.freezeID ?? "")),
            .init("fee_type", .text("CNY")),
            .init("trade_state", .number(4)),
        ]
        return .object(members + exts("unfreeze_order_content_ext", platform: platform, at: now, style: style))
    }

    /// `order_content` of a consume.
    func orderContent(
        of deposit: BankOrder?, platform: BankPlatform, at now: Int, style: AnswerStyle
    ) -> BankJSON {
        let stage = stage(at: now)
        let isDone = stage.isEffective
        var members: [BankJSON.Member] = [
            .init("out_trade_no", .text(number)),
            .init("transaction_id", .text(isDone ? "42000004" + number.suffix(8) : "")),
            .init("trade_type", .number(1)),
            .init("time_end", .number(isDone ? made + 1 : 0)),
            .init("create_time", .number(made)),
            .init("last_update_time", .number(made == 0 ? 0 : max(now, made))),
            .init("total_fee", .number(fee)),
            .init("fee_type", .text("CNY")),
            .init("cash_fee", .number(fee)),
            .init("settlement_total_fee", .number(fee)),
            .init("refunded_fee", .number(stage == .refunded ? fee : 0)),
            .init("body", .text(body ?? "")),
            .init("remark", .text(remark ?? "")),
            .init("is_deposit_mode", .truth(true)),
            .init("is_confirm_unfreeze", .truth(confirmsRelease)),
        ]
        if let deposit {
            members += [
                .init("out_freeze_no", .text(deposit.number)),
                .init("freeze_fee", .number(deposit.fee)),
                .init("manual_unfreeze_fee", .number(deposit.releasedByHand(at: now))),
                .init("freeze_id", .text(deposit.freezeID)),
            ]
        }
        return .object(members + exts("order_content_ext", platform: platform, at: now, style: style))
    }

    private func exts(
        _ name: String, platform: BankPlatform, at now: Int, style: AnswerStyle
    ) -> [BankJSON.Member] {
        let platforms: [BankPlatform] =
            switch style.exts {
            case .own: [platform]
            case .none: []
            case .both: [platform, platform.other]
            }
        return platforms.map { platform in
            let own = stage(at: now).tradeState(of: kind, on: platform)
            let state = style.stage?.tradeState(on: platform) ?? own
            return .init("\(platform.extPrefix)_\(name)", .object([.init("current_trade_state", .number(state))]))
        }
    }
}
