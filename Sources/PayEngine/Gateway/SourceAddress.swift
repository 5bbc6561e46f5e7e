import Glibc

/// Finds this machine's own IPv4 address.
enum SourceAddress {
    static let loopback = "127.0.0.1"

    /// Returns the source address of the route to a base.
    ///
    /// A host name is not resolved, which could take seconds with a customer waiting: the default route is taken then,
    /// by an address that is set aside for documentation. Nothing is sent.
    static func ofRoute(to base: GatewayBase) -> String {
        let target = isIPv4(base.host) ? base.host : base.host == "::1" ? loopback : "192.0.2.1"
        return source(towards: target) ?? loopback
    }

    static func isIPv4(_ text: String) -> Bool {
        var address = in_addr()
        return inet_pton(AF_INET, text, &address) == 1
    }

    private static func source(towards target: String) -> String? {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var remote = sockaddr_in()
        remote.sin_family = sa_family_t(AF_INET)
        remote.sin_port = UInt16(443).bigEndian
        guard inet_pton(AF_INET, target, &remote.sin_addr) == 1 else { return nil }
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: &remote) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) == 0 }
        }
        guard isConnected else { return nil }
        var local = sockaddr_in()
        let isKnown = withUnsafeMutablePointer(to: &local) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
        }
        guard isKnown else { return nil }
        var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
        guard inet_ntop(AF_INET, &local.sin_addr, &text, socklen_t(text.count)) != nil else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
