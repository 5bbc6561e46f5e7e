/// One numbered request to the gateway that moves money: a freeze, or a release or a consume of what was frozen.
@dynamicMemberLookup
public struct Order: Equatable, Sendable {
    /// What an order can ask for.
    public enum Kind: Hashable, Sendable {
        /// `micro_freeze`, or `scancode_freeze` where the customer scans the till.
        case freeze
        /// `unfreeze`
        case release
        /// `deposit_consume`; without `keepsRest` the rest is released with it (`is_confirm_unfreeze`).
        case consume(keepsRest: Bool)
    }

    /// What it asks for.
    public let kind: Kind
    /// The number: `out_freeze_no`, `out_unfreeze_no` or `out_trade_no` on the wire.
    public let number: OrderNumber
    /// The amount: `freeze_fee`, `unfreeze_fee` or `total_fee` on the wire.
    public let fee: Fen
    /// The platform whose account it concerns.
    public let platform: PayPlatform
    /// Who works at the till.
    public let staffID: String?
    /// Who approved a release (`authorization_staff_id`).
    public let approverID: String?
    /// The note that went to the gateway.
    public let remark: String?
    /// When the intent was written.
    public let startTime: Timestamp
    /// Until when the customer may scan the till's code, by this till's clock; nil for everything else.
    public let expiry: Timestamp?
    /// The deposit's totals just before it was sent; nil for a freeze, and where the gateway did not tell them.
    var totalsBefore: DepositTotals?

    /// What became of it.
    public internal(set) var status: OrderStatus

    /// What became of an order reads as the order's own.
    public subscript<Value>(dynamicMember path: KeyPath<OrderStatus, Value>) -> Value { status[keyPath: path] }

    subscript<Value>(dynamicMember path: WritableKeyPath<OrderStatus, Value>) -> Value {
        get { status[keyPath: path] }
        set { status[keyPath: path] = newValue }
    }

    init(_ intent: Intent, kind: Kind, number: OrderNumber, startTime: Timestamp) {
        self.kind = kind
        self.number = number
        self.startTime = startTime
        fee = intent.fee
        platform = intent.platform
        staffID = intent.staffID
        approverID = intent.approverID
        remark = intent.remark
        expiry = intent.expiry
        totalsBefore = intent.totals
        status = OrderStatus(base: intent.base, time: startTime)
    }

    /// Whether an order that was refused may still turn up, so that it is queried again.
    ///
    /// The platform did not know it for long enough, or showed a freeze as failed or closed, which it may still take
    /// back. What the gateway itself refused is over.
    var mayTurnUp: Bool {
        guard status.outcome == .refused else { return false }
        switch status.reason {
        case .neverArrived: return true
        case .paymentError, .closedUnpaid: return kind == .freeze
        case .held, .inProgress, .customerTyping, .customerScanning, .customerStopped, .failedAtPlatform, .carriedOut,
            .totalsMoved, .refusedByGateway, .callerWrong, .newNumberNeeded, .notThereYet, .noConnection, .nextBase,
            .noAnswer, .unbelievable, .numberUsedBefore, .gatewayUndecided, .beingMade, .refundedOrClosed,
            .unrecognisedState, .journalFailed, .journalMoved, .releasedOrConsumed:
            return false
        }
    }

    /// What is written before it is sent.
    struct Intent: Equatable, Sendable {
        var fee: Fen
        var platform: PayPlatform
        /// What the deposit holds or held in all; nil for a freeze, whose amount it is.
        var frozen: Fen?
        /// The deposit was not frozen by this till.
        var isFromElsewhere = false
        var base: String
        var staffID: String?
        /// Who approved it (`authorization_staff_id`).
        var approverID: String?
        /// What the approval of a release rested on; nil for anything else, and in lines that do not say it.
        var approval: ApprovalBasis?
        /// Empty where no code of the customer's was scanned.
        var maskedCode = ""
        var codeDigest = ""
        var body: String?
        var remark: String?
        /// Room, name or phone; never sent.
        var reference: String?
        /// `time_expire`: until then the customer may scan the till's code; nil where the till scans.
        var expiry: Timestamp?
        /// What the gateway added up just before.
        var totals: DepositTotals?
    }
}
