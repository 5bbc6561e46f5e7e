import PayEngine

/// What a command has to tell of the order that it asked for, when the desk tells no more.
enum OrderEnd: Equatable {
    /// An order was made.
    case made(DepositOrder)
    case seenBefore(Deposit)
    /// None was made: nothing was sent.
    case rejected(OrderRejection)
    /// Nobody said how it ended. Money may have moved.
    case lost

    /// - Parameter last: what the desk told last.
    init(_ last: OrderProgress?) {
        switch last {
        case .started(let order), .offered(let order, _, _), .changed(let order), .settled(let order),
            .leftOpen(let order):
            self = .made(order)
        case .seenBefore(let deposit): self = .seenBefore(deposit)
        case .rejected(let rejection): self = .rejected(rejection)
        case .heldBack, nil: self = .lost
        }
    }
}
