/// One request as it came over HTTP.
struct BankRequest: Sendable {
    let interface: BankInterface
    /// The header `Content-Type`, if any.
    let contentType: String?
    let body: [UInt8]
}
