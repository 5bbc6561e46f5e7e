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
            addNews(.order(order))
        }
        return [.loadOpenQuestions] + heldReload
    }

    private mutating func heardFollowUp(_ order: DepositOrder) {
        if case .followUpResult(var screen) = screen, screen.order?.number == order.number {
            screen.end = FollowUpResultScreen.end(of: order)
            screen.shownTime = now.uptime
            self.screen = .followUpResult(screen)
        } else if !followUps.values.contains(where: { !$0.isOver && $0.order?.number == order.number }) {
            addNews(.order(order))
        }
    }

    mutating func addNews(_ item: News) {
        removeNews(of: item.number)
        news.append(item)
        guard news.count > Self.newsLimit else { return }
        // What is only good to know goes first.
        let lightest = news.map(\.weight).max()
        if let index = news.firstIndex(where: { $0.weight == lightest }) { news.remove(at: index) }
    }

    /// What was told of an order is out of date, or stands on the screen.
    mutating func removeNews(of number: OrderNumber?) {
        guard let number else { return }
        news.removeAll { $0.number == number }
    }

    /// What the banner tells: late successes and refusals before what goes its ordinary way, the oldest first.
    var weightiestNews: News? {
        let weightiest = news.map(\.weight).min()
        return news.first { $0.weight == weightiest }
    }

    /// Opens what happened.
    mutating func openNews() -> [Effect] {
        guard acceptsKeys else { return [] }
        guard let item = weightiestNews, let index = news.firstIndex(of: item) else { return [] }
        news.remove(at: index)
        switch item {
        case .order(let order):
            switch order.kind {
            case .freeze: open(.result(ResultScreen(deposit: order.deposit, shownTime: now.uptime)))
            case .release, .consume: open(.followUpResult(FollowUpResultScreen(order, shownTime: now.uptime)))
            }
        case .freeze(let freeze, let end):
            open(.result(ResultScreen(end: end, freeze: freeze, shownTime: now.uptime)))
        case .followUp(let run, let end):
            open(.followUpResult(FollowUpResultScreen(end: end, draft: run.draft, shownTime: now.uptime)))
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
