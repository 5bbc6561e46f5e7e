import CSystem
import Glibc

/// The kernel's random bytes.
package enum RandomBytes {
    typealias Source = (UnsafeMutableRawPointer, Int) -> Int

    /// Returns random bytes, or throws `.system` when neither source gives any.
    ///
    /// Bytes that can be guessed are worse than none.
    package static func draw(_ count: Int) throws(JournalError) -> [UInt8] {
        try draw(count, ask: { getrandom($0, $1, 0) })
    }

    /// Draws them from any source.
    ///
    /// `ask` is getrandom(2), or what stands for it: how many bytes it gave, or -1 and `errno`. `device` gives the same
    /// bytes where an old kernel, or a filter, does not let the call through.
    static func draw(
        _ count: Int, ask: Source, device: String = "/dev/urandom"
    ) throws(JournalError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            // The standard library's generator would ask the kernel once for each byte.
            let got = bytes.withUnsafeMutableBytes { fill($0, from: filled, ask) }
            if got > 0 {
                filled += got
            } else if got == 0 || errno != EINTR {
                try read(device, into: &bytes, from: filled)
                break
            }
        }
        return bytes
    }

    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from start: Int, _ ask: Source) -> Int {
        guard let address = buffer.baseAddress else { return 0 }
        return ask(address + start, buffer.count - start)
    }

    /// Fills the rest from the device.
    private static func read(_ path: String, into bytes: inout [UInt8], from start: Int) throws(JournalError) {
        let device = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard device >= 0 else { throw SystemCall.failure("open", path) }
        defer { close(device) }
        var filled = start
        while filled < bytes.count {
            let got = bytes.withUnsafeMutableBytes { fill($0, from: filled) { Glibc.read(device, $0, $1) } }
            if got > 0 {
                filled += got
            } else if got == 0 {
                throw .system(call: "read", path: path, errno: EIO)
            } else if errno != EINTR {
                throw SystemCall.failure("read", path)
            }
        }
    }
}
