import PayEngine

/// The screen of what became of a deposit.
///
/// Digits, scans and Enter do nothing here: they may be left over from the scan.
struct ResultScreen: TillScreen {
    typealias Action = ResultKeys.Action

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [ResultKeys.table] }

    var end: Freeze.End
    var amount: Fen
    var platform: PayPlatform
    /// When it came up, or changed before the clerk's eyes; uptime in milliseconds.
    var shownTime: Int64

    init(end: Freeze.End, freeze: Freeze, shownTime: Int64) {
        self.end = end
        self.shownTime = shownTime
        amount = freeze.deposit?.fee ?? freeze.amount
        platform = freeze.deposit?.platform ?? freeze.platform
    }

    init(deposit: Deposit, shownTime: Int64) {
        end = Self.end(of: deposit)
        self.shownTime = shownTime
        amount = deposit.fee
        platform = deposit.platform
    }

    static func end(of deposit: Deposit) -> Freeze.End {
        deposit.outcome.isSettled ? .settled(deposit) : .leftOpen(deposit)
    }

    var title: Phrase { .resultTitle }
    var keys: KeyTable<Action> { ResultKeys.table }

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
        let unknown: Phrase = end.outcome == .unknown ? .notHeld(.unknown) : .nothingHeld
        return DepositAtHand(
            end.deposit.flatMap { OrderTarget($0) }, openOrder: end.deposit?.openOrder,
            refusal: end.deposit.map { .notHeld($0.outcome) } ?? unknown)
    }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        guard acceptsKeys(at: till.now.uptime) else { return .stay }
        switch action {
        case .back: return .back
        case .lookUp: return .open(.lookUp(end.deposit?.number))
        case .release: return atHand.step(.release, in: &till)
        case .consume: return atHand.step(.consume, in: &till)
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        ResultView.draw(self, till: till, on: &frame, in: rect)
    }
}
