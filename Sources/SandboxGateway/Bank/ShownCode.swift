/// A payment code as answers repeat it: whole while the process lives, masked in the state file and after a restart.
struct ShownCode: Codable, Equatable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The first two and the last four characters.
    var masked: String {
        let hidden = max(0, text.count - 6)
        return text.prefix(2) + String(repeating: "*", count: hidden) + text.suffix(4)
    }

    init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(masked)
    }
}
