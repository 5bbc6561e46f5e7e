/// One release or consume of a deposit.
///
/// Amounts in fen, times in Unix seconds.
struct BankMovement: Codable, Equatable, Sendable {
    let kind: MovementKind
    /// `out_unfreeze_no` or `out_trade_no`.
    var number: String
    /// `out_freeze_no` on the wire.
    var freezeNumber: String
    var fee: Int
    var made: Int
    var course: BankCourse<MovementStage>
    /// How many queries showed it.
    var queries = 0
    var body: String?
    var remark: String?
    var client: BankClient
    /// `nonce_str` of a release.
    var nonce: String
    /// The authen code of the content that made it; empty where no request did.
    var contentCode = ""
    /// `is_confirm_unfreeze` of a consume.
    var confirmsRelease = false
    /// What of the deposit is released by itself once a consume is done.
    var releasesRest = 0
    /// What was given back of a consume, each in an order of its own; files of before have none.
    var refunds: [BankRefund]?
    /// Made by another till that had the same number.
    var isForeign = false

    func hasTurned(at now: Int) -> Bool { course.hasTurned(seconds: now - made, queries: queries) }

    func stage(at now: Int) -> MovementStage {
        let stage = course.stage(seconds: now - made, queries: queries)
        return stage == .done && kind == .consume && refundedByOrders == fee ? .refunded : stage
    }

    /// Returns what of a consume was given back to the customer since.
    func refunded(at now: Int) -> Int {
        switch stage(at: now) {
        case .refunded: fee
        case .done: refundedByOrders
        case .created, .working, .failed, .absent, .number: 0
        }
    }

    private var refundedByOrders: Int { (refunds ?? []).map(\.fee).reduce(0, +) }

    /// Everything that leaves the deposit with it.
    var moves: Int { fee + releasesRest }

    /// Whether the money is gone, or promised because it may still go.
    func holds(at now: Int) -> Bool {
        let stage = stage(at: now)
        let willMove = course.turnsTo?.isEffective == true && !hasTurned(at: now)
        return stage.isEffective || stage == .created || stage == .working || willMove
    }
}

extension BankMovement {
    /// Makes an entry of `unfreeze_order_content`.
    ///
    /// `trade_state` is not documented and 4 in the published example, where `unfreeze_id` is empty and `time_end` 0
    /// beside a success; Alipay's have values, so that clients meet both.
    func unfreezeOrderContent(
        of deposit: BankOrder?, platform: BankPlatform, at now: Int, style: AnswerStyle
    ) -> BankJSON {
        let isToldMore = platform == .alipay && stage(at: now).isEffective
        let members: [BankJSON.Member] = [
            .init("out_freeze_no", .text(freezeNumber)),
            .init("out_unfreeze_no", .text(number)),
            .init("unfreeze_id", .text(isToldMore ? "2088" + number.suffix(16) : "")),
            .init("trade_type", .number(1)),
            .init("time_end", .number(isToldMore ? made + 1 : 0)),
            .init("nonce_str", .text(nonce)),
            .init("create_time", .number(made)),
            .init("last_update_time", .number(made == 0 ? 0 : made + 1)),
            .init("is_transforming", .truth(course.isTransforming && !hasTurned(at: now))),
            .init("unfreeze_fee", .number(fee)),
            .init("remark", .text(remark ?? "")),
            .init("freeze_id", .text(deposit?.freezeID ?? "")),
            .init("fee_type", .text("CNY")),
            .init("trade_state", .number(4)),
        ]
        return .object(members + exts("unfreeze_order_content_ext", platform: platform, at: now, style: style))
    }

    /// Makes the `order_content` of a consume.
    ///
    /// No answer that a till gets has a `refunded_fee`, and `manual_unfreeze_fee` is what the consume released of the
    /// deposit's rest.
    func orderContent(
        of deposit: BankOrder?, platform: BankPlatform, at now: Int, style: AnswerStyle
    ) -> BankJSON {
        let stage = stage(at: now)
        let isDone = stage.isEffective
        var members: [BankJSON.Member] = [
            .init("out_trade_no", .text(number)),
            .init("transaction_id", .text(isDone ? "42000004" + number.suffix(8) : "")),
            .init("trade_type", .number(1)),
            .init("time_end", .number(isDone ? made + 1 : 0)),
            .init("create_time", .number(made)),
            .init("last_update_time", .number(made == 0 ? 0 : max(now, made))),
            .init("total_fee", .number(fee)),
            .init("fee_type", .text("CNY")),
            .init("cash_fee", .number(fee)),
            .init("settlement_total_fee", .number(fee)),
            .init("body", .text(body ?? "")),
            .init("remark", .text(remark ?? "")),
            .init("is_deposit_mode", .truth(true)),
            .init("is_confirm_unfreeze", .truth(confirmsRelease)),
        ]
        if let deposit {
            members += [
                .init("out_freeze_no", .text(deposit.number)),
                .init("freeze_fee", .number(deposit.fee)),
                .init("manual_unfreeze_fee", .number(isDone ? releasesRest : 0)),
                .init("freeze_id", .text(deposit.freezeID)),
            ]
        }
        return .object(members + exts("order_content_ext", platform: platform, at: now, style: style))
    }

    private func exts(
        _ name: String, platform: BankPlatform, at now: Int, style: AnswerStyle
    ) -> [BankJSON.Member] {
        let platforms: [BankPlatform] =
            switch style.exts {
            case .own: [platform]
            case .none: []
            case .both: [platform, platform.other]
            }
        return platforms.map { platform in
            let own = stage(at: now).tradeState(of: kind, on: platform, forms: style.forms)
            let state = style.stage?.tradeState(on: platform) ?? own
            var members: [BankJSON.Member] = [.init("current_trade_state", .number(state))]
            if kind == .release, platform == .alipay, stage(at: now).isEffective {
                members.append(.init("credit_amount", .number(0)))
                members.append(.init("fund_amount", .number(fee)))
            }
            return .init("\(platform.extPrefix)_\(name)", .object(members))
        }
    }
}

/// The two ways in which held money moves.
enum MovementKind: String, Codable, Sendable {
    /// Given back: `unfreeze`.
    case release
    /// Kept as a sale: `deposit_consume`.
    case consume
}
