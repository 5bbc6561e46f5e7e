/// The keys that work here, from the key table.
enum HintBar {
    static func draw(_ state: State, on frame: inout Frame, y: Int) {
        var x = 2
        for binding in KeyMap.bindings(in: state.context) {
            guard let hint = binding.hint?.text(in: state.language) else { continue }
            let width = CellWidth.of(binding.label) + 1 + CellWidth.of(hint)
            guard x + width <= frame.size.width else { break }
            x = frame.put(binding.label, x: x, y: y, role: .hintKey)
            x = frame.put(" " + hint, x: x, y: y, role: .hint) + 2
        }
    }
}
