import FoundationEssentials
import PayEngine

/// One order as the commands print it in JSON: amounts in fen, times in Unix seconds, unknown keys absent.
struct OrderReport: Encodable, Equatable {
    var outcome: String?
    var number: String?
    var fee: Int64?
    var feeType: String?
    var platform: Int?
    var tradeState: Int?
    var isTransforming: Bool?
    var consumed: Int64?
    var released: Int64?
    /// Of what was released, what the platform released by itself.
    var releasedByItself: Int64?
    var left: Int64?
    var createTime: Int64?
    var endTime: Int64?
    /// How it was paid, and what was refunded of consumes.
    var cashFee: Int64?
    var settlementFee: Int64?
    var bankType: String?
    var refunded: Int64?
    /// The till that took it.
    var deviceID: String?
    var status: Int?
    var internalStatus: Int?
    var description: String?
    var logID: UInt32?
    var freezeID: String?
    var authorCode: String?
    var staffID: String?
    var reference: String?
    var reason: String?
    var base: String?
    var source: String?
    var record: String?
    var closed: Closing?
    /// Of a look-up: what the journal holds, where the gateway tells something else.
    var journal: JournalReport?
    var isLateSuccess: Bool?
    var releases: [ReleaseReport]?
    /// Of a look-up: what the journal and the gateway don't agree about.
    var differences: [DifferenceReport]?
    /// What the customer scans, and until when.
    var codeURL: String?
    var expiry: Int64?
    /// A release's or a consume's own number and amount.
    var releaseNumber: String?
    var releaseFee: Int64?
    var tradeNumber: String?
    var tradeFee: Int64?
    var restReleased: Int64?
    var transactionID: String?
    /// Who approved a release.
    var approverID: String?
    var error: String?
    var isSeenBefore: Bool?

    struct Closing: Encodable, Equatable {
        var staffID: String?
        var reason: String
        var time: Int64

        enum CodingKeys: String, CodingKey {
            case staffID = "staff_id"
            case reason, time
        }
    }

    /// What the journal holds of an order beside what the gateway tells.
    struct JournalReport: Encodable, Equatable {
        var outcome: String
        var reason: String
        var tradeState: Int?
        var record: String?
        var closed: Closing?

        enum CodingKeys: String, CodingKey {
            case outcome, reason, record, closed
            case tradeState = "current_trade_state"
        }
    }

    enum CodingKeys: String, CodingKey {
        case outcome, description, base, source, record, journal, releases, differences, error, status, reason,
            reference, closed
        case codeURL = "code_url"
        case expiry = "time_expire"
        case number = "out_freeze_no"
        case fee = "freeze_fee"
        case feeType = "fee_type"
        case platform = "pay_platform"
        case tradeState = "current_trade_state"
        case isTransforming = "is_transforming"
        case consumed = "consumed_fee"
        case released = "released_fee"
        case releasedByItself = "auto_released_fee"
        case left = "left_fee"
        case createTime = "create_time"
        case endTime = "time_end"
        case cashFee = "cash_fee"
        case settlementFee = "settlement_total_fee"
        case bankType = "bank_type"
        case refunded = "total_refund_fee"
        case deviceID = "device_id"
        case internalStatus = "internal_status"
        case logID = "log_id"
        case freezeID = "freeze_id"
        case authorCode = "author_code"
        case staffID = "staff_id"
        case releaseNumber = "out_unfreeze_no"
        case releaseFee = "unfreeze_fee"
        case tradeNumber = "out_trade_no"
        case tradeFee = "total_fee"
        case restReleased = "manual_unfreeze_fee"
        case transactionID = "transaction_id"
        case approverID = "authorization_staff_id"
        case isSeenBefore = "seen_before"
        case isLateSuccess = "late_success"
    }

    init(error: String? = nil) {
        self.error = error
    }

    /// One line.
    var json: String { JSONOutput.encode(self) }
}

extension OrderReport {
    /// An order as the journal knows it.
    init(_ deposit: Deposit) {
        self.init()
        outcome = deposit.freeze.outcomeName
        number = deposit.number.text
        fee = deposit.fee.value
        feeType = "CNY"
        platform = deposit.platform.rawValue
        tradeState = deposit.tradeState
        createTime = (deposit.createTime ?? deposit.startTime).seconds
        endTime = deposit.endTime?.seconds
        status = deposit.verdict?.status
        internalStatus = deposit.verdict?.internalStatus
        description = deposit.verdict?.text
        logID = deposit.logID
        freezeID = deposit.platformNumber
        authorCode = deposit.maskedCode.isEmpty ? nil : deposit.maskedCode
        staffID = deposit.staffID
        reference = deposit.reference
        reason = deposit.reason.name
        base = deposit.base
        source = LookUp.Source.journal.rawValue
        record = deposit.record
        closed = deposit.closing.map {
            Closing(staffID: $0.staffID, reason: $0.reason, time: $0.time.seconds)
        }
        fill(deposit.knownMoney)
        if deposit.outcome == .over { left = 0 }
    }

    /// An order that was just frozen, or tried to.
    init(made deposit: Deposit) {
        self.init(deposit)
        source = deposit.verdict == nil ? LookUp.Source.journal.rawValue : LookUp.Source.gateway.rawValue
        if deposit.outcome == .done {
            // The table of meanings calls no order frozen that is still being worked on.
            isTransforming = false
        }
    }

    /// Nil: nothing is known.
    mutating func fill(_ money: DepositMoney?) {
        consumed = money?.consumed.value
        released = money?.released.value
        left = money?.left.value
    }
}

extension OrderReport {
    /// Any order as the journal knows it.
    init(_ order: DepositOrder) {
        self.init(order.deposit)
        if order.kind == .freeze { return }
        outcome = order.outcomeName
        tradeState = order.tradeState
        status = order.verdict?.status
        internalStatus = order.verdict?.internalStatus
        description = order.verdict?.text
        logID = order.logID
        staffID = order.staffID
        approverID = order.approverID
        createTime = order.startTime.seconds
        reason = order.reason.name
        base = order.base
        record = order.record
        closed = order.closing.map {
            Closing(staffID: $0.staffID, reason: $0.reason, time: $0.time.seconds)
        }
        switch order.kind {
        case .freeze: break
        case .release:
            releaseNumber = order.number.text
            releaseFee = order.fee.value
        case .consume:
            tradeNumber = order.number.text
            tradeFee = order.fee.value
            restReleased = order.restReleased?.value
            transactionID = order.platformNumber
        }
    }

    /// Any order that was just made.
    init(made order: DepositOrder) {
        if order.kind == .freeze {
            self.init(made: order.deposit)
            return
        }
        self.init(order)
        source = order.verdict == nil ? LookUp.Source.journal.rawValue : LookUp.Source.gateway.rawValue
    }
}
