/// One key as the terminal reports it.
enum Key: Hashable, Sendable {
    /// A character that can be typed, from space on.
    case character(Character)
    /// Ctrl with a letter in lower case, or with one of `[`, `\`, `]`, `^` and `_`: STX is `b`, GS is `]`.
    case control(Character)
    /// An escape byte with a printable ASCII sign right behind it: so a scanner in its Alt mode sends each digit.
    case alt(Character)
    case function(Int)
    case enter
    /// What a scanner sends after the carriage return, or instead of it.
    case lineFeed
    case tab, escape, backspace
    case up, down, left, right, home, end, pageUp, pageDown
}

/// A step through a list or a text.
enum ListMove: Equatable, Sendable {
    case up, down, pageUp, pageDown, top, bottom
}
