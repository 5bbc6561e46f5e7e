import PayEngine

/// The keys, printed from the same tables that the hint bar and `update` use.
struct HelpScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case close
        case scroll(ListMove)
    }

    private static let keys = KeyTable<Action>(Phrase("帮助", "Help"))
        .own(
            KeyBinding(
                "Esc", [.escape, .function(1), .character("?"), .character("q")], .close, hint: Phrase("返回", "Back"),
                help: Phrase("收起帮助", "Put the help away"))
        )
        .own(KeyBinding.scrolling(Action.scroll))
        .till(TillKeys.newDeposit, TillKeys.quit)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    /// Where help was asked for: it comes first.
    let here: KeyPage
    /// All the others.
    let others: [KeyPage]
    var scroll = 0

    init(here: KeyPage, all: [KeyPage]) {
        self.here = here
        others = all.filter { $0.name != here.name }
    }

    var title: Phrase { .helpTitle }
    var keys: KeyTable<Action> { Self.keys }

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .close: return .back
        case .scroll(let move):
            scroll = HelpView.scrolled(self, by: move, till)
            return .stay
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        HelpView.draw(self, till: till, on: &frame, in: rect)
    }
}

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
