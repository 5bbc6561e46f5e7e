/// A ``Reason`` as the journal and JSON keep it: a name that never changes, and details.
struct ReasonCode: Equatable {
    var name: String
    var text: String?
    var verdict: GatewayVerdict?
    var tradeState: Int?

    init(name: String, text: String? = nil, verdict: GatewayVerdict? = nil, tradeState: Int? = nil) {
        self.name = name
        self.text = text
        self.verdict = verdict
        self.tradeState = tradeState
    }

    init(_ reason: Reason) {
        switch reason {
        case .held: self.init(name: "held")
        case .inProgress: self.init(name: "in_progress")
        case .customerTyping: self.init(name: "customer_typing")
        case .customerScanning: self.init(name: "customer_scanning")
        case .customerStopped: self.init(name: "customer_stopped")
        case .paymentError: self.init(name: "payment_error")
        case .closedUnpaid: self.init(name: "closed_unpaid")
        case .failedAtPlatform: self.init(name: "failed_at_platform")
        case .carriedOut: self.init(name: "carried_out")
        case .totalsMoved: self.init(name: "totals_moved")
        case .refusedByGateway(let verdict): self.init(name: "refused_by_gateway", verdict: verdict)
        case .callerWrong(let verdict): self.init(name: "caller_wrong", verdict: verdict)
        case .newNumberNeeded(let verdict): self.init(name: "new_number_needed", verdict: verdict)
        case .neverArrived: self.init(name: "never_arrived")
        case .notThereYet: self.init(name: "not_there_yet")
        case .noConnection(let text): self.init(name: "no_connection", text: text)
        case .nextBase(let text): self.init(name: "next_base", text: text)
        case .noAnswer(let text): self.init(name: "no_answer", text: text)
        case .unbelievable(let invalid): self.init(name: invalid.rawValue)
        case .numberUsedBefore(let verdict): self.init(name: "number_used_before", verdict: verdict)
        case .gatewayUndecided(let verdict): self.init(name: "gateway_undecided", verdict: verdict)
        case .beingMade: self.init(name: "being_made")
        case .refundedOrClosed: self.init(name: "refunded_or_closed")
        case .unrecognisedState(let state): self.init(name: "unrecognised_state", tradeState: state)
        case .journalFailed(let text): self.init(name: "journal_failed", text: text)
        case .journalMoved(let file): self.init(name: "journal_moved", text: file.rawValue)
        case .releasedOrConsumed: self.init(name: "released_or_consumed")
        }
    }

    /// Nil for a name that a later version made.
    var reason: Reason? {
        let verdict = verdict ?? GatewayVerdict(status: -1)
        switch name {
        case "held": return .held
        case "in_progress": return .inProgress
        case "customer_typing": return .customerTyping
        case "customer_scanning": return .customerScanning
        case "customer_stopped": return .customerStopped
        case "payment_error": return .paymentError
        case "closed_unpaid": return .closedUnpaid
        case "failed_at_platform": return .failedAtPlatform
        case "carried_out": return .carriedOut
        case "totals_moved": return .totalsMoved
        case "refused_by_gateway": return .refusedByGateway(verdict)
        case "caller_wrong": return .callerWrong(verdict)
        case "new_number_needed": return .newNumberNeeded(verdict)
        case "never_arrived": return .neverArrived
        case "not_there_yet": return .notThereYet
        case "no_connection": return .noConnection(text ?? "")
        case "next_base": return .nextBase(text ?? "")
        case "no_answer": return .noAnswer(text ?? "")
        case "number_used_before": return .numberUsedBefore(verdict)
        case "gateway_undecided": return .gatewayUndecided(verdict)
        case "being_made": return .beingMade
        case "refunded_or_closed": return .refundedOrClosed
        case "unrecognised_state": return .unrecognisedState(tradeState)
        case "journal_failed": return .journalFailed(text ?? "")
        case "journal_moved": return .journalMoved(text.flatMap(MovedFile.init) ?? .folder)
        case "released_or_consumed": return .releasedOrConsumed
        default: return InvalidAnswer(rawValue: name).map(Reason.unbelievable)
        }
    }
}

extension Reason {
    /// The name that the journal and JSON know it by.
    public var name: String { ReasonCode(self).name }

    /// Returns the reason of an outcome that a later version explained in words that this one does not know.
    static func unexplained(_ outcome: Outcome, of kind: Order.Kind = .freeze) -> Reason {
        switch outcome {
        case .done: kind.doneReason
        case .waiting: .customerTyping
        case .refused, .unknown, .notSent: .unrecognisedState(nil)
        case .over: .releasedOrConsumed
        }
    }
}
