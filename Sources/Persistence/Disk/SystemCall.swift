import Glibc

/// Helpers for calls that report by `errno`.
enum SystemCall {
    /// What a short write means.
    static let noSpace = ENOSPC

    /// Returns the error that the last call left behind.
    static func failure(_ call: String, _ path: String) -> JournalError {
        .system(call: call, path: path, errno: errno)
    }

    /// Returns the C library's words for an error number.
    static func message(of number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        let words = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return "\(String(decoding: words, as: UTF8.self)) (\(number))"
    }
}
