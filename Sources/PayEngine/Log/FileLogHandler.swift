public import Logging

/// Writes the log of `[log]`: one line an entry, secrets taken out, control characters spelled out.
public struct FileLogHandler: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let file: LogFile
    private let redactor: LogRedactor
    private let clock: any TillClock

    public init(
        label: String, file: LogFile, level: TillConfiguration.Log.Level, redactor: LogRedactor,
        clock: any TillClock = SystemClock()
    ) {
        self.label = label
        self.file = file
        self.redactor = redactor
        self.clock = clock
        logLevel = Logger.Level(level)
    }

    public func log(event: LogEvent) {
        let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
        let line = LogLine(time: clock.now, label: label, event: event, metadata: all, redactor: redactor)
        file.append(line.text)
    }

    public subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
