import PayEngine

/// Takes an event into the state and says what is to be done. The only thing that changes a state.
func update(_ state: inout State, _ event: Event) -> [Effect] {
    state.now = event.time
    switch event.content {
    case .started:
        _ = state.healthCheck.begins(at: state.now.uptime, health: state.health)
        return [.loadStartNotices, .loadOpenQuestions, .listenToNews, .watchConnection, .checkHealth]
    case .key(let key):
        state.keyTime = state.now.uptime
        return state.press(key) + state.warmConnection()
    case .paste(let text):
        state.keyTime = state.now.uptime
        return state.paste(text) + state.warmConnection()
    case .tick:
        state.forgetIdlePin()
        return state.receiveSilentScan() + state.checkHealthIfDue()
    case .resized(let size):
        state.size = size
        return []
    case .freeze(let id, let progress): return state.freezeAdvanced(id) { $0.advance(progress) }
    case .freezeEnded(let id): return state.freezeAdvanced(id) { $0.breakOff() }
    case .followUp(let id, let progress): return state.followUpAdvanced(id) { $0.advance(progress) }
    case .followUpEnded(let id): return state.followUpAdvanced(id) { $0.breakOff() }
    case .approved(let id, let answer): return state.approved(id, answer)
    case .lookedUp(let id, let found): return state.lookedUp(id, found)
    case .openQuestions(let orders):
        state.openQuestionsLoaded(orders)
        return []
    case .closed(let number, let result): return state.closed(number, result)
    case .health(let health):
        state.health = health
        state.healthCheck.answered(at: state.now.uptime)
        state.gatewayAnswered(health)
        return []
    case .gatewayTime(let time):
        state.gatewayTold(time)
        return []
    case .connectionLost:
        state.healthCheck.connectionLost()
        return state.checkHealthIfDue()
    case .news(let order): return state.heard(order)
    case .startNotices(let notices):
        state.notices = notices
        return []
    case .held(let deposits):
        state.heldLoaded(deposits)
        return []
    case .found(let id, let found):
        state.found(id, found)
        return []
    case .signedIn(let staffID, let answer): return state.signedIn(staffID, answer)
    }
}
