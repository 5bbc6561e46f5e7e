/// Leaving. The till always asks first: F10 is beside keys that are pressed all day.
extension State {
    mutating func askToQuit() -> [Effect] {
        isQuitting = true
        return []
    }

    /// The same key again leaves, any other stays. Held it does neither.
    mutating func answerQuitting(_ action: Action?) -> [Effect] {
        if action == .confirm {
            _ = quitKey.press(at: now.uptime, since: nil)
        } else {
            isQuitting = false
        }
        return []
    }

    /// The second F10 stood alone long enough.
    mutating func quitIfDue() -> [Effect] {
        quitKey.isDue(at: now.uptime) && isQuitting ? [.quit] : []
    }
}
