import PayEngine

/// A line that is typed into. What it holds may be a payment code, so it prints as nothing but its length.
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

    private(set) var text = ""
    let masking: Masking

    init(masking: Masking, text: String = "") {
        self.masking = masking
        self.text = text
    }

    mutating func type(_ character: Character) {
        guard text.count < Self.maximumLength else { return }
        text.append(character)
    }

    mutating func deleteLast() {
        if !text.isEmpty { text.removeLast() }
    }

    mutating func clear() {
        text = ""
    }

    mutating func set(_ text: String) {
        self.text = String(text.prefix(Self.maximumLength))
    }

    /// What may be shown of it. A run that looks like a scan hides every character until it is over.
    func shown(whileScanning isScanning: Bool) -> String {
        switch masking {
        case .amount:
            isScanning || text.count > Self.longestAmount ? dots : text.printable
        case .code: dots
        case .number: isScanning || ScannedText.mayBePaymentCode(text) ? dots : text.printable
        case .words: isScanning || ScannedText.containsPaymentCode(text) ? dots : text.printable
        }
    }

    private var dots: String { String(repeating: "*", count: text.count) }
}

extension TextField: CustomStringConvertible, CustomReflectable {
    var description: String { "TextField(\(text.count) characters)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
