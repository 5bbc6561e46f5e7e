extension Bank {
    mutating func queryFreezeOrder(
        _ opened: OpenedRequest, strike: ActiveFault, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        if let refusal = strike.refusal { throw refusal }
        let style = style(strike)
        if strike.has(.absentState) { return absence(opened, interface: .queryFreezeOrder, style: style) }
        guard let order = try visibleOrder(opened, now: now) else {
            guard rules.saysAbsenceByState else { throw .noSuchOrder }
            return absence(opened, interface: .queryFreezeOrder, style: style)
        }
        if strike.has(.status3Made) { throw .unknown }
        var answer = BankAnswer(object: freezeObject(order, opened: opened, strike: strike, isFreeze: false, now: now))
        if strike.has(.status104State) { answer.refuse() }
        ledger.orders[order.number]?.queries += 1
        return answer
    }

    /// Returns the order that a query sees; a number on the other platform is another order.
    private mutating func visibleOrder(_ opened: OpenedRequest, now: Int) throws(BankRefusal) -> BankOrder? {
        guard let order = ledger.orders[opened.number], order.platform == opened.platform else { return nil }
        if order.course.refusesQueries { throw .noSuchOrder }
        ledger.orders[opened.number]?.letCustomerAct(at: now)
        if case .queries = order.course.turn, order.turnedAt == nil, order.hasTurned(at: now) {
            ledger.orders[opened.number]?.turnedAt = now
        }
        if order.course.hiddenQueries > 0 {
            ledger.orders[opened.number]?.course.hiddenQueries -= 1
            return nil
        }
        return ledger.orders[opened.number]
    }

    /// Returns the object named after a freeze interface.
    mutating func freezeObject(
        _ order: BankOrder, opened: OpenedRequest, strike: ActiveFault, isFreeze: Bool, now: Int
    ) -> BankJSON {
        var style = style(strike)
        style.showsHistory = !isFreeze
        let shown = spoilt(order, strike: strike)
        var members: [BankJSON.Member] = [
            .init("pay_mch_key", style.merchant.payMchKey(platform: shown.platform, isFreeze: isFreeze)),
            .init("freeze_order_content", shown.freezeOrderContent(at: now, style: style)),
        ]
        if !isFreeze { members.append(.init("order_client", shown.client.json)) }
        members.append(.init("nonce_str", .text(ledger.nonce())))
        return .object(members)
    }

    /// Status 0 with the state “no such order”; there is no amount to tell.
    mutating func absence(_ opened: OpenedRequest, interface: BankInterface, style: AnswerStyle) -> BankAnswer {
        let ext = "\(opened.platform.extPrefix)_freeze_order_content_ext"
        let state = BankStage.absent.tradeState(on: opened.platform)
        let product: [BankJSON.Member] =
            opened.platform == .alipay ? [.init("product_code", .text("PRE_AUTH"))] : []
        return BankAnswer(
            object: .object([
                .init(
                    "pay_mch_key",
                    style.merchant.payMchKey(platform: opened.platform, isFreeze: interface == .microFreeze)),
                .init(
                    "freeze_order_content",
                    .object([
                        .init("out_freeze_no", .text(opened.number)),
                        .init("freeze_id", .text("")),
                        .init("trade_type", .number(1)),
                        .init("create_time", .number(0)),
                        .init("last_update_time", .number(0)),
                        .init("is_transforming", .truth(false)),
                        .init("freeze_fee", .number(0)),
                        .init("fee_type", .text("CNY")),
                        .init("cash_fee", .number(0)),
                        .init("cash_fee_type", .text("CNY")),
                        .init("body", .text("")),
                        .init(ext, .object([.init("current_trade_state", .number(state))] + product)),
                    ])),
                .init("nonce_str", .text(ledger.nonce())),
            ]))
    }

    func style(_ strike: ActiveFault) -> AnswerStyle {
        var style = AnswerStyle(merchant: rules.merchant, showsHistory: true, forms: rules.forms)
        guard let rule = strike.answer else { return style }
        if rule.fault == .noExt { style.exts = .none }
        if rule.fault == .bothExts { style.exts = .both }
        if rule.fault == .state { style.stage = .number(rule.number(or: 9)) }
        if rule.fault == .otherMerchant { style.merchant = rules.merchant.other }
        return style
    }

    func spoilt(_ order: BankOrder, strike: ActiveFault) -> BankOrder {
        var order = order
        if strike.has(.otherNumber) { order.number = Self.otherNumber(order.number) }
        if strike.has(.otherAmount) { order.fee += 1 }
        if strike.has(.otherPlatform) { order.platform = order.platform.other }
        return order
    }
}
