/// What a screen hears of a release or a consume that is under way. The last one is ``settled(_:)``, ``leftOpen(_:)``
/// or ``rejected(_:)``; nothing follows it. Every order told here is in the journal already.
public enum FollowUpProgress: Equatable, Sendable {
    /// WeChat Pay takes no release so soon after the freeze: it is sent in so many seconds. Nothing is written or sent
    /// meanwhile. Told anew at every second.
    case heldBack(seconds: Int)
    /// The intent is durable; the request is on its way.
    case started(TillOrder)
    /// Still unknown; the till goes on asking.
    case changed(TillOrder)
    /// Done, refused or not sent.
    case settled(TillOrder)
    /// The time for asking is over; it is an open question and the background goes on asking.
    case leftOpen(TillOrder)
    /// Nothing was sent and no order was made.
    case rejected(FollowUpRejection)
}
