/// What a key asks for. Which of them make sense where says ``KeyMap``.
enum Action: Hashable, Sendable {
    case newDeposit, lookUp, openQuestions, help, quit, back, news
    case submit
    /// One of the configured quick amounts, from 0.
    case quickAmount(Int)
    /// WeChat Pay, Alipay or by the code's prefix.
    case switchPlatform
    /// Serve the next customer while this one still types; on Home: let another clerk sign in.
    case leave
    /// Of the deposit on the screen.
    case release, consume
    /// Show a code that the customer scans.
    case offerCode
    /// The deposits that are still held.
    case held
    /// Search the journal.
    case find
    /// The other of two ways: what becomes of the rest, for example.
    case choose
    case closeByHand, confirm, askWeChat, askAlipay, narrow, refresh
    case clear
    case up, down, pageUp, pageDown, top, bottom
}
