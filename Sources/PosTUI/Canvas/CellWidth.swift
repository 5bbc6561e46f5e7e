import CSystem

/// How many columns of a terminal a character takes: 0, 1 or 2.
enum CellWidth {
    /// The C library's table for UTF-8.
    ///
    /// It is never changed after it was made, so threads may share it.
    private struct Table: @unchecked Sendable {
        let handle: UnsafeMutableRawPointer
    }

    private static let table: Table? = postui_utf8_locale().map(Table.init(handle:))

    /// Control characters and those that the C library does not know count as 0: they are never drawn.
    static func of(_ character: Character) -> Int {
        if let byte = character.asciiValue { return (0x20...0x7E).contains(byte) ? 1 : 0 }
        guard let scalar = character.unicodeScalars.first, let table else { return 0 }
        return max(0, Int(postui_column_width(scalar.value, table.handle)))
    }

    static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + of($1) }
    }
}
