/// Leaving. While an order is under way the till asks first; only a function key confirms, which no scanner sends.
extension State {
    mutating func askToQuit() -> [Effect] {
        guard underWayCount > 0 else { return [.quit] }
        isQuitting = true
        return []
    }

    mutating func answerQuitting(_ action: Action) -> [Effect] {
        if action == .confirm { return [.quit] }
        if action == .back { isQuitting = false }
        return []
    }
}
