/// How a receipt names a line of the journal: by the first digits of its `h`.
public struct RecordName: Equatable, Sendable {
    private static let digestLength = 32
    /// From the end of a line to the first digit of its `h`.
    private static let reach = 49
    private let digits: [UInt8]

    /// Reads sixteen hexadecimal digits, or more of them; blanks between them, as receipts print, are passed over.
    public init?(_ text: String) {
        let digits = text.utf8.filter { $0 != 0x20 }
        let isHexadecimal = digits.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        }
        guard isHexadecimal, (16...Self.digestLength).contains(digits.count) else { return nil }
        self.digits = digits.map { $0 >= 0x41 ? $0 | 0x20 : $0 }
    }

    /// Whether it names this line.
    func names(_ line: UnsafeRawBufferPointer) -> Bool {
        line.count >= Self.reach && line[(line.count - Self.reach)...].starts(with: digits)
    }
}
