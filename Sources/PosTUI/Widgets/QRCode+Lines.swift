extension QRCode {
    /// White on black, reversed: black on white where there are colours, and at least reversed where there are none.
    private static let light = "\u{1B}[0;7;37;40m"
    private static let dark = "\u{1B}[0;30;40m"
    private static let end = "\u{1B}[0m"

    /// Returns the code as lines that a command prints on a terminal, with the sequences that make it dark on light.
    ///
    /// - Parameter size: of the terminal. Where nothing fits it is the lowest one: the terminal can be made larger.
    /// - Returns: nil for a text that no code can hold.
    func terminalLines(in size: Size) -> [String]? {
        let best = layout(in: size) ?? layouts.min { $0.size.height < $1.size.height }
        guard let best else { return nil }
        return (0..<best.size.height).map { line in
            var text = ""
            var ground = ""
            for column in 0..<best.size.width {
                let (character, isOnDark) = cell(of: best, column: column, line: line)
                let wanted = isOnDark ? Self.dark : Self.light
                if wanted != ground { text += wanted }
                ground = wanted
                text.append(character)
            }
            return text + Self.end
        }
    }

    /// The code in ASCII, for files and paper: `##` is dark, two blanks are light, as high as wide where a line is as
    /// high as two columns are wide.
    ///
    /// - Returns: nil for a text that no code can hold.
    var plainLines: [String]? {
        guard let matrix = QRMatrix(text, correction: .medium) ?? QRMatrix(text, correction: .low) else { return nil }
        let modules = -Self.quiet..<matrix.side + Self.quiet
        return modules.map { y in
            modules.map { x in matrix.isDark(x: x, y: y) ? "##" : "  " }.joined()
        }
    }
}
