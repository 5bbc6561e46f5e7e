import PayEngine

extension OrderProgress {
    /// The order that was made, as it stands; nil where none was.
    var madeOrder: DepositOrder? {
        switch self {
        case .started(let order), .offered(let order, _, _), .changed(let order), .settled(let order),
            .leftOpen(let order):
            order
        case .heldBack, .seenBefore, .rejected: nil
        }
    }
}
