import PayEngine

/// What the desk tells of orders: on the screen that shows them, in the banner elsewhere.
extension State {
    /// Takes in what the desk reported of a freeze.
    ///
    /// When it ended, its screen becomes the result; elsewhere a banner tells it.
    mutating func advance(_ id: FreezeID, by change: (inout Freeze) -> Void) -> [Effect] {
        guard var freeze = till.freezes[id], !freeze.isOver else { return [] }
        change(&freeze)
        till.freezes[id] = freeze
        guard case .ended(let end) = freeze.stage else { return [] }
        if screen.freezeID == id {
            showResult(of: freeze)
        } else {
            if !trail.contains(where: { $0.freezeID == id }) { till.freezes[id] = nil }
            addNews(of: freeze, end)
        }
        return [.loadOpenQuestions] + heldReload
    }

    /// Takes in what the desk reported of a release or a consume.
    mutating func advance(_ id: AttemptID, by change: (inout OrderAttempt) -> Void) -> [Effect] {
        guard var run = till.attempts[id], !run.isOver else { return [] }
        change(&run)
        till.attempts[id] = run
        // It was made before Esc came to it.
        if till.note == .takingBack, run.order != nil { till.note = .cannotBeTakenBack }
        if let order = run.order {
            trail = trail.map { $0.showing(order.deposit) }
            till.news = till.news.compactMap { $0.updated(with: order.deposit) }
        }
        guard case .ended(let end) = run.stage else { return [] }
        if screen.attemptID == id {
            showResult(of: run)
        } else {
            if !trail.contains(where: { $0.attemptID == id }) { till.attempts[id] = nil }
            addNews(end.order.map { .order($0) } ?? .attempt(run, end))
        }
        return [.loadOpenQuestions]
    }

    /// Puts the result where the freeze was.
    ///
    /// A scan that is coming in began on the progress: its end must not bring that back.
    mutating func showResult(of freeze: Freeze) {
        guard case .ended(let end) = freeze.stage else { return }
        scanner.reset()
        till.freezes[freeze.id] = nil
        removeNews(of: freeze.deposit?.number)
        isQuitting = false
        till.note = nil
        screen = .result(ResultScreen(end: end, freeze: freeze, shownTime: now.uptime))
    }

    /// Puts the result where the progress was.
    mutating func showResult(of run: OrderAttempt) {
        guard case .ended(let end) = run.stage else { return }
        scanner.reset()
        till.attempts[run.id] = nil
        removeNews(of: run.order?.number)
        isQuitting = false
        till.note = nil
        screen = .orderResult(OrderResultScreen(end: end, draft: run.draft, shownTime: now.uptime))
    }

    /// Takes in that an order changed by itself.
    ///
    /// The screen that shows it changes; elsewhere a banner tells it, and the keyboard stays where it is.
    mutating func hear(_ order: DepositOrder) -> [Effect] {
        switch order.kind {
        case .freeze:
            if case .result(var screen) = screen, screen.end.deposit?.number == order.deposit.number {
                screen.end = ResultScreen.end(of: order.deposit)
                screen.shownTime = now.uptime
                self.screen = .result(screen)
            } else if !till.freezes.values.contains(where: { !$0.isOver && $0.deposit?.number == order.number }) {
                addNews(.order(order))
            }
        case .release, .consume:
            if case .orderResult(var screen) = screen, screen.end.order?.number == order.number {
                screen.end = OrderResultScreen.end(of: order)
                screen.shownTime = now.uptime
                self.screen = .orderResult(screen)
            } else if !till.attempts.values.contains(where: { !$0.isOver && $0.order?.number == order.number }) {
                addNews(.order(order))
            }
        }
        return [.loadOpenQuestions] + heldReload
    }

    /// Something settled: the list, where it is open, is read again.
    var heldReload: [Effect] {
        ([screen] + trail).contains { if case .held = $0 { true } else { false } } ? [.loadHeld] : []
    }

    // MARK: - The banner

    /// More than these are only counted among the open questions and found by looking them up.
    private static let newsLimit = 99

    private mutating func addNews(of freeze: Freeze, _ end: Freeze.End) {
        switch end {
        case .settled(let deposit), .leftOpen(let deposit), .lost(.some(let deposit)):
            addNews(.order(DepositOrder(deposit)))
        // There is no order that could tell what became of this customer's money.
        case .seenBefore, .rejected, .lost(nil): addNews(.freeze(freeze, end))
        }
    }

    private mutating func addNews(_ item: News) {
        removeNews(of: item.number)
        till.news.append(item)
        guard till.news.count > Self.newsLimit else { return }
        // What is only good to know goes first.
        let lightest = till.news.map(\.weight).max()
        if let index = till.news.firstIndex(where: { $0.weight == lightest }) { till.news.remove(at: index) }
    }

    /// Takes out what was told of an order, which is out of date or stands on the screen.
    private mutating func removeNews(of number: OrderNumber?) {
        guard let number else { return }
        till.news.removeAll { $0.number == number }
    }

    /// Opens what happened.
    mutating func openNews() {
        guard let item = till.weightiestNews, let index = till.news.firstIndex(of: item) else { return }
        till.news.remove(at: index)
        switch item {
        case .order(let order):
            switch order.kind {
            case .freeze: open(.result(ResultScreen(deposit: order.deposit, shownTime: now.uptime)))
            case .release, .consume: open(.orderResult(OrderResultScreen(order, shownTime: now.uptime)))
            }
        case .freeze(let freeze, let end):
            open(.result(ResultScreen(end: end, freeze: freeze, shownTime: now.uptime)))
        case .attempt(let run, let end):
            open(.orderResult(OrderResultScreen(end: end, draft: run.draft, shownTime: now.uptime)))
        }
    }
}

extension Screen {
    /// Returns a result that waits below, whose deposit holds less by now.
    fileprivate func showing(_ deposit: Deposit) -> Screen {
        guard case .result(var screen) = self, screen.end.deposit?.number == deposit.number else { return self }
        screen.end = ResultScreen.end(of: deposit)
        return .result(screen)
    }
}
