/// A wall-clock moment in milliseconds since 1970.
///
/// It orders nothing and names nothing: wall clocks are moved.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970, UTC.
    public let milliseconds: Int64

    /// Makes a moment of milliseconds since 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Makes a moment of seconds since 1970.
    public init(seconds: Int64) {
        milliseconds = seconds * 1000
    }

    /// Whole Unix seconds, as the wire has them.
    public var seconds: Int64 { milliseconds.quotient(flooredBy: 1000) }

    /// Whether the left moment is the earlier one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension Int64 {
    fileprivate func quotient(flooredBy divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
