/// A part of the screen, in cells.
struct Rect: Equatable, Sendable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var right: Int { x + width }
    var bottom: Int { y + height }

    func inset(horizontally columns: Int, vertically rows: Int) -> Rect {
        Rect(x: x + columns, y: y + rows, width: max(0, width - 2 * columns), height: max(0, height - 2 * rows))
    }
}
