import PayEngine

/// A boxed line that is typed into, with its prompt above and what is wrong below.
struct FieldBox {
    /// Lines from the prompt to the problem.
    static let height = 5

    var prompt: String
    var content: String
    var problem: String?
    var width: Int

    func draw(on frame: inout Frame, x: Int, y: Int, limit: Int) {
        frame.put(prompt, x: x, y: y, role: .strong, limit: limit)
        frame.box(Rect(x: x, y: y + 1, width: width, height: 3), role: .accent)
        // The end of a long text is what is being typed.
        let room = width - 5
        var shown = content.printable
        while CellWidth.of(shown) > room { shown.removeFirst() }
        let end = frame.put(shown, x: x + 2, y: y + 2, role: .field)
        frame.showCursor(x: end, y: y + 2)
        if let problem {
            frame.put(wrapped: "! " + problem, in: Rect(x: x, y: y + 4, width: limit - x, height: 2), role: .error)
        }
    }
}
