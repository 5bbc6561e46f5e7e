/// One deposit as this till's journal knows it: the freeze, and what was done with the money since.
public struct Deposit: Equatable, Sendable {
    /// The order that froze it.
    public internal(set) var freeze: Order
    /// Its releases and consumes from this till, oldest first.
    public internal(set) var laterOrders: [Order] = []
    /// The customer's code, masked; empty where the customer scanned the till.
    public let maskedCode: String
    /// What the customer reads of it.
    public let body: String
    /// Room, name or phone; never sent.
    public let reference: String?
    /// `create_time`, once an answer had it.
    public internal(set) var createTime: Timestamp?
    /// `time_end`, once an answer had it.
    public internal(set) var endTime: Timestamp?
    /// What the gateway added up when it last told all of it.
    public internal(set) var totals: DepositTotals?
    /// Frozen at another till: only its releases and consumes from here are in this journal.
    public internal(set) var isFromElsewhere = false
    /// HMAC of the payment code under the journal's own key.
    var codeDigest: String?

    /// Its freeze, releases and consumes, oldest first.
    public var orders: [Order] { [freeze] + laterOrders }

    /// The release or consume that nobody knows the outcome of.
    ///
    /// There is never a second one.
    public var openOrder: Order? { laterOrders.first { $0.status.isOpen } }

    /// Makes a deposit whose freeze has no outcome yet.
    public init(
        number: OrderNumber, fee: Fen, platform: PayPlatform, staffID: String? = nil, maskedCode: String,
        body: String, remark: String? = nil, reference: String? = nil, startTime: Timestamp, base: String
    ) {
        let intent = Order.Intent(
            fee: fee, platform: platform, base: base, staffID: staffID, maskedCode: maskedCode, body: body,
            remark: remark, reference: reference)
        self.init(intent, number: number, startTime: startTime)
        codeDigest = nil
    }

    init(_ intent: Order.Intent, number: OrderNumber, startTime: Timestamp) {
        self.init(
            freeze: Order(intent, kind: .freeze, number: number, startTime: startTime), maskedCode: intent.maskedCode,
            body: intent.body ?? "", reference: intent.reference)
        codeDigest = intent.codeDigest
    }

    /// Makes another till's deposit, which a release or a consume from here tells of.
    init(elsewhere intent: Order.Intent, number: OrderNumber, time: Timestamp) {
        self.init(
            number: number, fee: intent.frozen ?? intent.fee, platform: intent.platform, maskedCode: "", body: "",
            startTime: time, base: intent.base)
        freeze.status.outcome = .done
        freeze.status.reason = .held
        isFromElsewhere = true
    }

    init(freeze: Order, maskedCode: String, body: String, reference: String?) {
        self.freeze = freeze
        self.maskedCode = maskedCode
        self.body = body
        self.reference = reference
    }

    /// Returns one of its orders by that one's own number.
    public func order(_ number: OrderNumber) -> Order? {
        number == freeze.number ? freeze : laterOrders.first { $0.number == number }
    }

    /// Replaces one of its orders.
    mutating func put(_ order: Order) {
        switch order.kind {
        case .freeze: freeze = order
        case .release, .consume:
            guard let index = laterOrders.firstIndex(where: { $0.number == order.number }) else { return }
            laterOrders[index] = order
        }
    }

    /// Puts a supervisor's word on the freeze or on the order of that number.
    mutating func close(_ closing: OrderStatus.Closing, order number: OrderNumber?) {
        guard var order = order(number ?? freeze.number) else { return }
        order.status.closing = closing
        put(order)
    }
}

/// What is said of a deposit is said of its freeze.
extension Deposit {
    /// Its freeze's number (`out_freeze_no`).
    public var number: OrderNumber { freeze.number }
    /// What was asked for.
    public var fee: Fen { freeze.fee }
    /// The platform that holds the money.
    public var platform: PayPlatform { freeze.platform }
    /// Who took it.
    public var staffID: String? { freeze.staffID }
    /// The note that went to the gateway with it.
    public var remark: String? { freeze.remark }
    /// When the intent was written.
    public var startTime: Timestamp { freeze.startTime }
    /// Until when the customer may scan the till's code (`time_expire`); nil where the till scanned the customer's.
    public var expiry: Timestamp? { freeze.expiry }
    /// What became of the freeze.
    public var outcome: Outcome { freeze.status.outcome }
    /// Why the freeze has that outcome.
    public var reason: Reason { freeze.status.reason }
    /// When the freeze's outcome last changed.
    public var changeTime: Timestamp { freeze.status.changeTime }
    /// The gateway that got the freeze's first byte, or the first to be tried.
    public var base: String { freeze.status.base }
    /// `freeze_id`, once an answer had it.
    public var platformNumber: String? { freeze.status.platformNumber }
    /// What the gateway said of the call that told the outcome.
    public var verdict: GatewayVerdict? { freeze.status.verdict }
    /// `current_trade_state` with which it told it.
    public var tradeState: Int? { freeze.status.tradeState }
    /// `log_id` of that answer.
    public var logID: UInt32? { freeze.status.logID }
    /// A supervisor's word that the freeze is not queried any more.
    public var closing: OrderStatus.Closing? { freeze.status.closing }
    /// Whether it was frozen although the clerk was told otherwise.
    public var isLateSuccess: Bool { freeze.status.isLateSuccess }
    /// What the clerk was told before a late success: nobody knew, and it was closed by hand as that.
    public var wasClosedAsUnknown: Bool { freeze.status.wasClosedAsUnknown }
    /// The first 16 hex digits of `h` of the line that settled it.
    public var record: String? { freeze.status.record }
    /// Whether somebody still has to find out what became of the money.
    public var isOpen: Bool { freeze.status.isOpen }
}
