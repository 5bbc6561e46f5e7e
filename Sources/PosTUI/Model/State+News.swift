import PayEngine

extension State {
    /// More than these are only counted among the open questions and found by looking them up.
    private static let newsLimit = 99

    /// An order changed by itself. The screen that shows it changes; elsewhere a banner tells it, and the keyboard
    /// stays where it is.
    mutating func heard(_ order: DepositOrder) -> [Effect] {
        let deposit = order.deposit
        if order.kind != .freeze {
            heardFollowUp(order)
        } else if case .result(var screen) = screen, screen.deposit?.number == deposit.number {
            screen.end = ResultScreen.end(of: deposit)
            screen.shownTime = now.uptime
            self.screen = .result(screen)
        } else if !freezes.values.contains(where: { !$0.isOver && $0.deposit?.number == deposit.number }) {
            addNews(order)
        }
        return [.loadOpenQuestions] + heldReload
    }

    private mutating func heardFollowUp(_ order: DepositOrder) {
        if case .followUpResult(var screen) = screen, screen.order?.number == order.number {
            screen.end = FollowUpResultScreen.end(of: order)
            screen.shownTime = now.uptime
            self.screen = .followUpResult(screen)
        } else if !followUps.values.contains(where: { !$0.isOver && $0.order?.number == order.number }) {
            addNews(order)
        }
    }

    mutating func addNews(_ order: DepositOrder) {
        news.removeAll { $0.number == order.number }
        news.append(order)
        guard news.count > Self.newsLimit else { return }
        // What is only good to know goes first.
        let lightest = news.map(\.newsWeight).max()
        if let index = news.firstIndex(where: { $0.newsWeight == lightest }) { news.remove(at: index) }
    }

    /// What the banner tells: late successes and refusals before what goes its ordinary way, the oldest first.
    var weightiestNews: DepositOrder? {
        let weightiest = news.map(\.newsWeight).min()
        return news.first { $0.newsWeight == weightiest }
    }

    /// Opens what became of the order.
    mutating func openNews() -> [Effect] {
        guard acceptsKeys else { return [] }
        guard !news.isEmpty else { return [] }
        guard let order = weightiestNews else { return [] }
        news.removeAll { $0.number == order.number }
        if order.kind != .freeze {
            open(.followUpResult(FollowUpResultScreen(order, shownTime: now.uptime)))
        } else {
            open(.result(ResultScreen(deposit: order.deposit, shownTime: now.uptime)))
        }
        return []
    }

    /// A result that has just come up takes no keys: they were meant for what was there before.
    var acceptsKeys: Bool {
        switch screen {
        case .result(let screen): screen.acceptsKeys(at: now.uptime)
        case .followUpResult(let screen): screen.acceptsKeys(at: now.uptime)
        case .home, .amount, .reference, .scan, .progress, .lookUp, .openQuestions, .help, .followUp, .followUpProgress:
            true
        case .offer, .held, .find, .signIn: true
        }
    }
}

extension DepositOrder {
    /// The lower, the sooner somebody has to know of it.
    fileprivate var newsWeight: Int {
        if order.isLateSuccess { return 0 }
        return switch order.outcome {
        case .refused, .notSent: 1
        case .unknown: 2
        case .over: 3
        case .done, .waiting: 4
        }
    }
}
