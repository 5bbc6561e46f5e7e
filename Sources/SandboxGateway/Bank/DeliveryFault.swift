/// What happens to an answer on its way.
enum DeliveryFault: Equatable, Sendable {
    case pass
    /// The connection is closed without an answer.
    case close
    /// The connection is reset without an answer.
    case reset
    /// That many bytes of the body pass, then the connection is closed.
    case cut(bodyBytes: Int)
    case late(milliseconds: Int)
    /// Nothing passes any more.
    case hang
}
