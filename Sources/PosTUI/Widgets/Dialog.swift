/// A box over the middle of the screen.
struct Dialog {
    var title: String
    var paragraphs: [String]

    func draw(on frame: inout Frame) {
        let width = min(60, frame.size.width - 4)
        let lines = paragraphs.map { $0.wrapped(columns: width - 6) }
        let height = lines.reduce(3) { $0 + $1.count + 1 }
        let rect = Rect(
            x: (frame.size.width - width) / 2, y: max(0, (frame.size.height - height) / 2), width: width,
            height: height)
        frame.fill(rect, role: .text)
        frame.box(rect, title: title, role: .accent, titleRole: .accent)
        var y = rect.y + 2
        for paragraph in lines {
            for line in paragraph {
                frame.put(line, x: rect.x + 3, y: y, limit: rect.right - 3)
                y += 1
            }
            y += 1
        }
        frame.hideCursor()
    }
}
