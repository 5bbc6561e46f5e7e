import PayEngine

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
