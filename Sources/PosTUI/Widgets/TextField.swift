import PayEngine

/// A line that is typed into.
///
/// What it holds may be a payment code or a PIN, so it prints as nothing but its length, and lies in memory that is
/// overwritten.
struct TextField: Equatable, Sendable {
    enum Masking: Equatable, Sendable {
        /// An amount: dots once it is longer than any amount can be.
        case amount
        /// A payment code: dots. Its last digits would come by one after the other while it is typed.
        case code
        /// An order number: dots while it looks like a payment code.
        case number
        /// Words: dots as soon as a payment code may stand among them.
        case words
    }

    /// No amount is longer: `21474836.47`.
    static let longestAmount = 12
    static let maximumLength = 128

    /// In UTF-8.
    private(set) var content = SecretBytes()
    let masking: Masking

    /// A copy of it, for what is no secret.
    var text: String { String(decoding: content, as: UTF8.self) }

    init(masking: Masking, text: String = "") {
        self.masking = masking
        content.append(contentsOf: text.utf8)
    }

    var isEmpty: Bool { content.isEmpty }

    /// In characters.
    private var count: Int { content.allSatisfy { $0 < 0x80 } ? content.count : text.count }

    mutating func type(_ character: Character) {
        guard count < Self.maximumLength else { return }
        content.append(contentsOf: character.utf8)
    }

    mutating func deleteLast() {
        guard let last = content.last else { return }
        if last < 0x80 {
            content.removeLast()
        } else {
            content = SecretBytes(text.dropLast().utf8)
        }
    }

    mutating func clear() {
        content.removeAll()
    }

    mutating func set(_ text: String) {
        content = SecretBytes(text.prefix(Self.maximumLength).utf8)
    }

    /// Returns what may be shown of the text.
    ///
    /// A run that looks like a scan hides every character until it is over.
    func shown(whileScanning isScanning: Bool) -> String {
        switch masking {
        case .amount:
            isScanning || count > Self.longestAmount ? dots : text.printable
        case .code: dots
        case .number: isScanning || ScannedText.mayBePaymentCode(text) ? dots : text.printable
        case .words: isScanning || ScannedText.containsPaymentCode(text) ? dots : text.printable
        }
    }

    private var dots: String { String(repeating: "*", count: count) }
}

extension TextField: CustomStringConvertible, CustomReflectable {
    var description: String { "TextField(\(count) characters)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
