/// What every request can be rejected for before an order is made of it, whichever kind of order it asks for.
protocol OrderRejection: Error {
    /// A field is longer than the protocol allows, counted in bytes of UTF-8.
    static func fieldTooLong(name: String, limit: Int, found: Int) -> Self
    /// A text that people typed holds a payment code.
    static func holdsPaymentCode(field: String) -> Self
    /// A field was asked for that this platform does not take with such an order.
    static func notOnPlatform(field: String, _ platform: PayPlatform) -> Self
    /// The system gives no random bytes, which an order's number and its request are made of.
    static var noRandomBytes: Self { get }
    /// The journal could not take the intent.
    static func journal(_ trouble: String) -> Self
    /// The journal's files are not any more those that the till opened.
    static func journalMoved(_ file: MovedFile) -> Self
}

extension FreezeRejection: OrderRejection {}
extension FollowUpRejection: OrderRejection {}
