/// How a call went, before anybody has asked what it means.
///
/// Its content is an opened envelope first, then what was read from that.
enum Answer<Content: Equatable & Sendable>: Equatable, Sendable {
    /// Name, connect or TLS failed on every base: no byte of the request left.
    case notConnected(String)
    /// A byte may have left, and no whole answer came back.
    case lost(String)
    /// A whole answer came that cannot be believed.
    case invalid(InvalidAnswer)
    /// A whole answer that may be believed as far as it was read.
    case answered(Content)

    /// The answer read further; one whose content turns out not to be believed is invalid.
    func reading<Read>(_ read: (Content) throws(InvalidAnswer) -> Read) -> Answer<Read> {
        switch self {
        case .notConnected(let text): return .notConnected(text)
        case .lost(let text): return .lost(text)
        case .invalid(let invalid): return .invalid(invalid)
        case .answered(let content):
            do throws(InvalidAnswer) {
                return .answered(try read(content))
            } catch {
                return .invalid(error)
            }
        }
    }
}
