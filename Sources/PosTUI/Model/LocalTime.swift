import Glibc
import PayEngine

/// How moments become days and hours on the screen.
enum LocalTime: Equatable, Sendable {
    /// The machine's (TZ).
    case local
    /// A fixed number of seconds east of Greenwich.
    case fixed(seconds: Int64)

    /// Spells a moment as `2026-11-21 14:03:22`.
    func dayAndTime(_ time: Timestamp) -> String {
        format(time, "%Y-%m-%d %H:%M:%S")
    }

    /// Spells a moment as `14:03:22`.
    func time(_ time: Timestamp) -> String {
        format(time, "%H:%M:%S")
    }

    private func format(_ time: Timestamp, _ form: String) -> String {
        var parts = tm()
        var seconds: time_t
        switch self {
        case .local:
            seconds = time_t(time.seconds)
            localtime_r(&seconds, &parts)
        case .fixed(let offset):
            seconds = time_t(time.seconds + offset)
            gmtime_r(&seconds, &parts)
        }
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, form, &parts)
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
