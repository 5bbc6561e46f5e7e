extension String {
    /// Returns the text in lines of at most `columns` columns, broken at spaces or between wide characters.
    func wrapped(columns: Int) -> [String] {
        guard columns >= 2 else { return [] }
        var lines: [String] = []
        var line = ""
        var width = 0
        for piece in pieces {
            let pieceWidth = CellWidth.of(piece)
            if width + pieceWidth > columns, !line.isEmpty {
                lines.append(line.withoutTrailingSpaces)
                line = ""
                width = 0
                if piece == " " { continue }
            }
            for character in piece {
                let characterWidth = CellWidth.of(character)
                if width + characterWidth > columns {
                    lines.append(line)
                    line = ""
                    width = 0
                }
                line.append(character)
                width += characterWidth
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line.withoutTrailingSpaces) }
        return lines
    }

    /// Returns the text cut to a number of columns, with `..` at its end if something is missing.
    func cut(columns: Int) -> String {
        guard CellWidth.of(self) > columns else { return self }
        guard columns >= 2 else { return "" }
        var result = ""
        var width = 0
        for character in self {
            width += CellWidth.of(character)
            guard width <= columns - 2 else { break }
            result.append(character)
        }
        return result + ".."
    }

    /// Returns the text filled up with spaces to a number of columns, or cut to them.
    func padded(columns: Int) -> String {
        let text = cut(columns: columns)
        return text + String(repeating: " ", count: max(0, columns - CellWidth.of(text)))
    }

    /// The words, single spaces and single wide characters of the text; a closing mark stays with what stands before
    /// it.
    private var pieces: [String] {
        var pieces: [String] = []
        var canGrow = false
        for character in self {
            let isWide = CellWidth.of(character) == 2
            let closes = isWide && "，。：；！？、）》」』”’".contains(character)
            if character == " " {
                pieces.append(" ")
                canGrow = false
            } else if closes, !pieces.isEmpty, pieces.last != " " {
                pieces[pieces.count - 1].append(character)
                canGrow = false
            } else if isWide || !canGrow {
                pieces.append(String(character))
                canGrow = !isWide
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    var withoutTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
