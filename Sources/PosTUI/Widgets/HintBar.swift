/// The keys that work here, from the key table.
enum HintBar {
    static func draw(_ state: State, on frame: inout Frame, y: Int) {
        let hints = KeyMap.bindings(in: state.context).filter(state.offers)
            .compactMap { binding in binding.hint.map { (binding.label, " " + $0.text(in: state.language)) } }
        let widths = hints.map { CellWidth.of($0.0) + CellWidth.of($0.1) }
        // Closer together where that shows all of them; what is cut off is in the help.
        let gap = fits(widths, gap: 2, in: frame.size) || !fits(widths, gap: 1, in: frame.size) ? 2 : 1
        var x = gap
        for ((label, hint), width) in zip(hints, widths) {
            guard x + width <= frame.size.width else { break }
            x = frame.put(label, x: x, y: y, role: .hintKey)
            x = frame.put(hint, x: x, y: y, role: .hint) + gap
        }
    }

    private static func fits(_ widths: [Int], gap: Int, in size: Size) -> Bool {
        widths.reduce(0) { $0 + $1 + gap } <= size.width
    }
}

extension State {
    /// Whether the key leads anywhere from what is on the screen.
    fileprivate func offers(_ binding: KeyBinding) -> Bool {
        switch binding.action {
        case .release, .consume: return followUpTarget != nil
        case .choose:
            guard case .followUp(let screen) = screen else { return true }
            return screen.draft.offersChoice
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .back, .news, .submit, .quickAmount, .switchPlatform,
            .leave, .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .up, .down, .pageUp,
            .pageDown, .top, .bottom, .offerCode, .held, .find:
            return true
        }
    }
}
