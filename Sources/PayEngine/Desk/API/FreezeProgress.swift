/// What a screen hears of a freeze that is under way. The last one is ``settled(_:)``, ``leftOpen(_:)``,
/// ``seenBefore(_:)`` or ``rejected(_:)``; nothing follows it. Every deposit told here is in the journal already.
public enum FreezeProgress: Equatable, Sendable {
    /// The intent is durable; the request is on its way.
    case started(Deposit)
    /// The customer can scan this code (`code_url`) until ``Deposit/expiry``.
    case offered(Deposit, url: String)
    /// Still `waiting` or `unknown`; the till goes on asking.
    case changed(Deposit)
    /// Frozen, refused, not sent or over.
    case settled(Deposit)
    /// The time for polling is over; the order is an open question and the background goes on asking.
    case leftOpen(Deposit)
    /// This code was scanned within a day: here is that earlier order. Nothing was sent.
    case seenBefore(Deposit)
    /// Nothing was sent and no order was made.
    case rejected(FreezeRejection)
}
