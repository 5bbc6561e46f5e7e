/// The question whether to leave.
///
/// The till always asks first: F10 is beside keys that are pressed all day.
enum QuitDialog {
    enum Action: Equatable, Sendable {
        case leave, stay
    }

    static let keys = KeyTable<Action>(Phrase("退出", "Leaving"))
        .own(
            KeyBinding(
                "F10", [.function(10), .control("x")], .leave, hint: Phrase("退出", "Quit"),
                help: Phrase("确认退出", "Confirm leaving")),
            KeyBinding(
                "Esc", [.escape], .stay, hint: Phrase("留下", "Stay"),
                help: Phrase("不退出（其他任何键也一样）", "Stay, as with any other key")))

    static let hints = keys.bindings.compactMap { binding in binding.hint.map { (label: binding.label, hint: $0) } }

    static func draw(_ till: TillContext, on frame: inout Frame) {
        let paragraphs: [Phrase] = [.quitExplains(till.underWayCount), .quitConfirm]
        Dialog(
            title: Phrase.quitTitle.text(in: till.language), paragraphs: paragraphs.map { $0.text(in: till.language) }
        ).draw(on: &frame)
    }
}

extension State {
    mutating func askToQuit() {
        isQuitting = true
    }

    /// Answers the question: the same key again leaves, any other stays, and a key that is held does neither.
    mutating func answerQuitting(_ key: Key) {
        if QuitDialog.keys.request(for: key) == .screen(.leave) {
            _ = quitKey.press(at: now.uptime, since: nil)
        } else {
            isQuitting = false
        }
    }

    /// Leaves once the second F10 has stood alone long enough.
    mutating func quitIfDue() -> [Effect] {
        quitKey.isDue(at: now.uptime) && isQuitting ? [.quit] : []
    }
}
