/// How far a list is scrolled after a key.
enum Scrolling {
    static func offset(_ offset: Int, by action: Action, count: Int, visible: Int) -> Int {
        let last = max(0, count - visible)
        let moved: Int
        switch action {
        case .up: moved = offset - 1
        case .down: moved = offset + 1
        case .pageUp: moved = offset - max(1, visible - 1)
        case .pageDown: moved = offset + max(1, visible - 1)
        case .top: moved = 0
        case .bottom: moved = last
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .back, .news, .submit, .quickAmount, .switchPlatform,
            .leave, .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .release, .consume,
            .offerCode, .held, .find, .choose:
            moved = offset
        }
        return min(max(0, moved), last)
    }
}
