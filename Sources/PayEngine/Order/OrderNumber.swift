/// The number of one order (`out_freeze_no`, `out_unfreeze_no`, `out_trade_no`): at most 32 letters and digits.
///
/// One number means one order for ever.
public struct OrderNumber: Hashable, Sendable, CustomStringConvertible {
    /// The most characters of a number.
    public static let maximumLength = 32

    /// The number as it is sent, kept and shown.
    public let text: String
    /// The same as ``text``.
    public var description: String { text }

    /// Makes a number of a text; nil unless it is 1 to 32 ASCII letters, digits, `-` or `_`: the forms that other tills
    /// use.
    public init?(_ text: String) {
        var spelled = text
        guard spelled.withUTF8({ Self.isSpelled(UnsafeRawBufferPointer($0)) }) else { return nil }
        self.text = text
    }

    /// Whether these bytes are such a text.
    static func isSpelled(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let allowed = bytes.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
        }
        return allowed && (1...maximumLength).contains(bytes.count)
    }

    /// Whether it can be the `out_freeze_no` of some till's deposit: 16 to 32 letters and digits that are no payment
    /// code.
    ///
    /// Nothing else is ever asked of a gateway.
    public var mayNameDeposit: Bool {
        text.utf8.count >= 16 && text.utf8.allSatisfy { $0 != 0x2D && $0 != 0x5F }
            && !AuthorCode.resemblesPaymentCode(text)
    }
}

/// Makes the numbers of orders: the till's prefix, ten digits of Unix seconds, random digits up to 32 characters.
///
/// The clock makes them readable, not unique: that is what the random digits and the look into the journal are for.
struct OrderNumberMaker {
    private static let digits = Array("0123456789".utf8)

    /// 1 to 16 letters and digits.
    let prefix: String
    let random: any RandomSource

    /// Makes a number that is not taken; nil when there is none, which only a broken random source explains.
    func make(at moment: Timestamp, isTaken: (OrderNumber) -> Bool) throws(RandomError) -> OrderNumber? {
        let seconds = String(max(0, min(moment.seconds, 9_999_999_999)))
        let start = prefix + String(repeating: "0", count: 10 - seconds.count) + seconds
        for _ in 0..<100 {
            let text = start + (try random.text(OrderNumber.maximumLength - start.utf8.count, from: Self.digits))
            guard let number = OrderNumber(text), !AuthorCode.resemblesPaymentCode(text) else { continue }
            if !isTaken(number) { return number }
        }
        return nil
    }
}
