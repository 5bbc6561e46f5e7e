extension DepositEventCodec {
    /// The fields of a line, by the names they have there.
    struct Fields: Codable, Equatable {
        /// `rest` of a consume that leaves the rest frozen.
        static let kept = "kept"

        /// Of a release or consume.
        var number: String?
        var fee: Int64?
        var platform: String?
        var base: String?
        var staff: String?
        var approver: String?
        /// What the approval rested on (``ApprovalBasis``).
        var approval: String?
        var code: String?
        var digest: String?
        var body: String?
        var remark: String?
        var reference: String?
        /// `time_expire`, in Unix seconds.
        var expire: Int64?
        /// The deposit is not this till's: present only when it is so.
        var elsewhere: Bool?
        /// What becomes of the rest at a consume.
        var rest: String?
        /// `manual_unfreeze_fee` of a consume that is done.
        var restReleased: Int64?
        /// The deposit's amount, and what the gateway adds up.
        var frozen: Int64?
        var consumed: Int64?
        var released: Int64?
        var automatic: Int64?
        var refunded: Int64?
        /// What is left of the deposit after this event.
        var left: Int64?
        var why: String?
        var text: String?
        var description: String?
        var state: Int?
        var status: Int?
        var internalStatus: Int?
        var logID: UInt32?
        /// `create_time` and `time_end`, in Unix seconds.
        var created: Int64?
        var ended: Int64?
        var reason: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case number, fee, platform, base, staff, approver, code, digest, body, remark, reference, expire, elsewhere
            case approval
            case rest
            case frozen, consumed, released, automatic, refunded, left, why, text, description, state, status, reason
            case created, ended
            case restReleased = "rest_released"
            case internalStatus = "internal_status"
            case logID = "log_id"
        }
    }
}

extension DepositEventCodec.Fields {
    init(_ event: DepositEvent) {
        switch event {
        case .order(let event): self.init(event)
        case .closed(let staffID, let reason, let order, let approval):
            self.init()
            staff = staffID
            self.reason = reason
            number = order?.text
            self.approval = approval?.rawValue
        }
    }

    private init(_ event: OrderEvent) {
        self.init()
        // Before what names the order: a release's amount is not the deposit's.
        switch event.step {
        case .intended(let intent): fill(intent)
        case .sendingAgain(let base): self.base = base
        case .reported(let report, let left): fill(report, left: left)
        }
        number = event.number?.text
        fee = event.fee?.value ?? fee
        switch event.kind {
        case .freeze, .release: break
        case .consume(let keepsRest): rest = keepsRest ? Self.kept : "released"
        }
    }

    private mutating func fill(_ intent: Order.Intent) {
        fee = intent.fee.value
        platform = intent.platform.name
        base = intent.base
        staff = intent.staffID
        approver = intent.approverID
        approval = intent.approval?.rawValue
        code = intent.maskedCode.isEmpty ? nil : intent.maskedCode
        digest = intent.codeDigest.isEmpty ? nil : intent.codeDigest
        body = intent.body
        remark = intent.remark
        reference = intent.reference
        expire = intent.expiry?.seconds
        totals(intent.totals)
        frozen = intent.frozen?.value
        elsewhere = intent.isFromElsewhere ? true : nil
    }

    private mutating func fill(_ report: OutcomeReport, left: Fen?) {
        base = report.base
        state = report.tradeState
        logID = report.logID
        created = report.created?.seconds
        ended = report.ended?.seconds
        restReleased = report.restReleased?.value
        let reason = ReasonCode(report.reason)
        why = reason.name
        text = reason.text
        status = report.verdict?.status
        internalStatus = report.verdict?.internalStatus
        description = report.verdict?.text
        totals(report.totals)
        self.left = (left ?? report.totals?.left)?.value
    }

    mutating func totals(_ totals: DepositTotals?) {
        frozen = totals?.frozen.value
        // What was absent stays absent: nobody may take it for nothing later.
        consumed = totals?.sums.consumed?.value
        released = totals?.sums.releasedByHand?.value
        automatic = totals?.sums.releasedByItself?.value
        refunded = totals?.sums.refunded?.value
    }

    /// Reads the deposit's totals; nil where the line has none.
    func totals(line: Int64) throws(LineFault) -> DepositTotals? {
        let sums = DepositSums(
            consumed: consumed.map { Fen($0) }, releasedByHand: released.map { Fen($0) },
            releasedByItself: automatic.map { Fen($0) }, refunded: refunded.map { Fen($0) })
        guard let frozen, sums.tellsWhatIsLeft else { return nil }
        guard let totals = DepositTotals(frozen: Fen(frozen), sums: sums) else { throw .impossible(line: line) }
        return totals
    }

    /// Reads the reason, or takes the given one where a later version's words are not known.
    func reason(or unexplained: Reason) -> Reason {
        ReasonCode(name: why ?? "", text: text, verdict: verdict, tradeState: state).reason ?? unexplained
    }

    /// What the approval rests on; nil where the line does not say it, or in a later version's word.
    var basis: ApprovalBasis? { approval.flatMap(ApprovalBasis.init(rawValue:)) }

    /// Adds what a line tells besides the outcome.
    func fill(_ report: inout OutcomeReport, keys: [String], line: Int64) throws(LineFault) {
        report.verdict = verdict
        report.tradeState = state
        report.platformNumber = keys.first
        report.logID = logID
        report.created = created.map { Timestamp(seconds: $0) }
        report.ended = ended.map { Timestamp(seconds: $0) }
        report.restReleased = restReleased.map { Fen($0) }
        report.totals = try totals(line: line)
    }

    /// The amounts that there can be: no sum of more digits is believed of a gateway, either.
    static let amounts: ClosedRange<Int64> = -999_999_999_999_999...999_999_999_999_999
    /// The times that there can be, in Unix seconds: to the end of the year 9999.
    static let times: ClosedRange<Int64> = -253_402_300_799...253_402_300_799

    /// Whether its amounts and times lie within what can be computed with.
    ///
    /// Arithmetic on others would end the process.
    var areComputable: Bool {
        [fee, frozen, consumed, released, automatic, refunded, left, restReleased].compactMap { $0 }
            .allSatisfy(Self.amounts.contains)
            && [expire, created, ended].compactMap { $0 }.allSatisfy(Self.times.contains)
    }

    private var verdict: GatewayVerdict? {
        status.map { GatewayVerdict(status: $0, internalStatus: internalStatus, text: description) }
    }
}
