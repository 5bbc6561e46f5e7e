/// One column of one line of the screen.
struct Cell: Equatable, Sendable {
    enum Content: Equatable, Sendable {
        /// A character of one column.
        case narrow(Character)
        /// The left column of a character of two.
        case wide(Character)
        /// The right column of a character of two.
        case tail
    }

    var content: Content
    var role: Role

    static let blank = Cell(content: .narrow(" "), role: .text)
}
