import PayEngine

extension State {
    /// More than these are only counted among the open questions and found by looking them up.
    private static let newsLimit = 99

    /// An order changed by itself. The screen that shows it changes; elsewhere a banner tells it, and the keyboard
    /// stays where it is.
    mutating func heard(_ deposit: Deposit) -> [Effect] {
        if case .result(var screen) = screen, screen.deposit?.number == deposit.number {
            screen.end = ResultScreen.end(of: deposit)
            screen.shownTime = now.uptime
            self.screen = .result(screen)
        } else if !freezes.values.contains(where: { !$0.isOver && $0.deposit?.number == deposit.number }) {
            addNews(deposit)
        }
        return [.loadOpenQuestions]
    }

    mutating func addNews(_ deposit: Deposit) {
        news.removeAll { $0.number == deposit.number }
        news.append(deposit)
        if news.count > Self.newsLimit { news.removeFirst() }
    }

    mutating func openNews() {
        if case .result(let screen) = screen, !screen.acceptsKeys(at: now.uptime) { return }
        guard !news.isEmpty else { return }
        let deposit = news.removeFirst()
        open(.result(ResultScreen(deposit: deposit, shownTime: now.uptime)))
    }
}
