/// A freeze order as the bank keeps it.
///
/// Amounts in fen, times in Unix seconds.
struct BankOrder: Codable, Equatable, Sendable {
    var number: String
    var platform: BankPlatform
    /// The customer's code, which was used up when the order was made; nil where the customer scanned the till.
    var shownCode: ShownCode?
    var fee: Int
    var body: String
    var detail: String?
    var remark: String?
    /// `attach`, `goods_tag`, `limit_pay` or `enable_pay_channels`.
    var extras: [String: String] = [:]
    var client: BankClient
    /// The authen code of the content that made it: the same bytes again are the same request again.
    var contentCode: String
    var freezeID: String
    var made: Int
    var course: BankCourse<BankStage>
    /// The code that the till shows, of a scancode_freeze.
    var scan: CodeScan?
    /// Whether the customer's doings settle the state, and not the course.
    var followsScan = false
    /// How many queries were answered.
    var queries = 0
    var movements: [BankMovement] = []
    /// What the platform gave back by itself because the deposit was held for too long; files of before have none.
    var releasedByTime: Int?
    /// When the course turned, where it turned by a query.
    var turnedAt: Int?
    /// Made by another till that had the same number.
    var isForeign = false

    var authorCode: String? { shownCode?.text }

    func hasTurned(at now: Int) -> Bool { course.hasTurned(seconds: now - made, queries: queries) }

    /// Returns the state at a time; a frozen order of which nothing is left is over.
    func stage(at now: Int) -> BankStage {
        let stage = unmovedStage(at: now)
        return stage == .frozen && left(at: now) == 0 ? .over : stage
    }

    private func unmovedStage(at now: Int) -> BankStage {
        guard followsScan, var scan else { return course.stage(seconds: now - made, queries: queries) }
        scan.advance(made: made, now: now, queries: queries)
        return scan.stage(at: now)
    }

    /// When it was frozen, where it is or was.
    var frozenAt: Int {
        if followsScan, let paid = scan?.paidAt { return paid }
        guard course.begins != .frozen, case .seconds(let wait) = course.turn else { return turnedAt ?? made }
        return made + wait
    }

    /// Notes what the customer has done with the till's code by now.
    mutating func letCustomerAct(at now: Int) { scan?.advance(made: made, now: now, queries: queries) }
}

extension BankOrder {
    var releases: [BankMovement] { movements.filter { $0.kind == .release } }
    var consumes: [BankMovement] { movements.filter { $0.kind == .consume } }

    /// Returns what was given back by hand.
    func releasedByHand(at now: Int) -> Int { Self.sum(releases.filter { $0.stage(at: now).isEffective }, \.fee) }

    /// Returns what was given back with a consume.
    func releasedWithConsumes(at now: Int) -> Int {
        Self.sum(consumes.filter { $0.stage(at: now).isEffective }, \.releasesRest)
    }

    /// Returns what nobody gave back by hand.
    func releasedByItself(at now: Int) -> Int { releasedWithConsumes(at: now) + (releasedByTime ?? 0) }

    func consumed(at now: Int) -> Int { Self.sum(consumes.filter { $0.stage(at: now).isEffective }, \.fee) }

    /// Returns what of the consumed was given back since; it is never held again.
    func refunded(at now: Int) -> Int { consumes.map { $0.refunded(at: now) }.reduce(0, +) }

    /// Returns what is still held.
    func left(at now: Int) -> Int {
        fee - Self.sum(movements.filter { $0.stage(at: now).isEffective }, \.moves) - (releasedByTime ?? 0)
    }

    /// Returns what may still be released or consumed: nothing that is in work can go a second time.
    func available(at now: Int) -> Int {
        fee - Self.sum(movements.filter { $0.holds(at: now) }, \.moves) - (releasedByTime ?? 0)
    }

    private static func sum(_ movements: [BankMovement], _ amount: (BankMovement) -> Int) -> Int {
        movements.map(amount).reduce(0, +)
    }
}

extension BankOrder {
    /// Makes the `freeze_order_content`, with the fields of the published example.
    func freezeOrderContent(at now: Int, style: AnswerStyle) -> BankJSON {
        var stage = style.stage ?? stage(at: now)
        if !style.showsHistory, stage == .over { stage = .frozen }
        let wasFrozen = stage == .frozen || stage == .over
        let isBare = style.forms.has(.bareFreezes)
        var members: [BankJSON.Member] = [
            .init("out_freeze_no", .text(number)),
            .init("trade_type", .number(scan == nil ? 1 : 2)),
            .init("author_code", .text(authorCode ?? "")),
            .init("time_expire", .number(scan?.expires ?? made + 120)),
            .init("time_end", .number(wasFrozen ? timeEnd(style.forms) : 0)),
            .init("create_time", .number(made)),
            .init("last_update_time", .number(max(now, made))),
            .init("is_transforming", .truth(course.isTransforming && !hasTurned(at: now))),
            .init("freeze_fee", .number(fee)),
            .init("fee_type", .text("CNY")),
            .init("cash_fee", .number(fee)),
            .init("cash_fee_type", .text("CNY")),
            .init("settlement_total_fee", .number(fee)),
            .init("body", .text(body)),
            .init("detail", .text(detail ?? "")),
            .init("remark", .text(Self.shortened(remark ?? ""))),
        ]
        if !isBare { members.insert(.init("freeze_id", .text(wasFrozen ? freezeID : "")), at: 1) }
        if style.showsHistory, !isBare { members += totals(at: now, forms: style.forms) }
        return .object(members + exts(stage: stage, wasFrozen: wasFrozen, style: style))
    }

    /// Shortens a remark: a request's has no published limit, an answer's has 127 bytes.
    private static func shortened(_ remark: String) -> String {
        var text = remark
        while text.utf8.count > 127 { text.removeLast() }
        return text
    }

    /// Returns the `time_end`: a second after the freeze, as in the published example, unless it is to be earlier.
    private func timeEnd(_ forms: AnswerForms) -> Int { frozenAt + 1 - forms.seconds(.timeEndBack) }

    /// Makes the totals; which sum holds the rest that a consume released is not published.
    private func totals(at now: Int, forms: AnswerForms) -> [BankJSON.Member] {
        let isRestByHand = forms.has(.restByHand)
        let rest = releasedWithConsumes(at: now)
        return [
            .init("total_consume_fee", .number(consumed(at: now))),
            .init("total_manual_unfreeze_fee", .number(releasedByHand(at: now) + (isRestByHand ? rest : 0))),
            .init("total_auto_unfreeze_fee", .number((releasedByTime ?? 0) + (isRestByHand ? 0 : rest))),
            .init("total_refund_fee", .number(refunded(at: now))),
        ]
    }

    private func exts(stage: BankStage, wasFrozen: Bool, style: AnswerStyle) -> [BankJSON.Member] {
        let own = ext(of: platform, stage: stage, wasFrozen: wasFrozen)
        switch style.exts {
        case .own: return [own]
        case .none: return []
        case .both: return [own, ext(of: platform.other, stage: stage, wasFrozen: wasFrozen)]
        }
    }

    private func ext(of platform: BankPlatform, stage: BankStage, wasFrozen: Bool) -> BankJSON.Member {
        var members: [BankJSON.Member] = [
            .init("current_trade_state", .number(stage.tradeState(on: platform)))
        ]
        switch platform {
        case .wechat:
            members.append(.init("bank_type", .text(wasFrozen ? "CFT" : "")))
        case .alipay:
            members.append(.init("product_code", .text("PRE_AUTH")))
            members.append(.init("settle_fee_type", .text("CNY")))
        }
        for (name, value) in extras.sorted(by: { $0.key < $1.key }) { members.append(.init(name, .text(value))) }
        return .init("\(platform.extPrefix)_freeze_order_content_ext", .object(members))
    }
}

extension BankMerchant {
    /// Makes the `pay_mch_key` of an answer, with the names that only the examples have.
    func payMchKey(platform: BankPlatform, isFreeze: Bool) -> BankJSON {
        var members: [BankJSON.Member] = [
            .init("pay_platform", .number(platform.rawValue)),
            .init("out_mch_id", .text(outMchID)),
            .init("out_sub_mch_id", .text(outSubMchID)),
            .init("out_shop_id", .text(outShopID)),
            .init("sub_pay_platform", .number(platform.subPlatform)),
        ]
        switch platform {
        case .wechat:
            let second =
                isFreeze
                ? BankJSON.Member("open_id", .text("ovJrDwsjamQql-k7Zr1Q-EaKFQ0k"))
                : BankJSON.Member("sub_app_id", .text(""))
            members.append(
                .init("wxpay_pay_mch_key_ext", .object([.init("app_id", .text("wx998fa95558590e1c")), second])))
        case .alipay:
            members.append(.init("alipay_pay_mch_key_ext", .object([.init("user_id", .text("2088102146225135"))])))
        }
        return .object(members)
    }
}

/// Something of a consume that was given back to the customer.
///
/// Amounts in fen, times in Unix seconds.
struct BankRefund: Codable, Equatable, Sendable {
    /// `out_refund_no` on the wire.
    let number: String
    let fee: Int
    let made: Int
}
