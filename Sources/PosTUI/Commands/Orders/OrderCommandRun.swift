import PayEngine

/// What `unfreeze` and `consume` have in common: asking for a release or a consume, and telling what became of it.
struct OrderCommandRun {
    let session: EngineSession
    let json: Bool

    /// Returns an amount as typed.
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
    func run(_ ask: (PaymentDesk) async -> AsyncStream<OrderProgress>) async throws -> ExitStatus {
        let heldBack = HeldBackNote(language: session.language)
        switch OrderEnd(try await OrderRun(session: session, json: json).last(note: heldBack.receive, ask)) {
        case .made(let order):
            OrderPrinter(session: session, json: json).print(made: order)
            return ExitStatus(order)
        case .rejected(let rejection):
            return tell(rejection)
        // A code is scanned for a freeze only.
        case .seenBefore, .lost:
            return session.tellLost()
        }
    }

    private func tell(_ rejection: OrderRejection) -> ExitStatus {
        let phrase = Phrase.rejection(rejection)
        if case .otherIsOpen(let order) = rejection {
            OrderPrinter(session: session, json: json).print(order, inTheWay: phrase)
            return ExitStatus(rejection)
        }
        return session.refuse(phrase, ExitStatus(rejection))
    }
}
