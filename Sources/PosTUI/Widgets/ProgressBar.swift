/// How much of the time for asking is over.
enum ProgressBar {
    static func draw(seconds: Int64, limit: Int64, on frame: inout Frame, in rect: Rect, y: Int) {
        let width = rect.width - 4
        let full = limit > 0 ? min(width, Int(Int64(width) * seconds / limit)) : width
        frame.put(String(repeating: "=", count: full), x: rect.x + 2, y: y, role: .accent)
        frame.put(String(repeating: "-", count: width - full), x: rect.x + 2 + full, y: y, role: .muted)
    }
}
