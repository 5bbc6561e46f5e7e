/// The gateway as a pure function: a state, the bytes of a request and the time make a new state and a reply.
struct Bank: Sendable {
    var rules: BankRules
    var ledger: BankLedger

    init(rules: BankRules, ledger: BankLedger = BankLedger()) {
        self.rules = rules
        self.ledger = ledger
    }

    /// Answers one request at a time (Unix seconds).
    mutating func answer(_ request: BankRequest, now: Int, mischief: inout FaultInjection) -> BankReply {
        var strike = mischief.strike(request.interface)
        var note = BankNote(interface: request.interface)
        var platform: BankPlatform?
        let answer: BankAnswer
        do throws(BankRefusal) {
            if request.interface == .ping { return ping(strike: strike, now: now) }
            let opened = try OpenedRequest.open(request, rules: rules) { ledger.platform(ofDepositOf: $0) }
            note.number = opened.number
            note.contentCode = opened.contentCode
            note.release = opened.content["out_unfreeze_no"]?.text
            if opened.freezeNumber != opened.number, !opened.freezeNumber.isEmpty {
                note.deposit = opened.freezeNumber
            }
            platform = opened.platform
            if let rule = amountRule(opened, interface: request.interface, now: now) { strike.add(rule) }
            if strike.keepsFromBank { return finished(BankReply(body: [], note: note), strike: strike) }
            answer = try self.answer(opened, strike: strike, note: &note, now: now)
        } catch {
            if strike.keepsFromBank { return finished(BankReply(body: [], note: note), strike: strike) }
            answer = refused(error, interface: request.interface, platform: platform, strike: strike)
        }
        return sealed(answer, strike: strike, note: note)
    }

    private mutating func answer(
        _ opened: OpenedRequest, strike: ActiveFault, note: inout BankNote, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        try checkNonce(opened)
        switch note.interface {
        case .ping: throw .unknown
        case .microFreeze: return try microFreeze(opened, strike: strike, note: &note, now: now)
        case .scancodeFreeze: return try scancodeFreeze(opened, strike: strike, note: &note, now: now)
        case .unfreeze: return try move(.release, opened, strike: strike, note: &note, now: now)
        case .depositConsume: return try move(.consume, opened, strike: strike, note: &note, now: now)
        case .queryOrder: return try queryOrder(opened, strike: strike, now: now)
        case .queryFreezeOrder: return try queryFreezeOrder(opened, strike: strike, now: now)
        case .queryUnfreezeOrder: return try queryUnfreezeOrder(opened, strike: strike, now: now)
        }
    }

    /// Refuses a request: what would make something gets an object that shows nothing, a query none, since clients meet
    /// both.
    private mutating func refused(
        _ refusal: BankRefusal, interface: BankInterface, platform: BankPlatform?, strike: ActiveFault
    ) -> BankAnswer {
        var answer = BankAnswer(refusal)
        guard let platform, refusal.isSigned, interface.makes else { return answer }
        var members: [BankJSON.Member] = []
        if interface != .scancodeFreeze {
            let merchant = style(strike).merchant
            let isFreeze = interface == .microFreeze
            members.append(.init("pay_mch_key", merchant.payMchKey(platform: platform, isFreeze: isFreeze)))
        }
        members.append(.init("nonce_str", .text(ledger.nonce())))
        answer.object = .object(members)
        return answer
    }

    /// Refuses a nonce that comes again with other bytes.
    private mutating func checkNonce(_ opened: OpenedRequest) throws(BankRefusal) {
        guard ledger.remember(nonce: opened.nonce, contentCode: opened.contentCode) else {
            throw .parameter("nonce_str was used before, with another content")
        }
    }

    /// Notes the sending of a number, and finds the fault of its amount.
    private mutating func amountRule(_ opened: OpenedRequest, interface: BankInterface, now: Int) -> FaultRule? {
        guard interface.makes else { return nil }
        ledger.sendings[opened.number, default: 0] += 1
        if let code = opened.content["freeze_content"]?["author_code"]?.text {
            let digest = ledger.digest(ofCode: code)
            if ledger.seenCodes[digest] == nil { ledger.seenCodes[digest] = now }
        }
        let sending = ledger.sendings[opened.number, default: 1]
        return FaultInjection.rule(fen: opened.fee, sending: sending, interface: interface)
    }

    /// Answers a ping, at whose body the gateway does not look.
    private func ping(strike: ActiveFault, now: Int) -> BankReply {
        var skew = rules.skewSeconds
        if let rule = strike.answer, rule.fault == .skew { skew = rule.number(or: 3600) }
        let content = BankJSON.object([
            .init("description", .text("ok")),
            .init("status", .number(0)),
            .init("timestamp", .number(now + skew)),
        ])
        let body = AnswerCorruptor.plain(Array(content.written.utf8), fault: strike.answer?.fault)
        return finished(BankReply(body: body, note: BankNote(interface: .ping)), strike: strike)
    }

    /// Returns the answer to a path that names no interface, unsigned as all answers with 101 are.
    mutating func strayAnswer() -> [UInt8] {
        let content = BankAnswer(.noSuchInterface).content(objectName: "", logID: ledger.logID())
        return AnswerCorruptor.sealed(content, isSigned: false, fault: nil, rules: rules)
    }

    /// Returns an answer without the fields that are to be left out.
    private func shaped(_ answer: BankAnswer) -> BankAnswer {
        let leftOut = rules.forms.leftOut
        guard !leftOut.isEmpty else { return answer }
        var answer = answer
        answer.object = answer.object?.leavingOut(leftOut)
        return answer
    }

    /// Signs an answer and spoils it where that was asked for.
    private mutating func sealed(_ answer: BankAnswer, strike: ActiveFault, note: BankNote) -> BankReply {
        var note = note
        note.status = answer.status
        note.internalStatus = answer.internalStatus
        note.description = answer.description
        let content = shaped(answer).content(objectName: note.interface.objectName, logID: ledger.logID())
        let fault = strike.answer?.fault
        let body = AnswerCorruptor.sealed(content, isSigned: answer.isSigned, fault: fault, rules: rules)
        return finished(BankReply(body: body, note: note), strike: strike)
    }

    /// Gives the reply its fate on the line, or puts a page in its place.
    private func finished(_ reply: BankReply, strike: ActiveFault) -> BankReply {
        var reply = reply
        reply.note.faults = strike.faults
        reply.fate = strike.fate(bodyBytes: reply.body.count)
        if let fault = strike.answer?.fault { AnswerCorruptor.putPage(fault, into: &reply) }
        return reply
    }
}
