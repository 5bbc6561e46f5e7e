extension Bank {
    /// Answers `micro_freeze`: the same bytes again by what became of the order, other bytes with a used number by a
    /// refusal.
    mutating func microFreeze(
        _ opened: OpenedRequest, strike: ActiveFault, note: inout BankNote, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        if let refusal = strike.refusal { throw refusal }
        if strike.has(.absentState) { return absence(opened, interface: .microFreeze, style: style(strike)) }
        if let order = ledger.orders[opened.number] {
            guard order.contentCode == opened.contentCode else { throw .numberUsed }
        } else {
            if ledger.isTaken(opened.number) { throw .numberUsed }
            let order = try newOrder(opened, strike: strike, now: now)
            ledger.orders[order.number] = order
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
        _ opened: OpenedRequest, strike: ActiveFault, now: Int
    ) throws(BankRefusal) -> BankOrder {
        let code = opened.content["freeze_content"]?["author_code"]?.text ?? ""
        let digest = ledger.digest(ofCode: code)
        if ledger.usedCodes[digest] != nil { throw .codeUsed }
        if opened.platform == .wechat, let seen = ledger.seenCodes[digest], now - seen > rules.codeLifeSeconds {
            throw .codeExpired
        }
        ledger.usedCodes[digest] = opened.number
        var order = plainOrder(opened, strike: strike, now: now)
        order.shownCode = ShownCode(code)
        if strike.has(.status407Other) { makeForeign(&order) }
        return order
    }

    /// Makes an order as its request describes it, without what only a scan of one or the other side gives it.
    mutating func plainOrder(_ opened: OpenedRequest, strike: ActiveFault, now: Int) -> BankOrder {
        let freeze = opened.making ?? .null
        var order = BankOrder(
            number: opened.number, platform: opened.platform, fee: opened.fee,
            body: freeze["body"]?.text ?? "", detail: freeze["detail"]?.text, remark: freeze["remark"]?.text,
            client: BankClient(opened.content["order_client"] ?? .null), contentCode: opened.contentCode,
            freezeID: "42000003" + ledger.digits(20), made: now, course: BankCourse(strike.order, rules: rules))
        let ext = freeze["\(opened.platform.extPrefix)_freeze_content_ext"]
        for member in ext?.members ?? [] { order.extras[member.name] = member.value.text }
        if let fault = strike.order?.fault { addHistory(fault, to: &order, now: now) }
        return order
    }

    /// Makes the order another till's that had the same number first: it has another code and another device.
    mutating func makeForeign(_ order: inout BankOrder) {
        order.isForeign = true
        order.contentCode = ""
        if let code = order.authorCode {
            let kept = order.platform == .wechat ? 2 : 4
            order.shownCode = ShownCode(String(code.prefix(kept)) + ledger.digits(code.utf8.count - kept))
        }
        order.client.deviceID = "another-till"
        order.client.machineNo = "00-00-00-00-00-01"
    }
}
