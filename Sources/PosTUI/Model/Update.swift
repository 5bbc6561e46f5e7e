import PayEngine

/// Takes an event into the state and says what is to be done. The only thing that changes a state.
func update(_ state: inout State, _ event: Event) -> [Effect] {
    state.now = event.time
    let confirmed = state.confirmIfDue() + state.quitIfDue()
    return confirmed + state.take(event.content)
}

extension State {
    fileprivate mutating func take(_ content: Event.Content) -> [Effect] {
        switch content {
        case .started:
            _ = healthCheck.begins(at: now.uptime, health: health)
            let signedIn = settings.clerk.map { [Effect.noteSignIn(staffID: $0.id)] } ?? []
            return signedIn + [
                .loadStartNotices, .loadOpenQuestions, .listenToNews, .watchConnection, .listenToAnswers, .checkHealth,
            ]
        case .key(let key):
            disarmIfIdle()
            let isQuick = keyTime.map { (0...ScanDetector.burstGap).contains(now.uptime - $0) } ?? false
            rush = isQuick ? rush + 1 : 0
            keyTime = now.uptime
            return press(key) + warmConnection()
        case .paste(let text):
            disarmIfIdle()
            keyTime = now.uptime
            return paste(text) + warmConnection()
        case .inputLost: return breakOffScan()
        case .tick:
            forgetIdlePin()
            disarmIfIdle()
            countDownToClosing()
            return receiveSilentScan() + checkHealthIfDue()
        case .resized(let size):
            self.size = size
            return []
        case .freeze(let id, let progress): return freezeAdvanced(id) { $0.advance(progress) }
        case .freezeEnded(let id): return freezeAdvanced(id) { $0.breakOff() }
        case .followUp(let id, let progress): return followUpAdvanced(id) { $0.advance(progress) }
        case .followUpEnded(let id): return followUpAdvanced(id) { $0.breakOff() }
        case .approved(let id, let answer): return approved(id, answer)
        case .lookedUp(let id, let found): return lookedUp(id, found)
        case .openQuestions(let orders):
            openQuestionsLoaded(orders)
            return []
        case .closed(let number, let result): return closed(number, result)
        case .health(let health):
            self.health = health
            healthCheck.answered(at: now.uptime)
            gatewayAnswered(health)
            return []
        case .orderAnswered(let base):
            switch health {
            case .unasked, .down: health = .up(base: base, clockOffset: nil)
            case .up, .slow: break
            }
            return []
        case .gatewayTime(let time):
            gatewayTold(time)
            return []
        case .connectionLost:
            healthCheck.connectionLost()
            return checkHealthIfDue()
        case .news(let order): return heard(order)
        case .startNotices(let notices):
            self.notices = notices
            return []
        case .held(let deposits):
            heldLoaded(deposits)
            return []
        case .found(let id, let found):
            self.found(id, found)
            return []
        case .signedIn(let staffID, let answer): return signedIn(staffID, answer)
        }
    }
}
