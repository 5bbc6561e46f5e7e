/// Leaving. While a freeze is under way the till asks first; only a function key confirms, which no scanner sends.
extension State {
    mutating func askToQuit() -> [Effect] {
        guard freezes.values.contains(where: { !$0.isOver }) else { return [.quit] }
        isQuitting = true
        return []
    }

    mutating func answerQuitting(_ action: Action) -> [Effect] {
        if action == .confirm { return [.quit] }
        if action == .back { isQuitting = false }
        return []
    }
}
