internal import TOMLKit

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
