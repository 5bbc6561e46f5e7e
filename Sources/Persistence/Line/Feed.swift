import Glibc

/// The byte that ends lines.
enum Feed {
    /// Returns where the first one is; nil when there is none.
    @inline(__always)
    static func first(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let address = bytes.baseAddress, let feed = memchr(address, 0x0a, bytes.count) else { return nil }
        return UnsafeRawPointer(feed) - address
    }
}
