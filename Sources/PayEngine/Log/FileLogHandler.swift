public import Logging

/// Writes the log of `[log]`: one line an entry, secrets taken out, control characters spelled out.
public struct FileLogHandler: LogHandler {
    /// The least level that is written.
    public var logLevel: Logger.Level
    /// What every line of this handler says besides its own.
    public var metadata: Logger.Metadata = [:]
    /// Gives what each line says besides.
    public var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let file: LogFile
    private let redactor: LogRedactor
    private let clock: any TillClock

    /// Makes a handler that writes to a file.
    ///
    /// - Parameters:
    ///   - label: the logger's name, which each line tells.
    ///   - file: where lines go.
    ///   - level: the least level that is written.
    ///   - redactor: takes secrets out of every text.
    ///   - clock: gives the lines' times.
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

    /// Writes one line, secrets taken out.
    public func log(event: LogEvent) {
        let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
        let line = LogLine(time: clock.now, label: label, event: event, metadata: all, redactor: redactor)
        file.append(line.text)
    }

    /// The value that every line has under a key.
    public subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}

extension Logger.Level {
    /// Takes the level that the configuration names.
    public init(_ level: TillConfiguration.Log.Level) {
        switch level {
        case .trace: self = .trace
        case .debug: self = .debug
        case .info: self = .info
        case .notice: self = .notice
        case .warning: self = .warning
        case .error: self = .error
        case .critical: self = .critical
        }
    }
}
