/// What can happen to a release or a consume.
struct FollowUpEvent: Equatable, Sendable {
    enum Step: Equatable, Sendable {
        /// `.intent`: the number is made; nothing was sent yet.
        case intended(FollowUp.Intent)
        /// `.again`: the same bytes are about to be sent once more.
        case sendingAgain(base: String)
        /// `.unknown`, `.released` or `.consumed`, `.refused`, `.not_sent`; with what is left of the deposit after it.
        case told(Telling<FollowUp.Outcome>, left: Fen)
    }

    var kind: FollowUp.Kind
    var number: OrderNumber
    var fee: Fen
    var step: Step

    var isIntent: Bool {
        switch step {
        case .intended: true
        case .sendingAgain, .told: false
        }
    }

    var name: String {
        switch step {
        case .intended: "\(kind.word).intent"
        case .sendingAgain: "\(kind.word).again"
        case .told(let telling, _): "\(kind.word).\(kind.name(of: telling.outcome))"
        }
    }
}

extension FollowUp.Kind {
    /// What the journal's events begin with.
    var word: String {
        switch self {
        case .release: "unfreeze"
        case .consume: "consume"
        }
    }

    /// The outcome as the journal and JSON name it.
    package func name(of outcome: FollowUp.Outcome) -> String {
        switch (self, outcome) {
        case (.release, .done): "released"
        case (.consume, .done): "consumed"
        case (_, .refused), (_, .unknown), (_, .notSent): outcome.rawValue
        }
    }

    /// The outcome of that name; nil for any other.
    func outcome(named name: String) -> FollowUp.Outcome? {
        FollowUp.Outcome.allCases.first { self.name(of: $0) == name }
    }
}
