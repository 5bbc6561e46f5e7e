/// Leaving. The till always asks first: F10 is beside keys that are pressed all day.
extension State {
    mutating func askToQuit() -> [Effect] {
        isQuitting = true
        return []
    }

    /// The same key again leaves, any other stays.
    mutating func answerQuitting(_ action: Action?) -> [Effect] {
        if action == .confirm { return [.quit] }
        isQuitting = false
        return []
    }
}
