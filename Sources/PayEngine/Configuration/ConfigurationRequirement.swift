internal import TOMLKit

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

/// What kind of value stands in a configuration.
public enum ConfigurationValueType: Equatable, Sendable, CaseIterable {
    case table, list, text, wholeNumber, decimalNumber, truth, date

    init(_ type: TOMLType) {
        switch type {
        case .table: self = .table
        case .array: self = .list
        case .string: self = .text
        case .int: self = .wholeNumber
        case .double: self = .decimalNumber
        case .bool: self = .truth
        case .date, .time, .dateTime: self = .date
        }
    }

    func text(in language: TillConfiguration.Language) -> String {
        switch (self, language) {
        case (.table, .english): "a table"
        case (.table, .chinese): "表"
        case (.list, .english): "a list"
        case (.list, .chinese): "列表"
        case (.text, .english): "a text"
        case (.text, .chinese): "文字"
        case (.wholeNumber, .english): "a whole number"
        case (.wholeNumber, .chinese): "整数"
        case (.decimalNumber, .english): "a decimal number"
        case (.decimalNumber, .chinese): "小数"
        case (.truth, .english): "true or false"
        case (.truth, .chinese): "true 或 false"
        case (.date, .english): "a date or time"
        case (.date, .chinese): "日期或时间"
        }
    }
}
