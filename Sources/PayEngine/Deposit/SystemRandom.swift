import CSystem
import Glibc

/// The kernel's random source.
public struct SystemRandom: RandomSource {
    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let start = buffer.baseAddress {
                // The standard library's generator would ask the kernel once for each byte.
                let got = getrandom(start + filled, count - filled, 0)
                if got > 0 {
                    filled += got
                } else if errno != EINTR {
                    // An old kernel, or a filter that does not let the call through: the same bytes from the device.
                    filled += Self.read(start + filled, count - filled)
                }
            }
        }
    }

    /// How many bytes of the kernel's device were read. Numbers that can be guessed are worse than an end: without
    /// either source nothing was made or sent yet.
    private static func read(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        let device = open("/dev/urandom", O_RDONLY | O_CLOEXEC)
        defer { close(device) }
        while true {
            let got = Glibc.read(device, start, count)
            if got > 0 { return got }
            precondition(got < 0 && errno == EINTR, "neither getrandom(2) nor /dev/urandom gives random bytes")
        }
    }
}
