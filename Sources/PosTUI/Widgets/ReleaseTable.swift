import PayEngine

/// The table of a deposit's releases.
///
/// A number of up to 32 characters needs a line of its own where the screen is narrow.
struct ReleaseTable {
    var releases: [Release]
    var language: TillConfiguration.Language
    var zone: LocalTime
    var width: Int

    private static let amountWidth = 11
    private static let stateWidth = 10
    private static let timeWidth = 21
    private static let whoWidth = 14

    var lines: [Line] {
        [header] + releases.flatMap(rows)
    }

    private var header: Line {
        let amount = Phrase.amount.text(in: language)
        let text =
            String(repeating: " ", count: Self.amountWidth - 2 - CellWidth.of(amount)) + amount + "  "
            + Phrase.state.text(in: language).padded(columns: Self.stateWidth)
            + Phrase.time.text(in: language).padded(columns: Self.timeWidth)
            + Phrase.byWhom.text(in: language).padded(columns: Self.whoWidth) + Phrase.remark.text(in: language)
        return Line(text, role: .muted)
    }

    private func rows(_ release: Release) -> [Line] {
        let amount = release.fee?.yuan ?? "-"
        let ownTime = release.endTime ?? release.createTime
        let time = ownTime.map(zone.dayAndTime) ?? "-"
        let who = "\((release.staffID ?? "-").printable)/\((release.deviceID ?? "-").printable)"
        let remark = (release.remark ?? "").printable
        let rest = width - Self.amountWidth - Self.stateWidth - Self.timeWidth - Self.whoWidth
        let first = Line(
            String(repeating: " ", count: max(0, Self.amountWidth - 2 - amount.count)) + amount + "  ", role: .strong
        )
        .then(
            Phrase.release(release.outcome).text(in: language).padded(columns: Self.stateWidth),
            role: release.outcome == .released ? .success : .warning
        )
        .then(
            time.padded(columns: Self.timeWidth) + (who.cut(columns: Self.whoWidth - 1)).padded(columns: Self.whoWidth)
                + (CellWidth.of(remark) <= rest ? remark : ""))
        let number = Line("  " + Phrase.releaseNumber.text(in: language) + " ", role: .muted)
            .then(release.number.printable, role: .muted)
        var parts: [String] = release.releaseID.map { [$0.printable] } ?? []
        if ownTime == nil, let time = release.lastUpdateTime {
            parts.append("\(Phrase.lastChange.text(in: language)) \(zone.dayAndTime(time))")
        }
        if let fee = release.fundAmount { parts.append(Phrase.backToBalance(fee).text(in: language)) }
        if let fee = release.creditAmount { parts.append(Phrase.backToCredit(fee).text(in: language)) }
        let platforms = parts.isEmpty ? [] : [Line("  " + parts.joined(separator: "  "), role: .muted)]
        let below = CellWidth.of(remark) <= rest ? [] : remark.wrapped(columns: width - 2)
        return [first, number] + platforms + below.map { Line("  " + $0) }
    }
}
