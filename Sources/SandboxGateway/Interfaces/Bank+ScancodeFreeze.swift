extension Bank {
    /// Answers `scancode_freeze`, which only Alipay has: a code for the customer to scan.
    ///
    /// The same bytes again are answered by the same code.
    mutating func scancodeFreeze(
        _ opened: OpenedRequest, strike: ActiveFault, note: inout BankNote, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        if let refusal = strike.refusal { throw refusal }
        guard opened.platform == .alipay else { throw .scanRefused }
        if let order = ledger.orders[opened.number] {
            guard order.contentCode == opened.contentCode else { throw .numberUsed }
        } else {
            if ledger.isTaken(opened.number) { throw .numberUsed }
            let order = try codeOrder(opened, strike: strike, now: now)
            ledger.orders[order.number] = order
            note.madeOrder = true
            if order.isForeign { throw .numberUsed }
        }
        guard let scan = ledger.orders[opened.number]?.scan else { throw .unknown }
        if strike.has(.status3Made) { throw .unknown }
        var members: [BankJSON.Member] = [.init("nonce_str", .text(ledger.nonce()))]
        if !strike.has(.noExt) { members.insert(.init("code_url", .text(scan.url)), at: 0) }
        var answer = BankAnswer(object: .object(members))
        if strike.has(.status104State) { answer.refuse() }
        return answer
    }

    private mutating func codeOrder(
        _ opened: OpenedRequest, strike: ActiveFault, now: Int
    ) throws(BankRefusal) -> BankOrder {
        let expires = opened.content["freeze_content"]?["time_expire"]?.whole ?? now + Self.usualCodeLife
        guard expires > now else { throw .parameter("freeze_content.time_expire is over") }
        var order = plainOrder(opened, strike: strike, now: now)
        var scan = CodeScan(url: codeURL(), expires: expires, scans: rules.scanTurn, pays: rules.passwordTurn)
        scan.isCreatedAtOnce = rules.unscannedIsCreated
        order.followsScan = true
        switch strike.order?.fault {
        case nil, .history, .historyOver, .historyConsumed, .notThere, .queryRefused: break
        case .password: scan.pays = strike.order?.turn(or: rules.passwordTurn)
        case .passwordNever: scan.pays = nil
        case .customerStops:
            scan.pays = strike.order?.turn(or: rules.passwordTurn)
            scan.ends = .stopped
        case .absent: scan.scans = nil
        // The course says it all.
        case .some: order.followsScan = false
        }
        order.scan = scan
        if strike.has(.status407Other) { makeForeign(&order) }
        return order
    }

    /// Two hours, in seconds, where the request names no `time_expire`.
    private static let usualCodeLife = 7200

    /// Returns a made-up address, as long as those of Alipay unless the rules want another length.
    private mutating func codeURL() -> String {
        let start = "https://qr.alipay.invalid/bax0"
        return start + ledger.word(max(1, rules.codeURLBytes - start.utf8.count))
    }
}
