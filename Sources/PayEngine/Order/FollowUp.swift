/// What was done with a held deposit: a release or a consume, an order with a number of its own.
public struct FollowUp: Equatable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// `unfreeze`
        case release
        /// `deposit_consume`; without `keepsRest` the rest is released with it (`is_confirm_unfreeze`).
        case consume(keepsRest: Bool)
    }

    /// What became of it, as far as the till may say so. Unknown is never shown as refused.
    public enum Outcome: String, Sendable, CaseIterable {
        /// The money was released or consumed.
        case done
        /// Surely no money moved, and none will.
        case refused
        /// Money may have moved. It stays an open question.
        case unknown
        /// No byte of the request left the till. The number is void for ever.
        case notSent = "not_sent"

        /// Whether nothing more is expected to happen by itself.
        public var isSettled: Bool {
            switch self {
            case .done, .refused, .notSent: true
            case .unknown: false
            }
        }
    }

    public let kind: Kind
    /// `out_unfreeze_no` or `out_trade_no`
    public let number: OrderNumber
    /// `unfreeze_fee` or `total_fee`
    public let fee: Fen
    /// Who works at the till.
    public let staffID: String?
    /// Who approved a release (`authorization_staff_id`).
    public let approverID: String?
    public let remark: String?
    /// When the intent was written.
    public let startTime: Timestamp

    public internal(set) var outcome = Outcome.unknown
    public internal(set) var reason = Reason.inProgress
    /// The gateway that got the first byte, or the first to be tried.
    public internal(set) var base: String
    /// When the outcome last changed.
    public internal(set) var changeTime: Timestamp
    /// `transaction_id` of a consume, once an answer had it.
    public internal(set) var platformNumber: String?
    /// `manual_unfreeze_fee` of the answer that told the outcome of a consume.
    var restTold: Fen?
    /// What the gateway said of the call that told the outcome.
    public internal(set) var verdict: GatewayVerdict?
    /// `current_trade_state` with which it told it.
    public internal(set) var tradeState: Int?
    /// `log_id` of that answer.
    public internal(set) var logID: UInt32?
    public internal(set) var closing: Deposit.Closing?
    /// It was refused, not sent or closed by hand, and later turned out to be done.
    public internal(set) var isLateSuccess = false
    /// First 16 hex digits of `h` of the line that settled it.
    public internal(set) var record: String?

    /// The deposit's totals just before it was sent; nil where the gateway did not tell them.
    var totalsBefore: DepositTotals?
    /// When and in which boot it was last sent, on the clock that is never set.
    var sending: Deposit.Sending?

    /// Whether somebody still has to find out what became of it.
    public var isOpen: Bool { !outcome.isSettled && closing == nil }

    /// Whether the platform did not know it for long enough.
    var mayTurnUp: Bool { outcome == .refused && reason == .neverArrived }

    init(_ intent: Intent, kind: Kind, number: OrderNumber, startTime: Timestamp) {
        self.kind = kind
        self.number = number
        self.startTime = startTime
        fee = intent.fee
        staffID = intent.staffID
        approverID = intent.approverID
        remark = intent.remark
        base = intent.base
        totalsBefore = intent.totals
        changeTime = startTime
    }

    /// What is written before it is sent.
    struct Intent: Equatable, Sendable {
        var fee: Fen
        /// Of the deposit, which may be another till's.
        var platform: PayPlatform
        /// What the deposit holds or held in all.
        var frozen: Fen
        /// The deposit was not frozen by this till.
        var isFromElsewhere = false
        var base: String
        var staffID: String?
        var approverID: String?
        var body: String?
        var remark: String?
        /// What the gateway added up just before.
        var totals: DepositTotals?
    }
}
