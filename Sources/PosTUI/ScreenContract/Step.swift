/// What comes of a key, a scan or a piece of news.
struct Step: Sendable {
    /// Where the screen leads.
    enum Move: Sendable {
        case stay
        /// To the screen before.
        case back(Return)
        case home
        /// Esc comes back to this screen.
        case open(Destination)
        /// Esc leads Home from there.
        case begin(Destination)
        /// In place of this screen; the way back stays.
        case replace(Destination)
    }

    /// What somebody comes back to a screen for.
    enum Return: Sendable {
        /// Nothing about it has changed.
        case look
        /// To put right what was entered there: the first character takes its place.
        case change
        /// What it shows may not be so any more.
        case ask
    }

    var move = Move.stay
    var effects: [Effect] = []
    /// A field was emptied: what was typed into it is part of no scan any more.
    var forgetsTyping = false

    static let stay = Step()
    static let back = Step(move: .back(.look))

    static func open(_ destination: Destination) -> Step { Step(move: .open(destination)) }

    static func ask(_ effects: Effect...) -> Step { Step(effects: effects) }
}
