/// What an answer must speak of to be believed.
struct ExpectedOrder: Equatable, Sendable {
    /// The order's own number.
    let number: OrderNumber
    let platform: PayPlatform
    /// Nil for another till's order: only the number is compared.
    let fee: Fen?
    /// What is kept of the payment code that the order was made with; nil where none was scanned here.
    var code: ExpectedCode?
    /// The deposit that a release or a consume belongs to.
    var deposit: OrderNumber?
    /// That deposit's amount.
    var frozen: Fen?
    /// That deposit's sums just before a consume was sent; nil where they were not told.
    var sumsBefore: DepositSums?
    /// Whether no other consume of this till can have moved them since.
    var isOnlyConsume = false
}

extension ExpectedOrder {
    /// What answers about an order of this till must speak of.
    init(_ order: DepositOrder) {
        self.init(number: order.number, platform: order.platform, fee: order.fee, code: ExpectedCode(order.deposit))
        switch order.kind {
        case .freeze: break
        case .release, .consume:
            deposit = order.deposit.number
            frozen = order.deposit.fee
            sumsBefore = order.order.totalsBefore?.sums
            isOnlyConsume = order.deposit.isOnlyConsume(order.number)
        }
    }
}
