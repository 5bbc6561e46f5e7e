import PayEngine

/// What a screen can lead to; the till makes the screen.
enum Destination: Sendable {
    /// How entering an amount begins.
    enum Amount: Sendable {
        case empty
        case typed(Character, isFast: Bool)
        case text(String)
        /// With what became of the one before.
        case problem(Phrase)
    }

    case amount(Amount)
    case reference(DepositDraft)
    case scan(DepositDraft)
    case progress(FreezeID)
    case offer(FreezeID)
    /// Of an order, which is asked about at once; nil: a number is to be entered.
    case lookUp(OrderNumber?)
    /// With words to look for at once, if there are any.
    case find(String)
    /// A release or a consume.
    case orderForm(OrderDraft.Purpose, OrderTarget)
    /// The same, put right after it was rejected.
    case orderAgain(OrderDraft, problem: Phrase)
    case orderProgress(AttemptID)
}
