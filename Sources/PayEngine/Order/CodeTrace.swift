/// What is kept of a payment code to know it again: its masked form and its digest under the journal's own key.
struct CodeTrace: Equatable, Sendable {
    private let masked: String
    private let digest: String
    private let key: [UInt8]

    init(_ code: ExpectedCode, key: [UInt8]) {
        masked = code.masked
        digest = code.digest
        self.key = key
    }

    /// Makes the trace of a code that is at hand.
    init(_ code: AuthorCode, key: [UInt8]) {
        masked = code.masked
        digest = code.digest(key: key)
        self.key = key
    }

    /// How many digits the code has.
    var length: Int { masked.utf8.count }

    /// Whether these digits are that code.
    func isLeft(by digits: ArraySlice<UInt8>) -> Bool {
        let text = SecretBytes(digits.lazy.map { $0 + 0x30 })
        // A digest costs more than a look.
        let agrees = zip(text, masked.utf8).allSatisfy { $1 == UInt8(ascii: "*") || $0 == $1 }
        return agrees && AuthorCode(digits: text, platform: .wechat).digest(key: key) == digest
    }
}

extension CodeTrace: CustomStringConvertible, CustomReflectable {
    var description: String { masked }
    var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}
