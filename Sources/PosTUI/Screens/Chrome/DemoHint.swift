import PayEngine

/// Says in a demo which amounts make which outcome, as far as there is room.
///
/// The help screen has all of it.
enum DemoHint {
    static func draw(_ settings: Settings, on frame: inout Frame, in rect: Rect) {
        let lines = settings.demoHint
        guard !lines.isEmpty, rect.height >= 3 else { return }
        let widest = lines.map { CellWidth.of($0.printable) }.max() ?? 0
        let columns = max(1, min(3, (rect.width - 2) / (widest + 2)))
        let rows = (lines.count + columns - 1) / columns
        let height = min(rect.height, rows + 2)
        frame.box(
            Rect(x: rect.x, y: rect.y, width: rect.width, height: height),
            title: Phrase.demoTitle.text(in: settings.language), titleRole: .muted)
        let columnWidth = (rect.width - 2) / columns
        for (index, line) in lines.enumerated() {
            let row = index % rows
            guard row < height - 2 else { continue }
            let x = rect.x + 2 + index / rows * columnWidth
            frame.put(line.printable, x: x, y: rect.y + 1 + row, role: .muted, limit: rect.right - 1)
        }
    }
}
