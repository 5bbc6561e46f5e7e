/// One line of the list of orders.
struct OrderSummary: Equatable, Sendable {
    let order: BankOrder
    /// Unix seconds.
    let now: Int
    /// How often a request that makes something came with each number, heeded or not.
    let allSendings: [String: Int]

    var sendings: Int { allSendings[order.number] ?? 0 }
    var stage: BankStage { order.stage(at: now) }

    var json: BankJSON {
        .object([
            .init("number", .text(order.number)),
            .init("pay_platform", .number(order.platform.rawValue)),
            .init("state", .text(stage.text)),
            .init("current_trade_state", .number(stage.tradeState(on: order.platform))),
            .init("freeze_fee", .number(order.fee)),
            .init("consumed", .number(order.consumed(at: now))),
            .init("released", .number(order.releasedByHand(at: now) + order.releasedByItself(at: now))),
            .init("released_by_itself", .number(order.releasedByItself(at: now))),
            .init("refunded", .number(order.refunded(at: now))),
            .init("left", .number(order.left(at: now))),
            .init("releases", .array(order.releases.map(json))),
            .init("consumes", .array(order.consumes.map(json))),
            .init("author_code", .text(order.shownCode?.masked ?? "")),
            .init("code_url", .text(order.scan?.url ?? "")),
            .init("content_code", .text(order.contentCode)),
            .init("foreign", .truth(order.isForeign)),
            .init("made", .number(1)),
            .init("sendings", .number(sendings)),
            .init("queries", .number(order.queries)),
            .init("create_time", .number(order.made)),
        ])
    }

    private func json(_ movement: BankMovement) -> BankJSON {
        let stage = movement.stage(at: now)
        let same = order.movements.filter { $0.number == movement.number }
        var members: [BankJSON.Member] = [
            .init("number", .text(movement.number)),
            .init("fee", .number(movement.fee)),
            .init("state", .text(stage.text)),
            .init("current_trade_state", .number(stage.tradeState(of: movement.kind, on: order.platform))),
            .init("effects", .number(same.filter { $0.stage(at: now).isEffective }.count)),
            .init("foreign", .truth(movement.isForeign)),
            .init("sendings", .number(allSendings[movement.number] ?? 0)),
            .init("queries", .number(movement.queries)),
            .init("content_code", .text(movement.contentCode)),
            .init("create_time", .number(movement.made)),
        ]
        if movement.kind == .consume {
            members.append(.init("is_confirm_unfreeze", .truth(movement.confirmsRelease)))
            members.append(.init("released_by_itself", .number(stage.isEffective ? movement.releasesRest : 0)))
            let refunds = (movement.refunds ?? []).map { refund in
                BankJSON.object([
                    .init("number", .text(refund.number)), .init("fee", .number(refund.fee)),
                    .init("create_time", .number(refund.made)),
                ])
            }
            members.append(.init("refunds", .array(refunds)))
        }
        return .object(members)
    }
}
