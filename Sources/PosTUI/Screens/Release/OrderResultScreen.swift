import PayEngine

/// The screen of what became of a release or a consume.
///
/// Digits, scans and Enter do nothing here.
struct OrderResultScreen: TillScreen {
    typealias Action = ResultKeys.Action

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [ResultKeys.table] }

    var end: OrderAttempt.End
    /// Nil where it is not this screen that sent it.
    var draft: OrderDraft?
    /// When it came up, or changed before the clerk's eyes; uptime in milliseconds.
    var shownTime: Int64

    init(end: OrderAttempt.End, draft: OrderDraft, shownTime: Int64) {
        self.end = end
        self.draft = draft
        self.shownTime = shownTime
    }

    init(_ order: DepositOrder, shownTime: Int64) {
        end = Self.end(of: order)
        self.shownTime = shownTime
    }

    static func end(of order: DepositOrder) -> OrderAttempt.End {
        order.isSettled ? .settled(order) : .leftOpen(order)
    }

    var title: Phrase { .orderResultTitle }
    var keys: KeyTable<Action> { ResultKeys.table }
    var amount: Fen { end.order?.fee ?? draft?.amount ?? .zero }
    var platform: PayPlatform? { end.order?.platform ?? draft?.target.platform }

    func offers(_ action: Action) -> Bool {
        switch action {
        case .release, .consume: atHand.target != nil
        case .lookUp, .back: true
        }
    }

    func acceptsKeys(at time: Int64) -> Bool {
        time - shownTime >= ResultKeys.guardTime
    }

    private var atHand: DepositAtHand {
        DepositAtHand(
            end.order.flatMap { OrderTarget($0.deposit) }, openOrder: end.order?.deposit.openOrder,
            refusal: whyNothingIsHeld)
    }

    private var whyNothingIsHeld: Phrase {
        if let order = end.order { return .notHeld(order.deposit.outcome) }
        guard case .rejected(let rejection) = end else { return .notHeld(.unknown) }
        return .rejection(rejection)
    }

    /// The way back to what was typed, where nothing was sent: with what the gateway says is left.
    private var corrected: Destination? {
        guard case .rejected(let rejection) = end, var draft else { return nil }
        draft.approval = nil
        switch rejection {
        case .aboveLeft(let left), .onlyWhole(let left):
            guard left > .zero else { return nil }
            draft.target.left = left
        case .cannotKeepRest: draft.keepsRest = false
        case .platformNeeded, .gatewayDown, .undecided, .amountIsZero, .approval, .unknownStaff, .fieldTooLong,
            .holdsPaymentCode, .notOnPlatform, .aboveMaximum, .gatewayClockUnknown, .noRandomBytes, .journal,
            .journalMoved, .withdrawn:
            break
        case .noSuchDeposit, .refusedToTell, .wrongNumber, .notHeld, .otherIsOpen: return nil
        }
        return .orderAgain(draft, problem: .rejection(rejection))
    }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        guard acceptsKeys(at: till.now.uptime) else { return .stay }
        switch action {
        case .back: return corrected.map { Step(move: .replace($0)) } ?? Step(move: .back(.ask))
        case .lookUp: return .open(.lookUp(end.order?.deposit.number ?? draft?.target.number))
        case .release: return atHand.step(.release, in: &till)
        case .consume: return atHand.step(.consume, in: &till)
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        OrderResultView.draw(self, till: till, on: &frame, in: rect)
    }
}

enum OrderResultView {
    static func draw(_ screen: OrderResultScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        var lines: [String] = []
        if let platform = screen.platform {
            lines.append(
                Phrase.platform(platform).text(in: language) + "  " + Phrase.money(screen.amount).text(in: language))
        }
        if let deposit = screen.end.order?.deposit, screen.end.outcome == .done {
            lines.append(Phrase.stillHeld(deposit.left).text(in: language))
        }
        OutcomeBand(
            band: .outcome(screen.end.outcome), headline: screen.end.headline.text(in: language), lines: lines,
            amount: screen.amount
        ).draw(on: &frame, in: rect)
        var y = rect.y + OutcomeBand.height + 1
        for line in facts(screen, till) {
            frame.put(line, x: rect.x + 2, y: y, limit: rect.right)
            y += 1
        }
        let label = 12
        for (name, text, role) in paragraphs(screen) {
            frame.put(name.text(in: language), x: rect.x + 2, y: y, role: .muted)
            y = frame.put(
                wrapped: text.text(in: language),
                in: Rect(x: rect.x + 2 + label, y: y, width: rect.width - 2 - label, height: rect.bottom - y),
                role: role)
        }
    }

    private static func facts(_ screen: OrderResultScreen, _ till: TillContext) -> [Line] {
        let target = screen.draft?.target
        guard let order = screen.end.order else {
            return target.map { LaterOrderFacts.deposit($0, till.language) } ?? []
        }
        let number = OrderFacts.grouped(order.deposit.number.text, by: 4)
        return [.fact(Phrase.deposit.text(in: till.language), number, role: .strong)]
            + LaterOrderFacts.order(order, till.settings)
    }

    private static func paragraphs(_ screen: OrderResultScreen) -> [(Phrase, Phrase, Role)] {
        switch screen.end {
        case .settled(let order):
            let next = (Phrase.next, Phrase.next(order), Role.strong)
            if order.isLateSuccess { return [(.reason, .lateOrder(order), .warning), next] }
            return order.outcome == .done ? [next] : [(.reason, .reason(order.reason), .text), next]
        case .leftOpen(let order): return [(.reason, .reason(order.reason), .text), (.next, .nextUnknown, .strong)]
        case .rejected(let rejection):
            return [(.reason, .rejection(rejection), .error), (.next, .nextAfterNotTried, .strong)]
        case .lost(let order):
            let lead: Phrase = order == nil ? .numberUnknown : .broughtToNoEnd
            return [(.reason, lead, .text), (.next, .nextUnknown, .strong)]
        }
    }
}
