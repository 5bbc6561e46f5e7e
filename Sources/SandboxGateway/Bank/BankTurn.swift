/// When an order changes: after a number of seconds, or of answered queries.
///
/// Written `8` and `2q`.
enum BankTurn: Codable, Equatable, Sendable {
    case seconds(Int)
    case queries(Int)

    init?(_ text: String) {
        let digits = text.hasSuffix("q") ? text.dropLast() : text[...]
        guard let number = Int(digits), number >= 0, digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        self = text.hasSuffix("q") ? .queries(number) : .seconds(number)
    }

    var text: String {
        switch self {
        case .seconds(let number): String(number)
        case .queries(let number): "\(number)q"
        }
    }
}
