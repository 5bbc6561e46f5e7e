import PayEngine

/// What the screen shall look like: a grid of cells and perhaps a cursor.
///
/// Whatever is put into it, nothing leaves the grid and no wide character is split.
struct Frame: Equatable, Sendable {
    struct Position: Equatable, Sendable {
        var x: Int
        var y: Int
    }

    let size: Size
    private(set) var cells: [Cell]
    /// Where the terminal's cursor stands; nil: it is hidden.
    private(set) var cursor: Position?

    init(size: Size) {
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        cells = Array(repeating: .blank, count: self.size.width * self.size.height)
    }

    subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }

    /// Writes a text, cleaned, and returns the column after it.
    ///
    /// What does not fit before `limit` is cut off.
    @discardableResult
    mutating func put(_ text: String, x: Int, y: Int, role: Role = .text, limit: Int? = nil) -> Int {
        let end = min(limit ?? size.width, size.width)
        var column = x
        guard (0..<size.height).contains(y) else { return column }
        for character in text.printable {
            let width = CellWidth.of(character)
            guard width > 0 else { continue }
            guard column + width <= end else { break }
            if column >= 0 { set(character, width: width, x: column, y: y, role: role) }
            column += width
        }
        return column
    }

    /// Writes a text whose last column is the one before `right`.
    mutating func put(_ text: String, endingAt right: Int, y: Int, role: Role = .text) {
        put(text, x: max(0, right - CellWidth.of(text.printable)), y: y, role: role, limit: right)
    }

    /// Fills a part with one character of one column.
    mutating func fill(_ rect: Rect, role: Role, with character: Character = " ") {
        for y in max(0, rect.y)..<max(0, min(rect.bottom, size.height), rect.y) {
            for x in max(0, rect.x)..<max(0, min(rect.right, size.width), rect.x) {
                set(character, width: 1, x: x, y: y, role: role)
            }
        }
    }

    /// Shows the cursor there, if it is inside.
    mutating func showCursor(x: Int, y: Int) {
        guard (0..<size.width).contains(x), (0..<size.height).contains(y) else { return }
        cursor = Position(x: x, y: y)
    }

    mutating func hideCursor() {
        cursor = nil
    }

    private mutating func set(_ character: Character, width: Int, x: Int, y: Int, role: Role) {
        let index = y * size.width + x
        clearHalf(index)
        cells[index] = Cell(content: width == 2 ? .wide(character) : .narrow(character), role: role)
        if width == 2 {
            clearHalf(index + 1)
            cells[index + 1] = Cell(content: .tail, role: role)
        }
    }

    /// Blanks the other half of a wide character that is about to lose this one.
    private mutating func clearHalf(_ index: Int) {
        switch cells[index].content {
        case .narrow: break
        case .wide: cells[index + 1].content = .narrow(" ")
        case .tail: cells[index - 1].content = .narrow(" ")
        }
    }
}

extension Frame {
    /// Draws a box of thin lines, with a title in its upper line.
    mutating func box(_ rect: Rect, title: String? = nil, role: Role = .border, titleRole: Role = .strong) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let line = String(repeating: "─", count: rect.width - 2)
        put("┌" + line + "┐", x: rect.x, y: rect.y, role: role)
        put("└" + line + "┘", x: rect.x, y: rect.bottom - 1, role: role)
        for y in (rect.y + 1)..<max(rect.y + 1, rect.bottom - 1) {
            put("│", x: rect.x, y: y, role: role)
            put("│", x: rect.right - 1, y: y, role: role)
        }
        if let title {
            put(" \(title) ", x: rect.x + 2, y: rect.y, role: titleRole, limit: rect.right - 1)
        }
    }

    mutating func horizontalLine(x: Int, y: Int, width: Int, role: Role = .border) {
        put(String(repeating: "─", count: max(0, width)), x: x, y: y, role: role)
    }

    /// Writes a text over several lines and returns the line after the last.
    @discardableResult
    mutating func put(wrapped text: String, in rect: Rect, role: Role = .text) -> Int {
        var y = rect.y
        for line in text.printable.wrapped(columns: rect.width) where y < rect.bottom {
            put(line, x: rect.x, y: y, role: role, limit: rect.right)
            y += 1
        }
        return y
    }
}

extension Frame {
    /// The frame as lines of text without trailing spaces, for tests and for people.
    var lines: [String] {
        (0..<size.height).map { y in
            var line = ""
            for x in 0..<size.width {
                switch self[x, y].content {
                case .narrow(let character), .wide(let character): line.append(character)
                case .tail: break
                }
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
