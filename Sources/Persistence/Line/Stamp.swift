import Glibc

/// When a line was written: the wall clock, and what shows that the wall clock was moved.
package struct Stamp: Equatable, Sendable {
    /// Wall time in milliseconds since 1970.
    package var milliseconds: Int64
    /// Nanoseconds since boot.
    package var monotonic: Int64
    /// The boot that they count from.
    package var boot: String

    package init(milliseconds: Int64, monotonic: Int64, boot: String) {
        self.milliseconds = milliseconds
        self.monotonic = monotonic
        self.boot = boot
    }
}

/// Where lines get their times from, and a new journal its identity: the machine, or a test's script.
package protocol StampSource {
    func stamp() -> Stamp
    /// Returns a UUID for a journal that is being made.
    ///
    /// - Throws: `.system` when there are no random bytes for it.
    func generation() throws(JournalError) -> String
}

/// The machine's clocks and boot.
struct SystemStamps: StampSource {
    private let boot = Self.bootName()

    func stamp() -> Stamp {
        var wall = timespec()
        var uptime = timespec()
        clock_gettime(CLOCK_REALTIME, &wall)
        clock_gettime(CLOCK_MONOTONIC, &uptime)
        return Stamp(
            milliseconds: Int64(wall.tv_sec) * 1000 + Int64(wall.tv_nsec) / 1_000_000,
            monotonic: Int64(uptime.tv_sec) * 1_000_000_000 + Int64(uptime.tv_nsec),
            boot: boot)
    }

    func generation() throws(JournalError) -> String {
        var bytes = try RandomBytes.draw(16)
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        let digits = String(decoding: Hexadecimal.encode(bytes), as: UTF8.self)
        var rest = digits[...]
        return [8, 4, 4, 4, 12].map { count in
            defer { rest = rest.dropFirst(count) }
            return String(rest.prefix(count))
        }.joined(separator: "-")
    }

    /// Returns the first eight digits of the kernel's random name for this boot; empty where there is none.
    private static func bootName() -> String {
        let descriptor = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 8)
        guard read(descriptor, &buffer, buffer.count) == buffer.count else { return "" }
        return String(decoding: buffer, as: UTF8.self)
    }
}
