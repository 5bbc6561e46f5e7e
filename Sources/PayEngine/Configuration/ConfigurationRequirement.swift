/// What a configuration key is meant to hold.
public enum ConfigurationRequirement: Equatable, Sendable {
    case table
    case tables
    /// Printable text of at least 1 byte of UTF-8, and at most this many.
    case text(bytes: Int)
    case wholeNumber(ClosedRange<Int>)
    /// A number of seconds; decimals are allowed.
    case seconds(ClosedRange<Duration>)
    case truth
    /// An amount in yuan, as a text, up to this.
    case amount(maximum: Fen)
    case orderPrefix
    case ipv4
    case base
    case proxy
    /// Ciphers of TLS 1.2.
    case ciphers
    case oneOf([String])
    case theme
    case path
    case codePrefix
    case pinHash
    indirect case list(ConfigurationRequirement, count: ClosedRange<Int>)
}
