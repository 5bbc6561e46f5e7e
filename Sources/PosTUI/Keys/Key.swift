/// One key as the terminal reports it.
enum Key: Hashable, Sendable {
    /// A character that can be typed, from space on.
    case character(Character)
    /// Ctrl with a letter, in lower case.
    case control(Character)
    case function(Int)
    case enter
    /// What a scanner sends after the carriage return, or instead of it.
    case lineFeed
    case tab, escape, backspace
    case up, down, left, right, home, end, pageUp, pageDown
}
