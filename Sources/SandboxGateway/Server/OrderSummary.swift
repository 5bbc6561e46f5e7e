/// One line of the list of orders.
struct OrderSummary: Equatable, Sendable {
    let order: BankOrder
    let stage: BankStage
    /// How often a micro_freeze with the number came.
    let sendings: Int

    var json: BankJSON {
        .object([
            .init("number", .text(order.number)),
            .init("pay_platform", .number(order.platform.rawValue)),
            .init("state", .text(stage.text)),
            .init("current_trade_state", .number(stage.tradeState(on: order.platform))),
            .init("freeze_fee", .number(order.fee)),
            .init("consumed", .number(order.consumed)),
            .init("released", .number(order.releasedByHand + order.releasedByItself)),
            .init("left", .number(order.left)),
            .init("releases", .number(order.releases.count)),
            .init("author_code", .text(maskedCode)),
            .init("content_code", .text(order.contentCode)),
            .init("foreign", .truth(order.isForeign)),
            .init("made", .number(1)),
            .init("sendings", .number(sendings)),
            .init("queries", .number(order.queries)),
            .init("create_time", .number(order.made)),
        ])
    }

    private var maskedCode: String {
        let hidden = max(0, order.authorCode.count - 6)
        return order.authorCode.prefix(2) + String(repeating: "*", count: hidden) + order.authorCode.suffix(4)
    }
}
