/// The size of the terminal in cells.
struct Size: Equatable, Sendable {
    /// The smallest terminal that every screen fits in.
    static let minimum = Size(width: 80, height: 24)

    var width: Int
    var height: Int

    var isEnough: Bool { width >= Self.minimum.width && height >= Self.minimum.height }
}
