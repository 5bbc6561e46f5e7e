import PayEngine

/// A held deposit, as far as a release or a consume of it has to know it.
struct OrderTarget: Equatable, Sendable {
    let number: OrderNumber
    let platform: PayPlatform
    let frozen: Fen
    /// The gateway is asked again before anything is sent, and may know of less.
    var left: Fen
    let reference: String?

    /// Nil while nothing of it is held.
    init?(_ deposit: Deposit) {
        guard deposit.left > .zero else { return nil }
        number = deposit.number
        platform = deposit.platform
        frozen = deposit.fee
        left = deposit.left
        reference = deposit.reference
    }

    /// Nil while nothing of it is held, or when it is not known whether there is something.
    init?(_ found: LookUp) {
        let bounds = [found.totals?.left, found.local?.left, found.local == nil ? found.order?.fee : nil]
        guard found.outcome == .done, let left = bounds.compactMap({ $0 }).min(), left > .zero,
            let platform = found.local?.platform ?? found.order?.platform,
            let frozen = found.local?.fee ?? found.order?.fee,
            let number = found.local?.number ?? found.order.flatMap({ OrderNumber($0.number) })
        else { return nil }
        self.number = number
        self.platform = platform
        self.frozen = frozen
        self.left = left
        reference = found.local?.reference
    }
}
