import PayEngine

enum HelpView {
    static func draw(_ screen: HelpScreen, state: State, on frame: inout Frame, in rect: Rect) {
        let lines = lines(screen, state: state)
        frame.put(lines, in: rect, scroll: min(screen.scroll, max(0, lines.count - rect.height)))
    }

    static func scrolled(_ screen: HelpScreen, by action: Action, in state: State) -> Int {
        Scrolling.offset(
            screen.scroll, by: action, count: lines(screen, state: state).count,
            visible: MainView.body(state.size).height)
    }

    /// The keys of the screen below come first.
    private static func lines(_ screen: HelpScreen, state: State) -> [Line] {
        let language = state.language
        var lines: [Line] = []
        if !state.settings.demoHint.isEmpty {
            lines.append(Line(Phrase.demoTitle.text(in: language), role: .accent))
            lines += state.settings.demoHint.map { Line("  " + $0.printable) }
            lines.append(.empty)
        }
        for context in [screen.context] + KeyContext.allCases.filter({ $0 != screen.context }) {
            var title = Line(Phrase.context(context).text(in: language), role: .accent)
            if context == screen.context {
                title = title.then(" " + Phrase.helpHere.text(in: language), role: .muted)
            }
            lines.append(title)
            for binding in KeyMap.bindings(in: context) where isUseful(binding, state) {
                lines.append(
                    Line("  " + binding.label.padded(columns: 8), role: .hintKey)
                        .then(binding.help.text(in: language)))
            }
            lines.append(.empty)
        }
        return lines
    }

    private static func isUseful(_ binding: KeyBinding, _ state: State) -> Bool {
        guard case .quickAmount(let index) = binding.action else { return true }
        return state.settings.quickAmounts.indices.contains(index)
    }
}
