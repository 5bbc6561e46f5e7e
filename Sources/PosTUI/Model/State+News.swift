import PayEngine

extension State {
    /// More than these are only counted among the open questions and found by looking them up.
    private static let newsLimit = 99

    /// An order changed by itself. The screen that shows it changes; elsewhere a banner tells it, and the keyboard
    /// stays where it is.
    mutating func heard(_ order: TillOrder) -> [Effect] {
        let deposit = order.deposit
        if order.followUp != nil {
            addNews(order)
        } else if case .result(var screen) = screen, screen.deposit?.number == deposit.number {
            screen.end = ResultScreen.end(of: deposit)
            screen.shownTime = now.uptime
            self.screen = .result(screen)
        } else if !freezes.values.contains(where: { !$0.isOver && $0.deposit?.number == deposit.number }) {
            addNews(order)
        }
        return [.loadOpenQuestions]
    }

    mutating func addNews(_ order: TillOrder) {
        news.removeAll { $0.number == order.number }
        news.append(order)
        if news.count > Self.newsLimit { news.removeFirst() }
    }

    /// Opens the order itself; of a release or consume the look-up of its deposit, which shows it whole.
    mutating func openNews() -> [Effect] {
        if case .result(let screen) = screen, !screen.acceptsKeys(at: now.uptime) { return [] }
        guard !news.isEmpty else { return [] }
        let order = news.removeFirst()
        if order.followUp != nil { return openLookUp(of: order.deposit.number) }
        open(.result(ResultScreen(deposit: order.deposit, shownTime: now.uptime)))
        return []
    }
}
