/// One request as it came over the line.
struct HTTPRequest: Equatable, Sendable {
    let method: String
    /// Without a query.
    let path: String
    /// The header `Content-Type`, if any.
    let contentType: String?
    /// Whether the connection is to stay open after the answer.
    let keepsAlive: Bool
    let body: [UInt8]
}
