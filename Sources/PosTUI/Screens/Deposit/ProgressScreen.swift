import PayEngine

/// The screen of a freeze that was sent; nothing here takes it back.
struct ProgressScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case leave
    }

    private static let keys = ProgressKeys.table(Action.leave)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    let id: FreezeID
    var freezeID: FreezeID? { id }

    var title: Phrase { .progressTitle }
    var keys: KeyTable<Action> { Self.keys }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .leave: till.note = .cannotBeTakenBack
        }
        return .stay
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        guard let freeze = till.freezes[id] else { return }
        ProgressView.draw(freeze, till: till, on: &frame, in: rect)
    }
}

enum ProgressView {
    static func draw(_ freeze: Freeze, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        let seconds = max(0, (till.now.uptime - freeze.sentTime) / 1000)
        let limit = till.settings.pollingSeconds
        OutcomeBand(
            band: .outcome(isDoubtful(freeze) ? .unknown : .waiting), headline: headline(freeze).text(in: language),
            lines: [
                Phrase.platform(freeze.platform).text(in: language) + "  "
                    + Phrase.money(freeze.amount).text(in: language),
                Phrase.elapsed(seconds, of: limit).text(in: language),
            ], amount: freeze.amount
        ).draw(on: &frame, in: rect)
        ProgressBar.draw(seconds: seconds, limit: limit, on: &frame, in: rect, y: rect.y + OutcomeBand.height + 1)
        var lines: [Line] = []
        if let deposit = freeze.deposit {
            lines = OrderFacts.lines(deposit, till.settings)
            if isDoubtful(freeze) {
                let words = Phrase.reason(deposit.reason).text(in: language).cut(columns: rect.width - 14)
                lines.append(.fact(Phrase.reason.text(in: language), words, role: .warning))
            }
        }
        frame.put(lines, in: Rect(x: rect.x + 2, y: rect.y + 10, width: rect.width - 2, height: 5), scroll: 0)
        let hint = isForPassword(freeze) ? Phrase.showPasswordHint : nil
        var y = rect.y + 16
        if let hint {
            frame.put(hint.text(in: language), x: rect.x + 2, y: y, role: .strong, limit: rect.right)
            y += 1
        }
        frame.put(
            wrapped: Phrase.progressHint.text(in: language),
            in: Rect(x: rect.x + 2, y: y, width: rect.width - 2, height: rect.bottom - y), role: .muted)
    }

    private static func headline(_ freeze: Freeze) -> Phrase {
        guard freeze.deposit != nil else { return .sending }
        if isForPassword(freeze) { return .headline(.waiting) }
        return isDoubtful(freeze) ? .checkingOutcome : .askingForOutcome
    }

    /// Whether something went wrong on the way, so that the till asks what became of it.
    private static func isDoubtful(_ freeze: Freeze) -> Bool {
        guard let deposit = freeze.deposit else { return false }
        return deposit.outcome == .unknown && deposit.reason.isTrouble
    }

    private static func isForPassword(_ freeze: Freeze) -> Bool {
        freeze.deposit?.outcome == .waiting
    }
}

extension Reason {
    /// Something went wrong while the outcome is open; the others are the ordinary course of things.
    var isTrouble: Bool {
        switch self {
        case .inProgress, .customerTyping, .customerScanning, .notThereYet, .gatewayUndecided, .beingMade,
            .refundedOrClosed,
            .customerStopped, .paymentError, .closedUnpaid, .failedAtPlatform, .carriedOut, .totalsMoved,
            .releasedOrConsumed, .refusedByGateway, .neverArrived, .noConnection,
            .held:
            false
        case .nextBase, .callerWrong, .newNumberNeeded, .noAnswer, .unbelievable, .numberUsedBefore, .unrecognisedState,
            .journalFailed, .journalMoved:
            true
        }
    }
}
