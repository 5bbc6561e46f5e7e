/// Digits five lines high, drawn with filled cells: an amount that can be read from across the counter.
enum BigNumber {
    static let height = 5

    /// Three columns for a digit, one for the point; five lines from top to bottom.
    private static let shapes: [Character: [String]] = [
        "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
        "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
        ".": [" ", " ", " ", " ", "#"],
    ]

    static func width(_ text: String) -> Int {
        text.reduce(-1) { $0 + 1 + (shapes[$1]?.first?.count ?? 0) }
    }

    static func draw(_ text: String, x: Int, y: Int, role: Role, on frame: inout Frame) {
        var column = x
        for character in text {
            guard let rows = shapes[character], let width = rows.first?.count else { continue }
            for (row, cells) in rows.enumerated() {
                for (offset, cell) in cells.enumerated() where cell == "#" {
                    frame.put("#", x: column + offset, y: y + row, role: role)
                }
            }
            column += width + 1
        }
    }
}
