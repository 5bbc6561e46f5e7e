/// What the desk reports of an order that is under way.
///
/// The last one is ``settled(_:)``, ``leftOpen(_:)``, ``seenBefore(_:)`` or ``rejected(_:)``; nothing follows it. Every
/// order told here is in the journal already.
public enum OrderProgress: Equatable, Sendable {
    /// WeChat Pay takes no release so soon after the freeze: it is sent in so many seconds. Nothing is written or sent
    /// meanwhile. Told anew at every second.
    case heldBack(seconds: Int)
    /// The intent is durable; the request is on its way.
    case started(DepositOrder)
    /// The customer can scan this code (`code_url`) until ``Deposit/expiry``.
    /// `until`: `time_expire` as it was sent, by the gateway's clock.
    case offered(DepositOrder, url: String, until: Timestamp?)
    /// Still waiting or unknown; the till goes on asking.
    case changed(DepositOrder)
    /// Done, refused, not sent or over.
    case settled(DepositOrder)
    /// The time for asking is over; it is an open question and the background goes on asking.
    case leftOpen(DepositOrder)
    /// This code was scanned within a day: here is that earlier order. Nothing was sent.
    case seenBefore(Deposit)
    /// Nothing was sent and no order was made.
    case rejected(OrderRejection)
}
