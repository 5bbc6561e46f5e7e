/// The keys, printed from the same table that the hint bar and `update` use.
struct HelpScreen: Equatable, Sendable {
    /// Where help was asked for: its keys come first.
    var context: KeyContext
    var scroll = 0
}

extension State {
    mutating func help(_ screen: HelpScreen, _ action: Action) -> [Effect] {
        switch action {
        case .back: goBack()
        case .up, .down, .pageUp, .pageDown, .top, .bottom:
            var screen = screen
            screen.scroll = HelpView.scrolled(screen, by: action, in: self)
            self.screen = .help(screen)
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .news, .submit, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .release, .consume, .offerCode,
            .held, .find, .choose:
            break
        }
        return []
    }
}
