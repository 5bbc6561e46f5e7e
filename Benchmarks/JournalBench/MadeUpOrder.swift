import PayEngine

/// A made-up order: the same one for the same place in the journal.
struct MadeUpOrder {
    /// Lines of an order that was released.
    static let lines = 4
    /// So many of a journal's last orders are still held.
    static let held = 2000
    /// So many before them nobody knows the outcome of.
    static let unresolved = 5

    let number: Int

    /// The deposit's number, 30 characters.
    var order: String { "sz010002cz" + padded(1_795_238_741 + number / 4, 10) + padded(mixed(1) % 10_000_000_000, 10) }
    /// The platform's number.
    var transaction: String { "42000003" + padded(mixed(2) % 100_000_000_000_000_000, 20) }
    /// The number of its release.
    var release: String {
        "sz010002cz" + padded(1_795_240_000 + number / 4, 10) + padded(mixed(3) % 10_000_000_000, 10)
    }

    private var fee: Fen { Fen(1000 + Int64(mixed(4) % 90_000)) }
    private var base: String { "https://pay.qcloud.com" }

    /// Returns its freeze, spelled by the engine.
    func freeze(isAnswered: Bool) -> [SpelledEvent] {
        let intent = SpelledEvent.freeze(
            fee, base: base, staffID: "1206", maskedCode: "13************" + padded(mixed(7) % 10_000, 4),
            codeDigest: String(mixed(8) | 1 << 63, radix: 16) + String(mixed(9) | 1 << 63, radix: 16),
            reference: number.isMultiple(of: 3) ? nil : "\(1200 + number % 900) 王")
        guard isAnswered else { return [intent, .unanswered(base: base)] }
        return [intent, .frozen(base: base, platformNumber: transaction, logID: logID(5))]
    }

    /// Returns its release, spelled by the engine.
    func releasing() throws -> [SpelledEvent] {
        guard let number = OrderNumber(release) else { throw BenchError.wrong(release) }
        return [
            .release(number, of: fee, base: base, staffID: "1206", approverID: "1207"),
            .released(number, of: fee, base: base, logID: logID(6)),
        ]
    }

    private func logID(_ salt: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: mixed(salt)) }

    private func mixed(_ salt: UInt64) -> UInt64 {
        var value = UInt64(number) &* 0x9e37_79b9_7f4a_7c15 &+ salt &* 0xd1b5_4a32_d192_ed03
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    private func padded(_ value: some BinaryInteger, _ digits: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
