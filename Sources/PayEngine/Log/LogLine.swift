import Glibc
internal import Logging

/// One entry of the log as it is written: time, level, label, message and metadata on one line.
struct LogLine {
    /// Longer entries are cut: a page of an angry server must not push the rest out of the log.
    static let limit = 8_000

    let text: String

    init(time: Timestamp, label: String, event: LogEvent, metadata: Logger.Metadata, redactor: LogRedactor) {
        var metadata = metadata
        if let error = event.error { metadata["error"] = "\(error)" }
        let pairs = metadata.sorted { $0.key < $1.key }.map { key, value in
            // Quoting comes last: it could part a secret.
            " \(Self.escaped(key))=\(Self.quoted(redactor.redact(Self.escaped("\(value)"))))"
        }
        let safe = redactor.redact(Self.escaped("\(label): \(event.message)")) + pairs.joined()
        // Counting characters is dear, and there are never more of them than bytes.
        let isLong = safe.utf8.count > Self.limit && safe.count > Self.limit
        let body = isLong ? safe.prefix(Self.limit) + "…" : safe
        text = "\(Self.iso(time)) \(event.level) \(body)\n"
    }

    /// Returns a text without line ends and other control characters, which are spelled out.
    ///
    /// It is without what can't be seen, too: that could hide digits from the redactor.
    static func escaped(_ text: String) -> String {
        // Most entries are plain ASCII from end to end.
        guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case _ where scalar.properties.generalCategory == .control:
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            default: if !String(scalar).printable.isEmpty { result.append(scalar) }
            }
        }
        return String(result)
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x20 || $0 == 0x22 }) else { return text }
        return "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))\""
    }

    /// Spells a moment as `2026-11-21T11:39:57.123Z`.
    static func iso(_ time: Timestamp) -> String {
        var seconds = time_t(time.seconds)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let date = [parts.tm_mon + 1, parts.tm_mday].map { padded(Int($0), 2) }
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0), 2) }
        let milliseconds = Int(time.milliseconds - time.seconds * 1000)
        return "\(padded(Int(parts.tm_year) + 1900, 4))-\(date.joined(separator: "-"))T\(clock.joined(separator: ":"))"
            + ".\(padded(milliseconds, 3))Z"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
