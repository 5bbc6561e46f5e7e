/// Rows for spreadsheets, by RFC 4180.
enum CSVText {
    /// Ends every row.
    static let end = "\r\n"
    /// The byte order mark, without which Excel takes UTF-8 for the machine's old encoding.
    static let mark = "\u{FEFF}"
    /// The signs with which a formula begins in a spreadsheet, whatever the cell was to us.
    ///
    /// The wide forms are, too, where the spreadsheet speaks Chinese or Japanese.
    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    static func row(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",")
    }

    /// Returns a cell: harmless, and in quotes where it must be.
    static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map(formulaStarts.contains) ?? false
        let harmless = isFormula ? "'" + text : text
        let needsQuotes = harmless.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
        guard needsQuotes else { return harmless }
        return "\"" + harmless.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
