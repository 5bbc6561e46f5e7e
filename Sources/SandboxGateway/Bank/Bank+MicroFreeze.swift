extension Bank {
    /// micro_freeze: the same bytes again are answered by what became of the order, other bytes with a used number
    /// are refused.
    mutating func microFreeze(
        _ opened: OpenedRequest, strike: Strike, note: inout BankNote, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        if let refusal = strike.refusal { throw refusal }
        if strike.has(.absentState) { return absence(opened, interface: .microFreeze, style: style(strike)) }
        if let order = ledger.orders[opened.number] {
            guard order.contentCode == opened.contentCode else { throw .numberUsed }
        } else {
            let order = try newOrder(opened, strike: strike, now: now)
            ledger.orders[order.number] = order
            ledger.usedCodes[order.authorCode] = order.number
            note.madeOrder = true
            if order.isForeign { throw .numberUsed }
        }
        guard let order = ledger.orders[opened.number] else { throw .unknown }
        if strike.has(.status3Made) { throw .unknown }
        var answer = BankAnswer(object: freezeObject(order, opened: opened, strike: strike, isFreeze: true, now: now))
        if strike.has(.status104State) { answer.refuse() }
        return answer
    }

    private mutating func newOrder(
        _ opened: OpenedRequest, strike: Strike, now: Int
    ) throws(BankRefusal) -> BankOrder {
        let freeze = opened.content["freeze_content"] ?? .null
        let code = freeze["author_code"]?.text ?? ""
        if ledger.usedCodes[code] != nil { throw .codeUsed }
        if opened.platform == .wechat, let seen = ledger.seenCodes[code], now - seen > rules.codeLifeSeconds {
            throw .codeExpired
        }
        var order = BankOrder(
            number: opened.number, platform: opened.platform, authorCode: code,
            fee: freeze["freeze_fee"]?.whole ?? 0, body: freeze["body"]?.text ?? "", detail: freeze["detail"]?.text,
            remark: freeze["remark"]?.text, client: BankClient(opened.content["order_client"] ?? .null),
            contentCode: opened.contentCode, freezeID: "42000003" + ledger.digits(20), made: now,
            course: BankCourse(strike.order, rules: rules))
        let ext = freeze["\(opened.platform.extPrefix)_freeze_content_ext"]
        for member in ext?.members ?? [] { order.extras[member.name] = member.value.text }
        if strike.has(.status407Other) { makeForeign(&order) }
        if let fault = strike.order?.fault { addHistory(fault, to: &order, now: now) }
        return order
    }

    /// Another till had the same number first: its order has another code and another device.
    private mutating func makeForeign(_ order: inout BankOrder) {
        order.isForeign = true
        order.contentCode = ""
        let kept = order.platform == .wechat ? 2 : 4
        order.authorCode = String(order.authorCode.prefix(kept)) + ledger.digits(order.authorCode.utf8.count - kept)
        order.client.deviceID = "another-till"
        order.client.machineNo = "00-00-00-00-00-01"
    }

    private mutating func addHistory(_ fault: Fault, to order: inout BankOrder, now: Int) {
        if fault == .history {
            addRelease(fee: order.fee, .failed, remark: "余额不足", to: &order, now: now)
            addRelease(fee: order.fee / 3, .released, remark: "test", to: &order, now: now)
            addRelease(fee: order.fee / 6, .released, remark: nil, to: &order, now: now)
        }
        if fault == .historyOver {
            addRelease(fee: order.fee, .failed, remark: "系统繁忙", to: &order, now: now)
            addRelease(fee: order.fee, .released, remark: "全部解冻", to: &order, now: now)
        }
        if fault == .historyConsumed {
            order.consumed = max(1, order.fee / 3)
            order.releasedByItself = order.fee - order.consumed
        }
    }

    private mutating func addRelease(
        fee: Int, _ state: BankRelease.State, remark: String?, to order: inout BankOrder, now: Int
    ) {
        guard fee > 0 else { return }
        order.releases.append(
            BankRelease(
                number: rules.prefix + "2" + ledger.digits(10), fee: fee, state: state, made: now, remark: remark,
                client: order.client, nonce: String(ledger.nonce().prefix(16))))
    }
}
