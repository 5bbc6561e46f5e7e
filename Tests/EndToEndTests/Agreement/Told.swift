import PayEngine

/// What a screen hears, whichever order it is about, in the words of the journal.
struct Told: Equatable, Sendable {
    let text: String
    let order: TillOrder?

    init(_ progress: FreezeProgress) {
        switch progress {
        case .started(let deposit): self.init("started", deposit)
        case .offered(let deposit, _): self.init("offered \(Self.name(TillOrder(deposit)))", deposit)
        case .changed(let deposit): self.init(Self.name(TillOrder(deposit)), deposit)
        case .settled(let deposit): self.init("settled \(Self.name(TillOrder(deposit)))", deposit)
        case .leftOpen(let deposit): self.init("left open \(Self.name(TillOrder(deposit)))", deposit)
        case .seenBefore(let deposit): self.init("seen before", deposit)
        case .rejected: self.init(text: "rejected", order: nil)
        }
    }

    init(_ progress: FollowUpProgress) {
        switch progress {
        case .heldBack: self.init(text: "held back", order: nil)
        case .started(let order): self.init(text: "started", order: order)
        case .changed(let order): self.init(text: Self.name(order), order: order)
        case .settled(let order): self.init(text: "settled \(Self.name(order))", order: order)
        case .leftOpen(let order): self.init(text: "left open \(Self.name(order))", order: order)
        case .rejected: self.init(text: "rejected", order: nil)
        }
    }

    private init(_ text: String, _ deposit: Deposit) {
        self.init(text: text, order: TillOrder(deposit))
    }

    private init(text: String, order: TillOrder?) {
        self.text = text
        self.order = order
    }

    /// `frozen(held)`
    static func name(_ order: TillOrder) -> String { "\(order.outcomeName)(\(order.reason.name))" }
}
