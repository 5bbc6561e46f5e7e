extension Bank {
    /// Does to a new order what the faults of a history do.
    ///
    /// Their releases and consumes have numbers of their own.
    mutating func addHistory(_ fault: Fault, to order: inout BankOrder, now: Int) {
        if fault == .history {
            add(.release, fee: order.fee, .failed, remark: "余额不足", to: &order, now: now)
            add(.release, fee: order.fee / 3, .done, remark: "test", to: &order, now: now)
            add(.release, fee: order.fee / 6, .done, remark: nil, to: &order, now: now)
        }
        if fault == .historyOver {
            add(.release, fee: order.fee, .failed, remark: "系统繁忙", to: &order, now: now)
            add(.release, fee: order.fee, .done, remark: "全部解冻", to: &order, now: now)
        }
        if fault == .historyConsumed {
            add(.consume, fee: max(1, order.fee / 3), .done, remark: nil, to: &order, now: now)
        }
    }

    private mutating func add(
        _ kind: MovementKind, fee: Int, _ stage: MovementStage, remark: String?, to order: inout BankOrder, now: Int
    ) {
        guard fee > 0 else { return }
        var movement = BankMovement(
            kind: kind, number: rules.prefix + "2" + ledger.digits(10), freezeNumber: order.number, fee: fee,
            made: now, course: .only(stage), remark: remark, client: order.client, nonce: ledger.word(16))
        if kind == .consume {
            movement.confirmsRelease = true
            movement.releasesRest = order.fee - fee
        }
        order.movements.append(movement)
    }
}
