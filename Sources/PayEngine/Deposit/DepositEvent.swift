/// What can happen to a deposit; each is one line of the journal, durable before it has any effect.
enum DepositEvent: Equatable, Sendable {
    /// `freeze.intent`: the number is made; nothing was sent yet.
    case intended(Intent)
    /// `freeze.again`: the same bytes are about to be sent once more.
    case sendingAgain(base: String)
    /// `freeze.waiting`, `.unknown`, `.frozen`, `.refused`, `.not_sent`, `.over`
    case told(Telling)
    /// `closed`
    case closed(staffID: String?, reason: String)

    struct Intent: Equatable, Sendable {
        var fee: Fen
        var platform: PayPlatform
        var base: String
        var staffID: String?
        var maskedCode: String
        var codeDigest: String
        var body: String
        var remark: String?
        var reference: String?
    }

    /// An outcome, why, and what the answer held besides.
    struct Telling: Equatable, Sendable {
        var outcome: Outcome
        var reason: Reason
        /// Who answered, or who is tried next.
        var base: String?
        /// What the gateway said of the call.
        var verdict: GatewayVerdict?
        /// `current_trade_state`
        var tradeState: Int?
        /// `freeze_id`
        var freezeID: String?
        /// `log_id`
        var logID: UInt32?

        init(_ outcome: Outcome, _ reason: Reason, base: String? = nil) {
            self.outcome = outcome
            self.reason = reason
            self.base = base
            verdict = ReasonCode(reason).verdict
        }
    }

    /// It begins an order, so that others must follow.
    var isIntent: Bool {
        switch self {
        case .intended: true
        case .sendingAgain, .told, .closed: false
        }
    }

    /// The journal's name of the event (`e`).
    var name: String {
        switch self {
        case .intended: "freeze.intent"
        case .sendingAgain: "freeze.again"
        case .told(let telling): "freeze.\(telling.outcome.rawValue)"
        case .closed: "closed"
        }
    }
}
