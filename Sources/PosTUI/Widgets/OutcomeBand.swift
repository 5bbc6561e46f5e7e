import PayEngine

/// The big line: a band over the whole width with a sign, words and an amount.
struct OutcomeBand {
    static let height = 7

    var band: Band
    var headline: String
    /// Below the headline.
    var lines: [String]
    /// In figures; nil: none, where they would be taken for what was paid.
    var amount: Fen?

    func draw(on frame: inout Frame, in rect: Rect) {
        let role = band.role
        frame.fill(Rect(x: rect.x, y: rect.y, width: rect.width, height: Self.height), role: role)
        for (row, cells) in OutcomeSign.rows(band).enumerated() {
            for (column, cell) in cells.enumerated() where cell == "#" {
                frame.put("#", x: rect.x + 3 + column, y: rect.y + 1 + row, role: band.sign)
            }
        }
        let textStart = rect.x + 3 + OutcomeSign.width + 3
        let textEnd = rect.right - 2
        // Long words leave no room for the figures; then the amount stands in the lines only.
        let widest = ([headline] + lines).map { CellWidth.of($0) }.max() ?? 0
        if let figures = amount?.yuan {
            let start = rect.right - 3 - BigNumber.width(figures)
            if textStart + widest + 2 <= start {
                BigNumber.draw(figures, x: start, y: rect.y + 1, role: band.sign, on: &frame)
            }
        }
        frame.put(headline, x: textStart, y: rect.y + 2, role: role, limit: textEnd)
        for (row, line) in lines.enumerated() {
            frame.put(line, x: textStart, y: rect.y + 4 + row, role: role, limit: textEnd)
        }
    }
}
