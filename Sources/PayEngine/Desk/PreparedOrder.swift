/// An order whose intent is durable and whose bytes are fixed.
struct PreparedOrder: Sendable {
    let number: OrderNumber
    let interface: Interface
    /// The content as signed and sent; sent again, it is these bytes.
    let content: SecretBytes
    let asked: ExpectedOrder
    /// The base that the intent names.
    let base: GatewayBase
    /// When the clerk no longer waits for it, on the clock that is never set.
    let limit: Duration
    /// How much of the time since boot the machine had slept when it was made: it is not sent after another sleep.
    let suspended: Duration
    /// `time_expire` of a code that the customer scans, as it is sent.
    var expiry: Timestamp?
}
