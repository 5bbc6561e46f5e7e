/// A freeze whose intent is durable and whose bytes are fixed.
struct PreparedFreeze: Sendable {
    let number: OrderNumber
    /// The content as signed and sent; sent again, it is these bytes.
    let content: [UInt8]
    let asked: Asked
    /// The base that the intent names.
    let base: GatewayBase

    /// Why nothing is sent.
    struct Stop: Error {
        let progress: FreezeProgress
    }
}
