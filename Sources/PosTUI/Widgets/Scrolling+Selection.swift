/// Lists with a mark on one line.
extension Scrolling {
    /// The line with the mark after a key.
    static func selection(_ selected: Int, by action: Action, count: Int, page: Int) -> Int {
        let last = max(0, count - 1)
        let moved: Int
        switch action {
        case .up: moved = selected - 1
        case .down: moved = selected + 1
        case .pageUp: moved = selected - page
        case .pageDown: moved = selected + page
        case .top: moved = 0
        case .bottom: moved = last
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .back, .news, .submit, .quickAmount, .switchPlatform,
            .leave, .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .release, .consume,
            .offerCode, .held, .find, .choose:
            moved = selected
        }
        return min(max(0, moved), last)
    }

    /// The first line that is shown, so that the one with the mark is.
    static func first(showing selected: Int, count: Int, visible: Int) -> Int {
        max(0, min(selected - visible / 2, count - visible))
    }
}
