import PayEngine

/// Takes an event into the state and returns what is to be done; nothing else changes a state.
func update(_ state: inout State, _ event: Event) -> [Effect] {
    state.now = event.time
    let confirmed = state.confirmIfDue() + state.quitIfDue()
    let effects = confirmed + state.apply(event.content)
    return effects + state.dropApprovals(besides: effects)
}

extension State {
    /// Does what F9 confirmed, which stood alone long enough.
    fileprivate mutating func confirmIfDue() -> [Effect] {
        guard till.confirmKey.isDue(at: now.uptime), !isQuitting else { return [] }
        return follow(screen.apply(ReceiveNews(news: .confirmed), in: &till))
    }

    /// An approval does not outlive its screen, nor its time: whichever way a screen was left, what it had is dropped.
    ///
    /// - Parameter effects: what is asked for now, which may use one up.
    /// - Returns: what drops the others.
    fileprivate mutating func dropApprovals(besides effects: [Effect]) -> [Effect] {
        let kept = ([screen] + trail).compactMap(\.ticket).filter { !$0.hasLapsed(at: now.uptime) }.map(\.id)
        let gone = approvals.subtracting(kept).subtracting(effects.compactMap(\.usedApproval))
        approvals = Set(kept)
        return gone.map(Effect.dropApproval)
    }

    fileprivate mutating func apply(_ content: Event.Content) -> [Effect] {
        switch content {
        case .started:
            _ = till.healthCheck.begins(at: now.uptime, health: till.health)
            let signedIn = till.settings.clerk.map { [Effect.noteSignIn(staffID: $0.id)] } ?? []
            return signedIn + [
                .loadStartNotices, .loadOpenQuestions, .listenToNews, .watchConnection, .listenToAnswers, .checkHealth,
            ]
        case .key(let key):
            disarmIfIdle()
            let isQuick = till.keyTime.map { (0...ScanDetector.burstGap).contains(now.uptime - $0) } ?? false
            rush = isQuick ? rush + 1 : 0
            till.keyTime = now.uptime
            return press(key) + warmConnection()
        case .paste(let text):
            disarmIfIdle()
            till.keyTime = now.uptime
            return paste(text) + warmConnection()
        case .inputLost: return breakOffScan()
        case .tick:
            let effects = follow(screen.apply(ReceiveNews(news: .tick), in: &till))
            disarmIfIdle()
            return effects + receiveSilentScan() + checkHealthIfDue()
        case .resized(let size): till.size = size
        case .freeze(let id, let progress): return advance(id) { $0.advance(progress) }
        case .freezeEnded(let id): return advance(id) { $0.breakOff() }
        case .order(let id, let progress): return advance(id) { $0.advance(progress) }
        case .orderEnded(let id): return advance(id) { $0.breakOff() }
        case .approved(let id, let answer): return tellScreens(.approved(id, answer))
        case .lookedUp(let id, let found):
            return tellScreens(.lookedUp(id, found)) + [.loadOpenQuestions] + heldReload
        case .openQuestions(let orders):
            let before = till.openQuestions
            till.openQuestions = orders
            return tellScreens(.openQuestions(before: before))
        case .closed(let number, let result):
            if case .openQuestions(let asking) = screen, asking.isClosing(number) {
                return tellScreens(.closed(number, result)) + [.loadOpenQuestions]
            }
            till.note = .closing(result)
            return [.loadOpenQuestions]
        case .health(let health): hear(health)
        case .orderAnswered(let base):
            switch till.health {
            case .unasked, .down: till.health = .up(base: base, clockOffset: nil)
            case .up, .slow: break
            }
        case .gatewayTime(let time): hear(time)
        case .connectionLost:
            till.healthCheck.connectionLost()
            return checkHealthIfDue()
        case .news(let order): return hear(order)
        case .startNotices(let notices): till.notices = notices
        case .held(let deposits):
            let before = till.held ?? []
            till.held = deposits
            return tellScreens(.held(before: before))
        case .found(let id, let found): return tellScreens(.found(id, found))
        case .signedIn(let staffID, let answer): return tellScreens(.signedIn(staffID: staffID, answer))
        }
        return []
    }

    /// Tells the screen and those that lie below it: an answer may come when another one is open.
    private mutating func tellScreens(_ news: TillNews) -> [Effect] {
        let step = screen.apply(ReceiveNews(news: news), in: &till)
        var effects: [Effect] = []
        for index in trail.indices.reversed() {
            let below = trail[index].apply(ReceiveNews(news: news), in: &till)
            // Signing in leads on from wherever its screen is.
            if case .home = below.move { return follow(below) }
            effects += below.effects
        }
        return follow(step) + effects
    }
}

extension Effect {
    /// The approval that it uses up.
    fileprivate var usedApproval: ApprovalID? {
        switch self {
        case .release(_, _, let id), .close(_, _, let id): id
        case .freeze, .lookUp, .consume, .withdraw, .approve, .approveWithoutPin, .dropApproval, .loadOpenQuestions,
            .checkHealth, .watchConnection, .listenToAnswers, .listenToNews, .loadStartNotices, .offerCode, .loadHeld,
            .find, .signIn, .noteSignIn, .quit:
            nil
        }
    }
}
