/// The top line: what the screen is, and whether the money is real.
enum TitleBar {
    static func draw(_ title: Phrase, till: TillContext, on frame: inout Frame) {
        let margin = ScreenLayout.margin
        let x = frame.put("postui", x: margin, y: 0, role: .muted) + 2
        frame.put(title.text(in: till.language), x: x, y: 0, role: .title)
        guard till.settings.isSandbox else { return }
        let words = " \(Phrase.sandbox.text(in: till.language)) "
        frame.put(words, endingAt: frame.size.width - margin, y: 0, role: .sandbox)
    }
}
