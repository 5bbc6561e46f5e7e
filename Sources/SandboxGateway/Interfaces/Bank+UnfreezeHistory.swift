extension Bank {
    /// Answers `query_unfreeze_order`: every release of a deposit, or the one that has a number.
    mutating func queryUnfreezeOrder(
        _ opened: OpenedRequest, strike: ActiveFault, now: Int
    ) throws(BankRefusal) -> BankAnswer {
        if let refusal = strike.refusal { throw refusal }
        guard let order = ledger.orders[opened.freezeNumber], order.platform == opened.platform else {
            throw .noSuchOrder
        }
        let number = opened.content["out_unfreeze_no"]?.text
        let releases = try visibleReleases(of: order, number: number, opened, strike: strike)
        if strike.has(.status3Made) { throw .unknown }
        let style = style(strike)
        let platform = strike.has(.otherPlatform) ? order.platform.other : order.platform
        var members: [BankJSON.Member] = [
            .init("pay_mch_key", style.merchant.payMchKey(platform: platform, isFreeze: false))
        ]
        let isListed = number != nil || !order.releases.isEmpty
        if isListed {
            let list = releases.map { release in
                var shown = spoilt(release, strike: strike)
                // Asked for the whole history, the deposit is what was asked about.
                if strike.has(.otherNumber), number == nil {
                    shown.number = release.number
                    shown.freezeNumber = Self.otherNumber(release.freezeNumber)
                }
                return shown.unfreezeOrderContent(of: order, platform: platform, at: now, style: style)
            }
            members.append(.init("unfreeze_order_content", .array(list)))
        }
        members.append(.init("nonce_str", .text(ledger.nonce())))
        if isListed { members.append(.init("order_client", .array(releases.map(\.client.json)))) }
        var answer = BankAnswer(object: .object(members))
        if strike.has(.status104State) { answer.refuse() }
        for release in releases { ledger.update(release) { $0.queries += 1 } }
        return answer
    }

    /// Returns the releases that are listed: a hidden one is not, and one whose queries are refused is refused by its
    /// number only.
    private mutating func visibleReleases(
        of order: BankOrder, number: String?, _ opened: OpenedRequest, strike: ActiveFault
    ) throws(BankRefusal) -> [BankMovement] {
        if let number {
            if strike.has(.absentState) { return [absent(number, of: order)] }
            return [try visibleMovement(number, opened, kind: .release)].compactMap(\.self)
        }
        var visible: [BankMovement] = []
        for release in order.releases where !release.course.refusesQueries {
            if let seen = try visibleMovement(release.number, opened, kind: .release) { visible.append(seen) }
        }
        return visible
    }

    private func absent(_ number: String, of order: BankOrder) -> BankMovement {
        BankMovement(
            kind: .release, number: number, freezeNumber: order.number, fee: 0, made: 0, course: .only(.absent),
            client: BankClient(), nonce: "")
    }
}
