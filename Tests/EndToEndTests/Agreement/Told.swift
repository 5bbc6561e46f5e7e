import PayEngine

/// What a screen hears, whichever order it is about, in the words of the journal.
struct Told: Equatable, Sendable {
    let text: String
    let order: DepositOrder?

    init(_ progress: OrderProgress) {
        switch progress {
        case .heldBack: self.init(text: "held back", order: nil)
        case .started(let order): self.init(text: "started", order: order)
        case .offered(let order, _, _): self.init(text: "offered \(Self.name(order))", order: order)
        case .changed(let order): self.init(text: Self.name(order), order: order)
        case .settled(let order): self.init(text: "settled \(Self.name(order))", order: order)
        case .leftOpen(let order): self.init(text: "left open \(Self.name(order))", order: order)
        case .seenBefore(let deposit): self.init(text: "seen before", order: DepositOrder(deposit))
        case .rejected: self.init(text: "rejected", order: nil)
        }
    }

    private init(text: String, order: DepositOrder?) {
        self.text = text
        self.order = order
    }

    /// Names an outcome and its reason: `frozen(held)`.
    static func name(_ order: DepositOrder) -> String { "\(order.outcomeName)(\(order.reason.name))" }
}
