/// A proxy as libcurl takes it: `http://[user:password@]host:port`, or `https`, `socks5`, `socks5h`.
struct ProxyAddress: Equatable {
    static let schemes = ["http", "https", "socks5", "socks5h"]

    let text: String

    init?(_ text: String) {
        guard let scheme = Self.schemes.first(where: { text.hasPrefix($0 + "://") }) else { return nil }
        var authority = text.dropFirst(scheme.utf8.count + 3)
        if authority.hasSuffix("/") { authority.removeLast() }
        if let mark = authority.lastIndex(of: "@") {
            let isCredential = authority[..<mark].utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2F }
            guard isCredential, mark != authority.startIndex else { return nil }
            authority = authority[authority.index(after: mark)...]
        }
        // The form of host and port is that of a gateway's; the port must be said, since libcurl's own default for
        // proxies (1080) is nobody's guess.
        let portMark = authority.lastIndex(of: ":")
        guard GatewayBase("https://" + authority) != nil, let portMark, !authority[portMark...].contains("]") else {
            return nil
        }
        self.text = text
    }
}
