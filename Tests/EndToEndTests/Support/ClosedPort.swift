import Glibc

/// A loopback port at which nobody listens and that nobody else can take: connections to it are refused.
final class ClosedPort: Sendable {
    struct Problem: Error {
        let errno: Int32
    }

    let number: UInt16
    private let descriptor: Int32

    var base: String { "http://127.0.0.1:\(number)" }

    init() throws {
        (descriptor, number) = try Self.bound()
    }

    deinit {
        close(descriptor)
    }

    /// A socket on a free loopback port, and the port.
    static func bound(to port: UInt16 = 0) throws -> (descriptor: Int32, number: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Problem(errno: errno) }
        var one: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard code == 0 else {
            let problem = Problem(errno: errno)
            close(descriptor)
            throw problem
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}
