/// What every request can be rejected for before an order is made of it, whichever kind of order it asks for.
protocol OrderRejection: Error {
    /// A field is longer than the protocol allows, counted in bytes of UTF-8.
    static func fieldTooLong(name: String, limit: Int, found: Int) -> Self
    /// A text that people typed holds a payment code.
    static func holdsPaymentCode(field: String) -> Self
    /// The journal could not take the intent.
    static func journal(_ trouble: String) -> Self
}

extension FreezeRejection: OrderRejection {}
extension FollowUpRejection: OrderRejection {}
