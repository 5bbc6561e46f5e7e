/// What a QR code is drawn with on a terminal.
enum QRGlyphs: Equatable, Sendable, CaseIterable {
    /// A cell is one module wide and two high. Every font of a UTF-8 terminal has these, and modules are square.
    case halfBlocks
    /// A cell is two modules wide and three high: the only way to get more than two modules into a line's height, so
    /// that a code of 53 modules fits into 24 lines. Modules are a third higher than wide, which readers take like a
    /// code that is seen at an angle. Terminals since 2020 draw these by themselves; older fonts may lack them.
    case sextants
    /// A module is two blank cells: needs no glyph at all.
    case blanks

    /// Returns what a terminal (`TERM`) can draw, best first.
    ///
    /// `isUTF8` is false where only ASCII is shown reliably.
    static func available(isUTF8: Bool, terminal: String) -> [QRGlyphs] {
        guard isUTF8 else { return [.blanks] }
        switch terminal {
        case "vt100", "vt102", "vt220", "cons25": return [.blanks]
        case "linux": return [.halfBlocks, .blanks]
        default: return [.halfBlocks, .sextants]
        }
    }

    /// Returns the size, in cells, of a code of that many modules.
    func cells(width: Int, height: Int) -> Size {
        switch self {
        case .halfBlocks: Size(width: width, height: (height + 1) / 2)
        case .sextants: Size(width: (width + 1) / 2, height: (height + 2) / 3)
        case .blanks: Size(width: width * 2, height: height)
        }
    }

    /// What stands in the cell of a column and a line: the character, and whether it stands on dark ground.
    func cell(column: Int, line: Int, isDark: (Int, Int) -> Bool) -> (character: Character, isOnDark: Bool) {
        switch self {
        case .halfBlocks:
            switch (isDark(column, line * 2), isDark(column, line * 2 + 1)) {
            case (false, false): (" ", false)
            case (true, false): ("▀", false)
            case (false, true): ("▄", false)
            case (true, true): (" ", true)
            }
        case .sextants:
            Self.sextant(
                (0..<6).reduce(0) { pattern, part in
                    isDark(column * 2 + part % 2, line * 3 + part / 2) ? pattern | 1 << part : pattern
                })
        case .blanks: (" ", isDark(column / 2, line))
        }
    }

    /// Unicode left out those that it had already: none, left half, right half, all.
    private static func sextant(_ pattern: UInt32) -> (character: Character, isOnDark: Bool) {
        switch pattern {
        case 0: return (" ", false)
        case 21: return ("▌", false)
        case 42: return ("▐", false)
        case 63: return (" ", true)
        case let other:
            let skipped: UInt32 = other > 42 ? 3 : other > 21 ? 2 : 1
            return (Unicode.Scalar(0x1FB00 + other - skipped).map { Character($0) } ?? " ", false)
        }
    }
}
