/// The address of one gateway, `https://host[:port]`, without a path.
///
/// `http` is for literal loopback addresses only.
public struct GatewayBase: Hashable, Sendable, CustomStringConvertible {
    /// The public gateways, in order of preference.
    public static let published = [
        "https://pay.qcloud.com", "https://sz.pay.qcloud.com", "https://sh.pay.qcloud.com", "https://tj.pay.qcloud.com",
    ].compactMap { GatewayBase($0) }

    /// The address as it stands in the configuration and in the journal.
    public let text: String
    /// The same as ``text``.
    public var description: String { text }
    /// Whether it is plain HTTP to this machine: a sandbox, never a real gateway.
    ///
    /// Every screen says so.
    public var isSandbox: Bool { text.hasPrefix("http://") }
    /// Without brackets.
    public let host: String
    /// The port; 443 or 80 where the address has none.
    public let port: UInt16

    /// Makes a base of a text; nil unless it is such an address.
    public init?(_ text: String) {
        let isPlain = text.hasPrefix("http://")
        guard isPlain || text.hasPrefix("https://") else { return nil }
        let authority = text.dropFirst(isPlain ? 7 : 8)
        var host = authority
        var port = isPlain ? UInt16(80) : 443
        let portMark = authority.lastIndex(of: ":")
        if let mark = portMark, authority[mark...].contains("]") == false {
            let digits = authority[authority.index(after: mark)...]
            // A sign would be read as part of the number.
            guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(digits), number > 0 else {
                return nil
            }
            port = number
            host = authority[..<mark]
        }
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        let bare = isBracketed ? String(host.dropFirst().dropLast()) : String(host)
        let allowed = bare.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
            case 0x3A: isBracketed
            default: false
            }
        }
        guard allowed, !bare.isEmpty, !isBracketed || bare.contains(":") else { return nil }
        if isPlain {
            let octets = bare.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
            let isLoopback = bare == "::1" || (octets.count == 4 && octets[0] == 127 && !octets.contains(nil))
            guard isLoopback else { return nil }
        }
        self.text = text
        self.host = bare
        self.port = port
    }
}
