import PayEngine

/// The lines of a look-up: outcome and source, what the gateway says, the totals, the releases, and what the journal
/// knows.
struct LookUpReport {
    let found: LookUp
    private let screen: LookUpScreen
    private let language: TillConfiguration.Language
    let zone: LocalTime
    let width: Int

    init(found: LookUp, screen: LookUpScreen, till: TillContext) {
        self.found = found
        self.screen = screen
        language = till.language
        zone = till.settings.zone
        width = ScreenLayout.body(till.size).width - 2
    }

    var lines: [Line] {
        heading + differences + totals + next + releases + consumes + laterOrders + gateway + journal + story
    }

    func words(_ phrase: Phrase) -> String { phrase.text(in: language) }

    private func fact(_ label: Phrase, _ value: String, role: Role = .text) -> Line {
        .fact(words(label), value, role: role)
    }

    /// Returns a fact that may need several lines.
    private func facts(_ label: Phrase, _ value: String) -> [Line] {
        value.wrapped(columns: width - 12).enumerated().map { index, text in
            index == 0 ? fact(label, text) : Line(String(repeating: " ", count: 12) + text)
        }
    }

    func paragraph(_ text: String, role: Role) -> [Line] {
        text.wrapped(columns: width).map { Line($0, role: role) }
    }

    // MARK: - Heading

    private var heading: [Line] {
        var lines = [fact(.orderNumber, OrderFacts.grouped(found.number.printable, by: 4), role: .strong)]
        if let outcome = found.outcome {
            let state = fact(.state, words(.headline(outcome)), role: outcome.textRole)
            lines.append(state.then(extent.map { "    " + words($0) } ?? "", role: .strong))
        }
        switch found.source {
        case .gateway: lines.append(Line(words(.fromGateway), role: .muted))
        case .journal:
            if found.local != nil { lines += paragraph("!! \(words(.fromJournal)) !!", role: .error) }
        }
        if let local = found.local, local.isLateSuccess, local.left > .zero {
            lines += paragraph(words(.lateSuccess(local)), role: .warning)
        }
        if let problem = found.orderProblem { lines += paragraph(words(.problem(problem)), role: .warning) }
        lines.append(.empty)
        return lines
    }

    /// How much of it went back; nil: nothing.
    private var extent: Phrase? {
        guard let totals = found.totals, totals.released > .zero else { return nil }
        return totals.released == totals.frozen ? .whollyReleased : .partlyReleased
    }

    // MARK: - What the gateway says

    private var gateway: [Line] {
        guard let order = found.order else { return [] }
        var lines = [Line(words(.gatewaySays), role: .accent)]
        lines.append(
            fact(.platform, words(.platform(order.platform)))
                .then(order.fee.map { "    " + words(.money($0)) } ?? "", role: .strong))
        if let id = order.freezeID { lines.append(fact(.platformNumber, id.printable)) }
        if let time = order.createTime { lines.append(fact(.created, zone.dayAndTime(time))) }
        if let time = order.endTime { lines.append(fact(.frozenAt, zone.dayAndTime(time))) }
        lines += payment(order)
        if let time = order.lastUpdateTime { lines.append(fact(.lastChange, zone.dayAndTime(time))) }
        if let code = order.maskedCode { lines.append(fact(.code, code.printable)) }
        if let body = order.body { lines += facts(.purpose, body.printable) }
        if let remark = order.remark { lines += facts(.remark, remark.printable) }
        if let state = stateNumber(order) { lines.append(fact(.stateNumber, state)) }
        if let base = found.base {
            lines.append(fact(.answeredBy, base.printable + (found.logID.map { "  log_id \($0)" } ?? "")))
        }
        lines.append(.empty)
        return lines
    }

    /// Returns who took it, how it was paid, and what was refunded of consumes.
    private func payment(_ order: FreezeOrder) -> [Line] {
        var lines: [Line] = []
        if let device = order.deviceID {
            lines.append(fact(.takenBy, "\(device.printable)  \((order.staffID ?? "-").printable)"))
        }
        var paid: [String] = []
        if let fee = order.cashFee, fee != order.fee { paid.append(words(.money(fee))) }
        if let fee = order.settlementFee, fee != order.fee { paid.append(words(.settled(fee))) }
        if let bank = order.bankType { paid.append(bank.printable) }
        if !paid.isEmpty { lines.append(fact(.paidBy, paid.joined(separator: "  "))) }
        if let fee = order.refunded, fee > .zero { lines.append(fact(.refundedTotal, words(.money(fee)))) }
        return lines
    }

    private func stateNumber(_ order: FreezeOrder) -> String? {
        guard let number = order.tradeState else { return order.tradeStateText?.printable }
        return "\(number)" + (order.tradeStateText.map { " \($0.printable)" } ?? "")
    }

    private var totals: [Line] {
        guard let totals = found.totals else {
            let isHeld = found.order?.fee != nil && (found.outcome == .done || found.outcome == .over)
            return isHeld ? [Line(words(.totalsUncertain), role: .warning), .empty] : []
        }
        let parts: [(Phrase, Fen, Role)] = [
            (.frozenTotal, totals.frozen, .text), (.consumedTotal, totals.consumed, .text),
            (.releasedTotal, totals.releasedByHand, .text), (.leftTotal, totals.left, .strong),
        ]
        var line = Line.empty
        for (name, amount, role) in parts {
            line = line.then("\(words(name)) ", role: .muted).then("\(amount.yuan)    ", role: role)
        }
        guard totals.releasedByItself > .zero else { return [line, .empty] }
        return [line] + paragraph(words(.releasedByItself(totals.releasedByItself)), role: .warning) + [.empty]
    }

    // MARK: - Releases

    private var releases: [Line] {
        guard found.order != nil || !found.releases.isEmpty else { return [] }
        var title = Line(words(.releases), role: .accent)
        if let number = screen.releaseNumber {
            title = title.then("  " + words(.onlyRelease(number.text)), role: .muted)
        }
        var lines = [title]
        if let problem = found.releasesProblem {
            lines += paragraph(words(.problem(problem)), role: .warning)
        } else if found.releases.isEmpty {
            lines.append(Line(words(.noReleases), role: .muted))
        } else {
            lines += ReleaseTable(releases: found.releases, language: language, zone: zone, width: width).lines
        }
        lines.append(.empty)
        return lines
    }

    // MARK: - What the journal knows

    private var journal: [Line] {
        var lines = [Line(words(.journalSays), role: .accent)]
        if let doubt = found.doubt { lines += paragraph(words(.lookUpDoubt(doubt)), role: .error) }
        guard let local = found.local else {
            return lines + (found.doubt == nil ? [Line(words(.notInJournal), role: .muted)] : []) + [.empty]
        }
        lines.append(
            fact(.platform, words(.platform(local.platform))).then("    " + words(.money(local.fee)), role: .strong))
        lines.append(fact(.state, words(.headline(local)), role: local.outcome.textRole))
        if !local.outcome.isSettled || local.outcome == .refused || local.outcome == .notSent {
            lines += facts(.reason, words(.reason(local.reason)))
        }
        lines.append(fact(.time, zone.dayAndTime(local.startTime)))
        if !local.maskedCode.isEmpty { lines.append(fact(.code, local.maskedCode.printable)) }
        if let staff = local.staffID { lines.append(fact(.clerk, staff.printable)) }
        if let reference = local.reference { lines.append(fact(.reference, reference.printable)) }
        if let remark = local.remark { lines += facts(.remark, remark.printable) }
        if let id = local.platformNumber, found.order == nil { lines.append(fact(.platformNumber, id.printable)) }
        if let record = local.record { lines.append(fact(.record, OrderFacts.grouped(record.printable, by: 4))) }
        if let closing = local.closing {
            let who = (closing.staffID ?? "-").printable
            lines += facts(.closedBy, "\(who)  \(zone.dayAndTime(closing.time))  \(closing.reason.printable)")
        }
        lines.append(.empty)
        return lines
    }

    private var story: [Line] {
        guard !found.story.isEmpty else { return [] }
        return [Line(words(.story), role: .accent)]
            + found.story.flatMap { line in
                let first = Line(zone.dayAndTime(line.time) + "  ", role: .muted).then(words(.event(line.event)))
                guard let reason = line.reason else { return [first] }
                let indent = String(repeating: " ", count: 21)
                let why = words(.reason(reason)).wrapped(columns: width - indent.count)
                return [first] + why.map { Line(indent + $0, role: .muted) }
            }
    }
}
