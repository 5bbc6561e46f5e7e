/// A line of a list or report: texts with their roles, from left to right.
struct Line: Equatable, Sendable {
    struct Span: Equatable, Sendable {
        var text: String
        var role: Role
    }

    var spans: [Span]

    static let empty = Line(spans: [])

    init(spans: [Span]) {
        self.spans = spans
    }

    init(_ text: String, role: Role = .text) {
        spans = [Span(text: text, role: role)]
    }

    func then(_ text: String, role: Role = .text) -> Line {
        Line(spans: spans + [Span(text: text, role: role)])
    }

    /// Returns a label of a fixed width and what it names.
    static func fact(_ label: String, _ value: String, role: Role = .text, labelWidth: Int = 12) -> Line {
        Line(label.padded(columns: labelWidth), role: .muted).then(value, role: role)
    }
}

extension Frame {
    @discardableResult
    mutating func put(_ line: Line, x: Int, y: Int, limit: Int? = nil) -> Int {
        line.spans.reduce(x) { put($1.text, x: $0, y: y, role: $1.role, limit: limit) }
    }

    /// The part of the lines from `scroll` on, with a mark where more is above or below.
    mutating func put(_ lines: [Line], in rect: Rect, scroll: Int) {
        for (row, line) in lines.dropFirst(scroll).prefix(rect.height).enumerated() {
            put(line, x: rect.x, y: rect.y + row, limit: rect.right - 2)
        }
        if scroll > 0 { put("^", x: rect.right - 1, y: rect.y, role: .accent) }
        if scroll + rect.height < lines.count { put("v", x: rect.right - 1, y: rect.bottom - 1, role: .accent) }
    }
}
