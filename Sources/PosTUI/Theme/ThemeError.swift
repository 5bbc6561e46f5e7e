/// Why a theme file can't be used.
enum ThemeError: Error, Equatable, CustomStringConvertible {
    /// The file is there but can't be read.
    case unreadable(file: String, reason: String)
    /// Not TOML.
    case notTOML(file: String, reason: String)
    /// A key is missing, unknown or has a value of the wrong kind.
    case wrongKey(file: String, key: String, found: String, wanted: String)
    /// A path that was given in the configuration does not exist.
    case missing(file: String)

    var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .notTOML(let file, let reason): "\(file): not TOML: \(reason)"
        case .wrongKey(let file, let key, let found, let wanted): "\(file): \(key): found \(found), wanted \(wanted)"
        case .missing(let file): "\(file): there is no such theme file"
        }
    }
}
