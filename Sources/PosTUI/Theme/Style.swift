/// How the cells of one role look.
struct Style: Equatable, Sendable {
    enum Colour: Equatable, Sendable {
        /// The terminal's own.
        case standard
        /// Of the terminal's palette: 0 to 7 everywhere, up to 255 where it has so many.
        case palette(Int)
    }

    struct Attributes: OptionSet, Sendable {
        let rawValue: Int
        static let bold = Attributes(rawValue: 1)
        static let dim = Attributes(rawValue: 2)
        static let reverse = Attributes(rawValue: 4)
        static let underline = Attributes(rawValue: 8)
    }

    var foreground = Colour.standard
    var background = Colour.standard
    var attributes: Attributes = []
}
