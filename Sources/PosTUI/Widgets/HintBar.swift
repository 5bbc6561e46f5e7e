/// The keys that work here, from the key table.
enum HintBar {
    static func draw(_ state: State, on frame: inout Frame, y: Int) {
        var x = 2
        for binding in KeyMap.bindings(in: state.context) {
            guard state.offers(binding), let hint = binding.hint?.text(in: state.language) else { continue }
            let width = CellWidth.of(binding.label) + 1 + CellWidth.of(hint)
            guard x + width <= frame.size.width else { break }
            x = frame.put(binding.label, x: x, y: y, role: .hintKey)
            x = frame.put(" " + hint, x: x, y: y, role: .hint) + 2
        }
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
