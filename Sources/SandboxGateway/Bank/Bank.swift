/// The gateway as a pure function: a state, the bytes of a request and the time make a new state and a reply.
struct Bank: Sendable {
    let rules: BankRules
    var ledger: BankLedger

    init(rules: BankRules, ledger: BankLedger = BankLedger()) {
        self.rules = rules
        self.ledger = ledger
    }

    /// Answers one request at a time (Unix seconds).
    mutating func answer(_ request: BankRequest, now: Int, mischief: inout Mischief) -> BankReply {
        let ordered = mischief.strike(request.interface)
        var note = BankNote(interface: request.interface)
        note.fault = ordered?.fault
        if request.interface == .ping { return ping(request, rule: ordered, note: note, now: now) }
        do throws(BankRefusal) {
            let opened = try OpenedRequest.open(request, rules: rules)
            note.number = opened.number
            note.contentCode = opened.contentCode
            let amount = amountRule(opened, now: now)
            let rule = ordered ?? amount
            note.fault = rule?.fault
            if let fault = rule?.fault, fault.keepsFromBank {
                return finished(BankReply(body: [], note: note), rule: rule)
            }
            let answer = try answer(opened, rule: rule, note: &note, now: now)
            return sealed(answer, rule: rule, note: note)
        } catch {
            if let fault = ordered?.fault, fault.keepsFromBank {
                return finished(BankReply(body: [], note: note), rule: ordered)
            }
            return sealed(BankAnswer(error), rule: ordered, note: note)
        }
    }

    private mutating func answer(
        _ opened: OpenedRequest, rule: FaultRule?, note: inout BankNote, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        try checkNonce(opened)
        switch note.interface {
        case .ping: throw .unknown
        case .microFreeze: return try microFreeze(opened, rule: rule, note: &note, now: now)
        case .queryFreezeOrder: return try queryFreezeOrder(opened, rule: rule, now: now)
        case .queryUnfreezeOrder: return try queryUnfreezeOrder(opened, rule: rule, now: now)
        }
    }

    /// A nonce may come again only with the same bytes.
    private mutating func checkNonce(_ opened: OpenedRequest) throws(BankRefusal) {
        if let known = ledger.nonces[opened.nonce], known != opened.contentCode {
            throw .parameter("nonce_str was used before, with another content")
        }
        ledger.nonces[opened.nonce] = opened.contentCode
    }

    /// Notes the sending of a number, and finds the fault of its amount.
    private mutating func amountRule(_ opened: OpenedRequest, now: Int) -> FaultRule? {
        guard let freeze = opened.content["freeze_content"], let code = freeze["author_code"]?.text else { return nil }
        ledger.sendings[opened.number, default: 0] += 1
        if ledger.seenCodes[code] == nil { ledger.seenCodes[code] = now }
        let sending = ledger.sendings[opened.number, default: 1]
        return Mischief.strike(fen: freeze["freeze_fee"]?.whole ?? 0, sending: sending)
    }

    private func ping(_ request: BankRequest, rule: FaultRule?, note: BankNote, now: Int) -> BankReply {
        var skew = rules.skewSeconds
        if let rule, rule.fault == .skew { skew = rule.number(or: 3600) }
        let isEmpty = request.body.isEmpty
        let content = BankJSON.object([
            .init("description", .text(isEmpty ? "ok" : "the body must be empty")),
            .init("status", .number(isEmpty ? 0 : 101)),
            .init("timestamp", .number(now + skew)),
        ])
        let body = Spoiler.plain(Array(content.written.utf8), fault: rule?.fault)
        return finished(BankReply(body: body, note: note), rule: rule)
    }

    /// Signs an answer and spoils it where that was asked for.
    private mutating func sealed(_ answer: BankAnswer, rule: FaultRule?, note: BankNote) -> BankReply {
        var note = note
        note.status = answer.status
        note.internalStatus = answer.internalStatus
        note.description = answer.description
        let content = answer.content(interface: note.interface, logID: ledger.logID())
        let body = Spoiler.sealed(content, isSigned: answer.isSigned, fault: rule?.fault, rules: rules)
        return finished(BankReply(body: body, note: note), rule: rule)
    }

    /// Gives the reply its fate on the line, or puts a page in its place.
    private func finished(_ reply: BankReply, rule: FaultRule?) -> BankReply {
        guard let rule else { return reply }
        var reply = reply
        if rule.fault.closesWithoutAnswer { reply.fate = .close }
        if rule.fault == .reset { reply.fate = .reset }
        if rule.fault == .half { reply.fate = .cut(bodyBytes: reply.body.count / 2) }
        if rule.fault == .closeAfter { reply.fate = .cut(bodyBytes: reply.body.count) }
        if rule.fault == .slow { reply.fate = .late(milliseconds: rule.number(or: 4000)) }
        if rule.fault == .hang { reply.fate = .hang }
        Spoiler.putPage(rule.fault, into: &reply)
        return reply
    }
}
