/// What can happen to a deposit; each is one line of the journal, durable before it has any effect.
enum DepositEvent: Equatable, Sendable {
    typealias Telling = PayEngine.Telling<Outcome>

    /// `freeze.intent`: the number is made; nothing was sent yet.
    case intended(Intent)
    /// `freeze.again`: the same bytes are about to be sent once more.
    case sendingAgain(base: String)
    /// `freeze.waiting`, `.unknown`, `.frozen`, `.refused`, `.not_sent`, `.over`
    case told(Telling)
    /// `unfreeze.…` and `consume.…`
    case followUp(FollowUpEvent)
    /// `closed`: the freeze, or the release or consume of this number.
    case closed(staffID: String?, reason: String, followUp: OrderNumber?)

    struct Intent: Equatable, Sendable {
        var fee: Fen
        var platform: PayPlatform
        var base: String
        var staffID: String?
        /// Empty where the customer scans the till.
        var maskedCode: String
        /// Empty where the customer scans the till.
        var codeDigest: String
        var body: String
        var remark: String?
        var reference: String?
        /// `time_expire`: until then the customer may scan the till's code; nil where the till scans.
        var expiry: Timestamp?
    }

    /// It begins an order, so that others must follow.
    var isIntent: Bool {
        switch self {
        case .intended: true
        case .followUp(let event): event.isIntent
        case .sendingAgain, .told, .closed: false
        }
    }

    /// The same outcome without what others named and said; nil for an event that is no outcome.
    var withoutWords: DepositEvent? {
        switch self {
        case .told(let telling): return .told(telling.withoutWords)
        case .followUp(var event):
            guard case .told(let telling, let left) = event.step else { return nil }
            event.step = .told(telling.withoutWords, left: left)
            return .followUp(event)
        case .intended, .sendingAgain, .closed: return nil
        }
    }

    /// The journal's name of the event (`e`).
    var name: String {
        switch self {
        case .intended: "freeze.intent"
        case .sendingAgain: "freeze.again"
        case .told(let telling): "freeze.\(telling.outcome.rawValue)"
        case .followUp(let event): event.name
        case .closed: "closed"
        }
    }
}
