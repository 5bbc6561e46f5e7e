import PayEngine

/// A QR code for a customer's phone, dark on light in every theme.
///
/// Half blocks make square modules and are in every font, so they come first. They put two modules into a line: the 19
/// lines that a screen has of 24 hold 33 modules and a quiet zone of 2, which is 78 bytes. 200 bytes that no mode
/// packs take 53 modules, for which 24 lines of half blocks would not do even without a quiet zone. So what does not
/// fit is drawn with sextants, three modules to a line: 200 bytes then take 19 lines and 31 columns. A taller window
/// gets half blocks again.
///
/// Where all modules of a cell are alike it is a blank on the right ground: gaps that a font leaves between lines of
/// glyphs don't cut the code.
struct QRCode: Equatable, Sendable {
    /// Where and how a code is drawn.
    struct Layout: Equatable, Sendable {
        var matrix: QRMatrix
        var glyphs: QRGlyphs
        /// Light modules above and below.
        var quiet: Int
        /// In cells, with the quiet zone.
        var size: Size
    }

    /// The light modules around the code.
    ///
    /// The standard asks for 4 of them. Beside the code there is always room for them; above and below 2 do where lines
    /// are scarce.
    static let quiet = 4
    private static let choices: [(correction: QRMatrix.Correction, quiet: Int)] = [
        (.medium, 4), (.low, 4), (.low, 3), (.low, 2),
    ]

    var text: String
    /// What the terminal can draw, best first.
    var glyphs: [QRGlyphs]

    /// Returns the best one that fits; nil when none does.
    func layout(in size: Size) -> Layout? {
        layouts.first { $0.size.width <= size.width && $0.size.height <= size.height }
    }

    /// Draws the code in the middle of a part of the screen.
    ///
    /// When it does not fit it says there how large the window must be, provided that the part grows as the window
    /// does.
    ///
    /// - Returns: whether there is a code now.
    @discardableResult
    func draw(in rect: Rect, language: TillConfiguration.Language, on frame: inout Frame) -> Bool {
        guard let layout = layout(in: Size(width: rect.width, height: rect.height)) else {
            let words = refusal(in: rect, of: frame.size).text(in: language).wrapped(columns: rect.width)
            for (line, text) in words.prefix(max(0, rect.height)).enumerated() {
                frame.put(text, x: rect.x, y: rect.y + line, role: .error, limit: rect.right)
            }
            return false
        }
        let left = rect.x + (rect.width - layout.size.width) / 2
        let top = rect.y + (rect.height - layout.size.height) / 2
        for line in 0..<layout.size.height {
            for column in 0..<layout.size.width {
                let (character, isOnDark) = cell(of: layout, column: column, line: line)
                frame.fill(
                    Rect(x: left + column, y: top + line, width: 1, height: 1), role: isOnDark ? .qrDark : .qrLight,
                    with: character)
            }
        }
        return true
    }

    /// Returns what stands in a cell of it, counted from its quiet zone's corner: the character, and whether on dark
    /// ground.
    func cell(of layout: Layout, column: Int, line: Int) -> (character: Character, isOnDark: Bool) {
        layout.glyphs.cell(column: column, line: line) { x, y in
            layout.matrix.isDark(x: x - Self.quiet, y: y - layout.quiet)
        }
    }

    /// Returns why it can't be drawn, and what would help.
    private func refusal(in rect: Rect, of window: Size) -> Phrase {
        windowNeeded(in: rect, of: window).map(Phrase.qrNeedsWindow) ?? .qrImpossible
    }

    func fits(in rect: Rect) -> Bool {
        layout(in: Size(width: rect.width, height: rect.height)) != nil
    }

    /// Returns how large the window must be for the code to fit into a part of it that grows as it does; nil for a text
    /// that no code can hold.
    func windowNeeded(in rect: Rect, of window: Size) -> Size? {
        layouts.map(\.size).min { ($0.height, $0.width) < ($1.height, $1.width) }.map { least in
            Size(
                width: window.width + max(0, least.width - rect.width),
                height: window.height + max(0, least.height - rect.height))
        }
    }

    /// All ways to draw it, best first; empty for a text that no code can hold.
    var layouts: [Layout] {
        let medium = QRMatrix(text, correction: .medium)
        let low = QRMatrix(text, correction: .low)
        return glyphs.flatMap { glyphs in
            Self.choices.compactMap { choice in
                guard let matrix = choice.correction == .medium ? medium : low else { return nil }
                let size = glyphs.cells(
                    width: matrix.side + 2 * Self.quiet, height: matrix.side + 2 * choice.quiet)
                return Layout(matrix: matrix, glyphs: glyphs, quiet: choice.quiet, size: size)
            }
        }
    }
}

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
