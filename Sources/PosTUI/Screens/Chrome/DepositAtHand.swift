import PayEngine

/// The deposit that a screen is about, where something of it may be released or consumed.
struct DepositAtHand {
    /// Nil: nothing can be done with it now.
    let target: OrderTarget?
    /// What is said where nothing can be done with it.
    let refusal: Phrase

    /// Takes the deposit that is at hand, or what is said instead.
    ///
    /// `openOrder` is a release or a consume of it that nobody knows the outcome of; `refusal` is said where nothing of
    /// it is held.
    init(_ target: OrderTarget?, openOrder: Order?, refusal: Phrase) {
        self.target = openOrder == nil ? target : nil
        self.refusal = openOrder == nil ? refusal : .otherIsOpen
    }

    /// Goes on to a release or a consume of it, or says why not.
    func step(_ purpose: OrderDraft.Purpose, in till: inout TillContext) -> Step {
        guard let target else {
            till.note = refusal
            return .stay
        }
        return .open(.orderForm(purpose, target))
    }
}
