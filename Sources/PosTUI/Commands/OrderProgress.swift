import PayEngine

/// What the desk tells of an order on its way.
protocol OrderProgress: Sendable {
    /// The order that was made, as it stands; nil where none was.
    var madeOrder: TillOrder? { get }
}

extension FreezeProgress: OrderProgress {
    var madeOrder: TillOrder? {
        switch self {
        case .started(let deposit), .offered(let deposit, _), .changed(let deposit), .settled(let deposit),
            .leftOpen(let deposit):
            TillOrder(deposit)
        case .seenBefore, .rejected: nil
        }
    }
}

extension FollowUpProgress: OrderProgress {
    var madeOrder: TillOrder? {
        switch self {
        case .started(let order), .changed(let order), .settled(let order), .leftOpen(let order): order
        case .heldBack, .rejected: nil
        }
    }
}
