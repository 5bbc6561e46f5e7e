import PayEngine

/// The keys that work here, from the screen's table.
enum HintBar {
    static func draw(
        _ hints: [(label: String, hint: Phrase)], _ language: TillConfiguration.Language, on frame: inout Frame, y: Int
    ) {
        let hints = hints.map { ($0.label, " " + $0.hint.text(in: language)) }
        let widths = hints.map { CellWidth.of($0.0) + CellWidth.of($0.1) }
        // Closer together where that shows all of them; what is cut off is in the help.
        let gap = fits(widths, gap: 2, in: frame.size) || !fits(widths, gap: 1, in: frame.size) ? 2 : 1
        var x = gap
        for ((label, hint), width) in zip(hints, widths) {
            guard x + width <= frame.size.width else { break }
            x = frame.put(label, x: x, y: y, role: .hintKey)
            x = frame.put(hint, x: x, y: y, role: .hint) + gap
        }
    }

    private static func fits(_ widths: [Int], gap: Int, in size: Size) -> Bool {
        widths.reduce(0) { $0 + $1 + gap } <= size.width
    }
}
