/// Why a freeze was not even tried. No order was made; nothing was sent.
public enum FreezeRejection: Error, Equatable, Sendable {
    /// Zero, or less.
    case amountIsZero
    /// Above `[deposit] maximum`.
    case aboveMaximum(Fen)
    /// Not a listed staff ID.
    case unknownStaff(String)
    /// A field is longer than the protocol allows, counted in bytes of UTF-8.
    case fieldTooLong(name: String, limit: Int, found: Int)
    /// A text that people typed holds a payment code, which must be neither kept nor sent.
    case holdsPaymentCode(field: String)
    /// A field was asked for that this platform does not take with such an order.
    case notOnPlatform(field: String, PayPlatform)
    /// No ping was answered, so that nobody can say until when a code may be scanned.
    case gatewayClockUnknown
    /// The system gives no random bytes, which an order's number and its request are made of.
    case noRandomBytes
    /// The journal could not take the intent. The text names the trouble for engineers.
    case journal(String)
    /// The journal's files are not any more those that the till opened: what is written there nobody would find.
    case journalMoved(MovedFile)
}
