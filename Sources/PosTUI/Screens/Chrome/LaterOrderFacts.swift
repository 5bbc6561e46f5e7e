import PayEngine

/// The lines that name a release or consume and its deposit.
enum LaterOrderFacts {
    /// Returns the lines of the deposit, before there is an order.
    static func deposit(
        _ target: OrderTarget, _ language: TillConfiguration.Language
    ) -> [Line] {
        let number = OrderFacts.grouped(target.number.text, by: 4)
        var lines = [Line.fact(Phrase.deposit.text(in: language), number, role: .strong)]
        if let reference = target.reference {
            lines.append(.fact(Phrase.reference.text(in: language), reference.printable))
        }
        return lines
    }

    /// Returns the lines of the release or consume itself.
    static func order(_ order: DepositOrder, _ settings: Settings) -> [Line] {
        let language = settings.language
        var lines = [
            Line.fact(
                Phrase.kind(order.kind).text(in: language), OrderFacts.grouped(order.number.text, by: 4)),
            Line.fact(Phrase.time.text(in: language), settings.zone.dayAndTime(order.startTime)),
        ]
        if let approver = order.approverID {
            lines.append(.fact(Phrase.approver.text(in: language), settings.name(ofStaff: approver)))
        }
        if let number = order.platformNumber {
            lines.append(.fact(Phrase.platformNumber.text(in: language), number.printable))
        }
        if let record = order.record {
            lines.append(
                .fact(Phrase.record.text(in: language), OrderFacts.grouped(record.printable, by: 4), role: .strong))
        }
        return lines
    }
}

extension Settings {
    /// Names a member of the staff, as `王主管 (0001)`; by the ID alone where the configuration does not know it.
    func name(ofStaff id: String) -> String {
        guard let member = staff.first(where: { $0.id == id }) else { return id.printable }
        return "\(member.name.printable) (\(id.printable))"
    }
}
