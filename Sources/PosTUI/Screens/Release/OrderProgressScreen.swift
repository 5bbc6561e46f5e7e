import PayEngine

/// The screen of a release or a consume that was confirmed.
///
/// Esc takes it back as long as it is not made; nothing takes back what is.
struct OrderProgressScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case takeBack
    }

    private static let keys = ProgressKeys.table(Action.takeBack)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    let id: AttemptID
    var attemptID: AttemptID? { id }

    var title: Phrase { .orderProgressTitle }
    var keys: KeyTable<Action> { Self.keys }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        guard let run = till.attempts[id] else { return .stay }
        switch run.stage {
        case .preparing, .heldBack:
            till.note = .takingBack
            return .ask(.withdraw(id))
        case .underWay, .ended:
            till.note = .cannotBeTakenBack
            return .stay
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        guard let run = till.attempts[id] else { return }
        OrderProgressView.draw(run, till: till, on: &frame, in: rect)
    }
}

enum OrderProgressView {
    static func draw(_ run: OrderAttempt, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        let seconds = max(0, (till.now.uptime - run.sentTime) / 1000)
        let limit = till.settings.pollingSeconds
        let isDoubtful = run.order.map { $0.outcome == .unknown && $0.reason.isTrouble } ?? false
        OutcomeBand(
            band: .outcome(isDoubtful ? .unknown : .waiting),
            headline: headline(run, isDoubtful: isDoubtful).text(in: language),
            lines: [
                Phrase.platform(run.draft.target.platform).text(in: language) + "  "
                    + Phrase.money(run.draft.amount).text(in: language),
                Phrase.elapsed(seconds, of: limit).text(in: language),
            ], amount: run.draft.amount
        ).draw(on: &frame, in: rect)
        ProgressBar.draw(
            seconds: seconds, limit: limit, on: &frame, in: rect, y: rect.y + OutcomeBand.height + 1)
        var lines = LaterOrderFacts.deposit(run.draft.target, language)
        if let order = run.order { lines += LaterOrderFacts.order(order, till.settings) }
        if isDoubtful, let reason = run.order?.reason {
            let words = Phrase.reason(reason).text(in: language).cut(columns: rect.width - 14)
            lines.append(.fact(Phrase.reason.text(in: language), words, role: .warning))
        }
        if case .heldBack = run.stage { lines.append(.fact("", Phrase.heldBackWhy.text(in: language), role: .warning)) }
        frame.put(lines, in: Rect(x: rect.x + 2, y: rect.y + 10, width: rect.width - 2, height: 6), scroll: 0)
        let y = rect.y + 17
        frame.put(
            wrapped: hint(run).text(in: language),
            in: Rect(x: rect.x + 2, y: y, width: rect.width - 2, height: rect.bottom - y), role: .muted)
    }

    private static func hint(_ run: OrderAttempt) -> Phrase {
        switch run.stage {
        case .preparing, .heldBack: .notMadeHint
        case .underWay, .ended: .orderProgressHint
        }
    }

    private static func headline(_ run: OrderAttempt, isDoubtful: Bool) -> Phrase {
        if case .heldBack(let seconds) = run.stage { return .heldBack(seconds: seconds) }
        guard run.order != nil else { return .orderPreparing }
        return isDoubtful ? .checkingOutcome : .orderUnderWay(run.draft.purpose)
    }
}
