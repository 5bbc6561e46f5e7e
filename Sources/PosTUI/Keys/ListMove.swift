/// A step through a list or a text.
enum ListMove: Equatable, Sendable {
    case up, down, pageUp, pageDown, top, bottom
}
