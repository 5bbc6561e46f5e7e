extension Bank {
    /// Answers `unfreeze` and `deposit_consume`: a number is one release or consume for ever.
    ///
    /// The same bytes again are answered by what became of it, other bytes with a used number are refused.
    mutating func move(
        _ kind: MovementKind, _ opened: OpenedRequest, strike: ActiveFault, note: inout BankNote, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        if let refusal = strike.refusal { throw refusal }
        if strike.has(.absentState) { return absence(of: kind, opened, strike: strike) }
        let movement: BankMovement
        if let known = ledger.movement(opened.number) {
            guard known.contentCode == opened.contentCode else { throw .numberUsed }
            movement = known
        } else {
            if ledger.isTaken(opened.number) { throw .numberUsed }
            movement = try newMovement(kind, opened, strike: strike, now: now)
            ledger.orders[opened.freezeNumber]?.movements.append(movement)
            note.madeOrder = true
            if movement.isForeign { throw .numberUsed }
        }
        if strike.has(.status3Made) { throw .unknown }
        var answer = BankAnswer(
            object: movementObject(movement, strike: strike, now: now, platform: opened.platform))
        if strike.has(.status104State) { answer.refuse() }
        return answer
    }

    private mutating func newMovement(
        _ kind: MovementKind, _ opened: OpenedRequest, strike: ActiveFault, now: Int
    ) throws(BankRefusal) -> BankMovement {
        guard let order = ledger.orders[opened.freezeNumber], order.platform == opened.platform else {
            throw .noSuchOrder
        }
        let content = opened.making ?? .null
        let fee = opened.fee
        try checkLimits(of: kind, fee: fee, order: order, now: now)
        var movement = BankMovement(
            kind: kind, number: opened.number, freezeNumber: order.number, fee: fee, made: now,
            course: BankCourse(strike.order, kind: kind), body: content["body"]?.text,
            remark: content["remark"]?.text, client: BankClient(opened.content["order_client"] ?? .null),
            nonce: ledger.word(16), contentCode: opened.contentCode)
        movement.confirmsRelease = content["is_confirm_unfreeze"]?.truth ?? false
        if movement.confirmsRelease { movement.releasesRest = order.available(at: now) - fee }
        if strike.has(.status407Other) {
            movement.isForeign = true
            movement.contentCode = ""
            movement.client.deviceID = "another-till"
            movement.client.machineNo = "00-00-00-00-00-01"
        }
        return movement
    }

    /// Checks what the platforms allow: WeChat Pay one consume, and releases of everything that is left.
    private func checkLimits(
        of kind: MovementKind, fee: Int, order: BankOrder, now: Int
    ) throws(BankRefusal) {
        let stage = order.stage(at: now)
        if kind == .consume, order.platform == .wechat, order.consumes.contains(where: { $0.holds(at: now) }) {
            throw .consumedBefore
        }
        if stage == .over { throw .overLeft }
        guard stage == .frozen else { throw .notFrozen }
        let available = order.available(at: now)
        if fee > available { throw .overLeft }
        if kind == .release, order.platform == .wechat, now < earliestRelease(of: order) { throw .releaseTooSoon }
        if kind == .release, order.platform == .wechat, !rules.releasesWeChatInParts, fee < available {
            throw .wholeOnly
        }
    }

    /// Returns when the first release is taken, by upstream's rule for WeChat Pay, where it is asked for.
    private func earliestRelease(of order: BankOrder) -> Int {
        order.frozenAt - rules.forms.seconds(.timeEndBack) + rules.forms.seconds(.releaseWait)
    }

    /// Answers `query_order`: what became of a consume.
    mutating func queryOrder(
        _ opened: OpenedRequest, strike: ActiveFault, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        if let refusal = strike.refusal { throw refusal }
        if strike.has(.absentState) { return absence(of: .consume, opened, strike: strike) }
        guard let consume = try visibleMovement(opened.number, opened, kind: .consume) else {
            guard rules.saysAbsenceByState else { throw .noSuchOrder }
            return absence(of: .consume, opened, strike: strike)
        }
        if strike.has(.status3Made) { throw .unknown }
        var answer = BankAnswer(object: movementObject(consume, strike: strike, now: now, platform: opened.platform))
        if strike.has(.status104State) { answer.refuse() }
        ledger.update(consume) { $0.queries += 1 }
        return answer
    }

    /// Returns the release or consume that a query for its number sees; a number on the other platform is another one.
    mutating func visibleMovement(
        _ number: String, _ opened: OpenedRequest, kind: MovementKind
    ) throws(BankRefusal) -> BankMovement? {
        guard let movement = ledger.movement(number), movement.kind == kind,
            let order = ledger.orders[movement.freezeNumber], order.platform == opened.platform,
            opened.freezeNumber.isEmpty || opened.freezeNumber == order.number
        else { return nil }
        if movement.course.refusesQueries { throw .noSuchOrder }
        if movement.course.hiddenQueries > 0 {
            ledger.update(movement) { $0.course.hiddenQueries -= 1 }
            return nil
        }
        return movement
    }

    /// Returns the object of unfreeze, deposit_consume and query_order.
    private mutating func movementObject(
        _ movement: BankMovement, strike: ActiveFault, now: Int, platform: BankPlatform
    ) -> BankJSON {
        let style = style(strike)
        let platform = strike.has(.otherPlatform) ? platform.other : platform
        let shown = spoilt(movement, strike: strike)
        let deposit = ledger.orders[movement.freezeNumber]
        let mchKey = BankJSON.Member("pay_mch_key", style.merchant.payMchKey(platform: platform, isFreeze: false))
        let nonce = BankJSON.Member("nonce_str", .text(ledger.nonce()))
        switch movement.kind {
        case .release:
            let content = shown.unfreezeOrderContent(of: deposit, platform: platform, at: now, style: style)
            return .object([mchKey, .init("unfreeze_order_content", content), nonce])
        case .consume:
            let content = shown.orderContent(of: deposit, platform: platform, at: now, style: style)
            return .object([.init("order_content", content), mchKey, nonce])
        }
    }

    /// Status 0 with the state “no such order” for a number that nothing has.
    mutating func absence(of kind: MovementKind, _ opened: OpenedRequest, strike: ActiveFault) -> BankAnswer {
        let nothing = BankMovement(
            kind: kind, number: opened.number, freezeNumber: opened.freezeNumber, fee: 0, made: 0,
            course: .only(.absent), client: BankClient(), nonce: "")
        return BankAnswer(object: movementObject(nothing, strike: strike, now: 0, platform: opened.platform))
    }

    func spoilt(_ movement: BankMovement, strike: ActiveFault) -> BankMovement {
        var movement = movement
        if strike.has(.otherNumber) { movement.number = Self.otherNumber(movement.number) }
        if strike.has(.otherAmount) { movement.fee += 1 }
        return movement
    }

    static func otherNumber(_ number: String) -> String {
        String(number.dropLast()) + (number.last == "1" ? "2" : "1")
    }
}
