public import Logging

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
