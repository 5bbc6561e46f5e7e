import PayEngine

/// What till and gateway don't agree about, what was done with the deposit, and what can be done next.
extension LookUpReport {
    // MARK: - Differences

    var differences: [Line] {
        let found = found.differences
        guard !found.isEmpty else { return [] }
        let title = "!! \(words(.differencesTitle)) !!"
        return [Line(title, role: .error)] + found.flatMap { paragraph("! " + words(.difference($0)), role: .error) }
            + [.empty]
    }

    // MARK: - Consumes, as the gateway tells them

    var consumes: [Line] {
        guard !found.consumes.isEmpty, found.local != nil else { return [] }
        return [Line(words(.consumes), role: .accent)]
            + found.consumes.flatMap { consume in
                [consumeLine(consume), Line("  \(words(.consumeNumber)) \(consume.number)", role: .muted)]
            } + [.empty]
    }

    private func consumeLine(_ consume: Consume) -> Line {
        let isDone = found.isDone(consume)
        // Each query may move the last change: without its name it would be taken for the consume's time.
        let time =
            (consume.endTime ?? consume.createTime).map(zone.dayAndTime)
            ?? consume.lastUpdateTime.map { "\(words(.lastChange)) \(zone.dayAndTime($0))" } ?? "-"
        let state: Phrase = isDone.map { $0 ? .consumeDone : .consumeRefused } ?? .release(.unknown)
        var line = Line((consume.fee?.yuan ?? "-").leftPadded(columns: 9) + "  ", role: .strong)
            .then(words(state).padded(columns: 14), role: isDone == true ? .success : .warning)
            .then(time)
        if let rest = consume.restReleased, rest > .zero {
            line = line.then("  " + words(.restReleased(rest)), role: .muted)
        }
        return line
    }

    // MARK: - Releases and consumes of this till

    var laterOrders: [Line] {
        guard let local = found.local, !local.laterOrders.isEmpty else { return [] }
        return [Line(words(.ownOrders), role: .accent)]
            + local.laterOrders.flatMap { lines(DepositOrder(local, $0)) } + [.empty]
    }

    private func lines(_ order: DepositOrder) -> [Line] {
        let state = words(.shortState(order)).padded(columns: 22)
        var lines = [
            Line(order.fee.yuan.leftPadded(columns: 9) + "  ", role: .strong)
                .then(state, role: order.outcome.textRole)
                .then(zone.dayAndTime(order.startTime)),
            Line("  \(OrderFacts.grouped(order.number.text, by: 4))", role: .muted),
        ]
        var who: [String] = []
        if let staff = order.staffID { who.append("\(words(.clerk)) \(staff.printable)") }
        if let approver = order.approverID { who.append("\(words(.approver)) \(approver.printable)") }
        if let record = order.record {
            who.append("\(words(.record)) \(OrderFacts.grouped(record.printable, by: 4))")
        }
        if !who.isEmpty { lines += indented(who.joined(separator: "  ")) }
        if order.outcome != .done { lines += indented(words(.reason(order.reason))) }
        if order.isLateSuccess { lines += indented(words(.lateOrder(order)), role: .warning) }
        if let remark = order.remark { lines += indented("\(words(.remark)) \(remark.printable)") }
        if let closing = order.closing { lines += indented(words(.closing(closing, zone: zone)), role: .warning) }
        return lines
    }

    private func indented(_ text: String, role: Role = .muted) -> [Line] {
        text.wrapped(columns: width - 2).map { Line("  " + $0, role: role) }
    }

    // MARK: - What can be done next

    var next: [Line] {
        let phrases = nextPhrases
        guard !phrases.isEmpty else { return [] }
        return [Line(words(.next), role: .accent)]
            + phrases.flatMap { paragraph("- " + words($0), role: .strong) } + [.empty]
    }

    private var nextPhrases: [Phrase] {
        var phrases: [Phrase] = []
        if !found.differences.isEmpty { phrases.append(.nextAtDifference) }
        if found.local?.isOpen == true || found.local?.openOrder != nil {
            phrases.append(.nextAtOpenQuestion)
        } else if let target = OrderTarget(found) {
            phrases.append(.nextAtHeld(target.left))
        }
        if found.source == .journal, found.local != nil { phrases.append(.nextWithoutGateway) }
        return phrases
    }
}

extension String {
    /// Returns the text filled up on its left, so that amounts stand below each other.
    fileprivate func leftPadded(columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - CellWidth.of(self))) + self
    }
}
