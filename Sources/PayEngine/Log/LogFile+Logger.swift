public import Logging

extension LogFile {
    /// Returns a logger that writes to the configured file, at the configured level, without the key.
    public static func logger(_ label: String, configuration: TillConfiguration) -> Logger {
        let handler = FileLogHandler(
            label: label, file: LogFile(path: configuration.log.file), level: configuration.log.level,
            redactor: LogRedactor(
                key: configuration.merchant.key, others: [configuration.gateway.proxy].compactMap(\.self)))
        return Logger(label: label) { _ in handler }
    }
}
