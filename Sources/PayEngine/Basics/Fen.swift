/// An amount of money in fen, 1/100 yuan.
///
/// There is no other representation of money in the till.
public struct Fen: Hashable, Comparable, Sendable {
    /// The largest amount one order can have, in fen: what the protocol's N type holds.
    public static let orderLimit = Fen(2_147_483_647)
    /// No money.
    public static let zero = Fen(0)

    /// Whole fen; negative only in differences.
    public let value: Int64

    /// Makes an amount of a number of fen.
    public init(_ value: Int64) {
        self.value = value
    }

    /// Whether the left amount is the smaller one.
    public static func < (left: Fen, right: Fen) -> Bool {
        left.value < right.value
    }

    /// Returns the sum, or nil when it does not fit in 64 bits.
    public func adding(_ other: Fen) -> Fen? {
        let (sum, overflow) = value.addingReportingOverflow(other.value)
        return overflow ? nil : Fen(sum)
    }

    /// Returns the difference, or nil when it does not fit in 64 bits.
    public func subtracting(_ other: Fen) -> Fen? {
        let (difference, overflow) = value.subtractingReportingOverflow(other.value)
        return overflow ? nil : Fen(difference)
    }

    /// The amount in yuan with two decimals, without a currency sign: `12.50`.
    public var yuan: String {
        let magnitude = value.magnitude
        let cents = magnitude % 100
        return "\(value < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}

extension Fen: CustomStringConvertible {
    /// The amount in yuan.
    public var description: String { yuan }
}

extension Fen {
    /// Why a text is not an amount that can be frozen.
    public enum ParsingError: Error, Equatable, Sendable {
        case empty
        /// Something other than digits and one decimal point.
        case notANumber
        case negative
        case zero
        /// More than two digits after the point. Amounts are never rounded.
        case tooManyDecimals
        /// Above what one order can have (``Fen/orderLimit``).
        case tooLarge
    }

    /// Reads an amount in yuan as people type it: `12`, `12.5`, `12.50` or `.5`.
    ///
    /// Separators of thousands (`1,280.00`) are refused. Full-width digits and points, which a Chinese input method
    /// produces, count as their plain forms.
    public init(yuan text: String) throws(ParsingError) {
        var digits = text.unicodeScalars.map(Self.plain)
        while digits.first == " " { digits.removeFirst() }
        while digits.last == " " { digits.removeLast() }
        guard !digits.isEmpty else { throw .empty }
        let isNegative = digits.first == "-"
        if isNegative { digits.removeFirst() }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts[0]
        let decimals = parts.count == 2 ? parts[1] : []
        let isNumber = (whole + decimals).allSatisfy { ("0"..."9").contains($0) }
        guard isNumber, !(whole.isEmpty && decimals.isEmpty) else { throw .notANumber }
        guard !isNegative else { throw .negative }
        guard decimals.count <= 2 else { throw .tooManyDecimals }
        var value: Int64 = 0
        for digit in whole + decimals + Array(repeating: "0", count: 2 - decimals.count) {
            value = value * 10 + Int64(digit.value - 48)
            guard value <= Fen.orderLimit.value else { throw .tooLarge }
        }
        guard value > 0 else { throw .zero }
        self.init(value)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF10...0xFF19: Unicode.Scalar(UInt8(scalar.value - 0xFF10) + 48)
        case 0xFF0E, 0x3002: "."
        case 0xFF0D: "-"
        default: scalar
        }
    }
}
