/// What goes back over HTTP, and what happens to it on its way.
struct HTTPAnswer: Equatable, Sendable {
    var status = 200
    var contentType = "text/plain"
    /// The header `Location` of a redirect.
    var location: String?
    /// The header `Allow` of a refused method.
    var allow: String?
    var body: [UInt8] = []
    var fate = DeliveryFault.pass

    private static let reasons = [
        200: "OK", 302: "Found", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed",
        413: "Content Too Large", 431: "Request Header Fields Too Large", 501: "Not Implemented", 502: "Bad Gateway",
        505: "HTTP Version Not Supported",
    ]

    /// Returns everything up to the body.
    func head(keepsAlive: Bool) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status) \(Self.reasons[status] ?? "Answer")", "Content-Length: \(body.count)"]
        if !body.isEmpty { lines.append("Content-Type: \(contentType)") }
        if let location { lines.append("Location: \(location)") }
        if let allow { lines.append("Allow: \(allow)") }
        lines.append("Connection: \(keepsAlive ? "keep-alive" : "close")")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}
