import PayEngine

enum HelpView {
    static func draw(_ screen: HelpScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let lines = lines(screen, till)
        frame.put(lines, in: rect, scroll: min(screen.scroll, max(0, lines.count - rect.height)))
    }

    static func scrolled(_ screen: HelpScreen, by move: ListMove, _ till: TillContext) -> Int {
        Scrolling.offset(
            screen.scroll, by: move, count: lines(screen, till).count, visible: ScreenLayout.body(till.size).height)
    }

    private static func lines(_ screen: HelpScreen, _ till: TillContext) -> [Line] {
        let language = till.language
        var lines: [Line] = []
        if !till.settings.demoHint.isEmpty {
            lines.append(Line(Phrase.demoTitle.text(in: language), role: .accent))
            lines += till.settings.demoHint.map { Line("  " + $0.printable) }
            lines.append(.empty)
        }
        for page in [screen.here] + screen.others {
            var title = Line(page.name.text(in: language), role: .accent)
            if page == screen.here { title = title.then(" " + Phrase.helpHere.text(in: language), role: .muted) }
            lines.append(title)
            lines += page.entries.map { entry in
                Line("  " + entry.label.padded(columns: 8), role: .hintKey).then(entry.help.text(in: language))
            }
            lines.append(.empty)
        }
        return lines
    }
}
