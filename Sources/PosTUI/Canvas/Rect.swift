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

/// The size of the terminal in cells.
struct Size: Equatable, Sendable {
    /// The smallest terminal that every screen fits in.
    static let minimum = Size(width: 80, height: 24)

    var width: Int
    var height: Int

    var isEnough: Bool { width >= Self.minimum.width && height >= Self.minimum.height }
}
