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
