import PayEngine

/// What `unfreeze` and `consume` have in common: asking for a release or a consume, and telling what became of it.
struct FollowUpCommandRun {
    let session: EngineSession
    let json: Bool

    /// An amount as typed.
    ///
    /// - Throws: status 2, after a sentence.
    func amount(_ text: String) throws -> Fen {
        do {
            return try Fen(yuan: text)
        } catch {
            throw session.refuse(.wrongAmount(error, maximum: .orderLimit))
        }
    }

    /// - Returns: the status to end with, when the rest was told.
    func run(_ ask: @escaping @Sendable (PaymentDesk) async -> AsyncStream<FollowUpProgress>) throws -> ExitStatus {
        let heldBack = HeldBackNote(language: session.language)
        switch try OrderRun(session: session, json: json).last(note: { heldBack.note($0) }, ask) {
        case .settled(let order), .leftOpen(let order), .started(let order), .changed(let order):
            OrderPrinter(session: session, json: json).print(made: order)
            return ExitStatus(order)
        case .heldBack:
            return session.refuse(.interruptedBeforeSending, .unreachable)
        case .rejected(let rejection):
            return tell(rejection)
        case nil:
            return session.refuse(.rejection(.journal("")), .journal)
        }
    }

    private func tell(_ rejection: FollowUpRejection) -> ExitStatus {
        let phrase = Phrase.followUpRejection(rejection)
        if case .otherIsOpen(let order) = rejection {
            OrderPrinter(session: session, json: json).print(order, inTheWay: phrase)
            return ExitStatus(rejection)
        }
        return session.refuse(phrase, ExitStatus(rejection))
    }
}

extension ExitStatus {
    /// Nothing was released or consumed, and nothing of that kind was sent. That the gateway knows no such deposit, or
    /// holds nothing, is its refusal (1); a deposit that is itself an open question, or has one, stays one (3). No
    /// answer that can be believed is like no gateway (4): the same command can be given again.
    init(_ rejection: FollowUpRejection) {
        switch rejection {
        case .noSuchDeposit, .refusedToTell: self = .refused
        case .notHeld(let outcome): self = outcome.isSettled ? .refused : .unknown
        case .otherIsOpen: self = .unknown
        case .gatewayDown, .undecided, .withdrawn: self = .unreachable
        case .platformNeeded, .wrongNumber, .amountIsZero, .aboveLeft, .onlyWhole, .cannotKeepRest, .supervisorNeeded,
            .unknownStaff, .fieldTooLong, .holdsPaymentCode, .notOnPlatform:
            self = .wrongInput
        case .journal, .journalMoved, .noRandomBytes: self = .journal
        }
    }
}
