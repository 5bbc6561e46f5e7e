import Glibc

/// The connections that a transport has open, and which of them nobody uses at the moment.
///
/// Whatever arrives on an idle one is its end. Used by the transport's thread alone.
final class ConnectionBook {
    private enum Use: Equatable {
        case connecting
        /// By the request of this number. libcurl may lend a connection to the next one before it tells that the one
        /// before is over.
        case busy(Int)
        case idle
        /// It is dead; libcurl has yet to close it.
        case retired
    }

    private struct Entry {
        let base: GatewayBase
        var use = Use.connecting
    }

    /// By socket.
    private var entries: [Int32: Entry] = [:]
    private var requestCount = 0

    /// The sockets to watch.
    var idle: [Int32] {
        entries.filter { $0.value.use == .idle }.map(\.key)
    }

    /// A new socket, as `socket(2)` makes it; nil when it makes none.
    func open(family: Int32, kind: Int32, protocol: Int32, to base: GatewayBase) -> Int32? {
        let socket = socket(family, kind | Int32(SOCK_CLOEXEC.rawValue), `protocol`)
        guard socket >= 0 else { return nil }
        entries[socket] = Entry(base: base)
        return socket
    }

    /// As `close(2)`.
    func close(_ socket: Int32) -> Int32 {
        entries[socket] = nil
        return Glibc.close(socket)
    }

    /// A request is about to leave by the connection with this local port.
    ///
    /// - Returns: The request's number, for ``release(_:)``.
    func engage(localPort: UInt16, to base: GatewayBase) -> Int {
        requestCount += 1
        let found = entries.first { $0.value.base == base && Self.localPort(of: $0.key) == localPort }
        if let found { entries[found.key]?.use = .busy(requestCount) }
        return requestCount
    }

    /// Notes that a request is over.
    ///
    /// Nothing happens when its connection was closed with it, or serves another one already.
    func release(_ request: Int) {
        guard let found = entries.first(where: { $0.value.use == .busy(request) }) else { return }
        entries[found.key]?.use = .idle
    }

    /// Retires an idle socket that has something to read, and returns its base if it was the last.
    ///
    /// What is there is its end, or bytes that nobody asked for, which libcurl would take for the answer to the next
    /// request. It is made to look dead to libcurl, too.
    ///
    /// - Returns: The base that no connection is open to any more.
    func retire(_ socket: Int32) -> GatewayBase? {
        guard let entry = entries[socket], entry.use == .idle else { return nil }
        entries[socket]?.use = .retired
        shutdown(socket, Int32(SHUT_RDWR))
        var chunk = [UInt8](repeating: 0, count: 4096)
        // What has come is taken away, so that the end is what libcurl finds. No more can come.
        while recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT)) > 0 {}
        let isAnotherOpen = entries.values.contains { $0.base == entry.base && $0.use != .retired }
        return isAnotherOpen ? nil : entry.base
    }

    private static func localPort(of socket: Int32) -> UInt16? {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &address) { bytes in
            guard let start = bytes.baseAddress,
                getsockname(socket, start.assumingMemoryBound(to: sockaddr.self), &length) == 0
            else { return nil }
            // In the addresses of IPv4 and IPv6 the port is at the same place.
            return UInt16(bigEndian: start.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
        }
    }
}
