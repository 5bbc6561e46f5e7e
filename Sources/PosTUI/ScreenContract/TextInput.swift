/// What the keyboard, or a paste, does to a field.
enum TextInput: Equatable, Sendable {
    /// - isFast: it came as quickly behind another as nobody types.
    case character(Character, isFast: Bool)
    case deleteLast
    /// Of what was typed a part is taken back: a part of an amount or a code is another one, so that none of it stays.
    case discard
    /// Pasted, without anything unprintable. It confirms, leaves and opens nothing.
    case paste(String)
}

extension TextField {
    /// Does the same to every field of words and numbers.
    mutating func apply(_ input: TextInput) {
        switch input {
        case .character(let character, _): type(character)
        case .deleteLast: deleteLast()
        case .discard: clear()
        case .paste(let text): for character in text { type(character) }
        }
    }
}
