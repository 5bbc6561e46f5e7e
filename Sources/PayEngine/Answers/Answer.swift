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

/// An answer, and who gave it.
struct Response<Content: Equatable & Sendable>: Equatable, Sendable {
    var answer: Answer<Content>
    /// Who got the request, or may have; nil when no byte left.
    var base: GatewayBase?
    /// `log_id`, also of an answer that is not believed.
    var logID: UInt32?

    /// What a believable answer says of the order.
    func order<Order>() -> Order? where Content == Statement<Order> {
        if case .answered(let statement) = answer { statement.subject } else { nil }
    }
}

/// What a believable answer says: the gateway's verdict, and what it was asked about where the answer holds it.
struct Statement<Subject: Equatable & Sendable>: Equatable, Sendable {
    let verdict: GatewayVerdict
    var subject: Subject?

    init(_ verdict: GatewayVerdict, _ subject: Subject?) {
        self.verdict = verdict
        self.subject = subject
    }
}
