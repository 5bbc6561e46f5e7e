/// What the keyboard, or a paste, does to a field.
enum TextInput: Equatable, Sendable {
    /// - isFast: it came as quickly behind another as nobody types.
    case character(Character, isFast: Bool)
    case deleteLast
    /// Empties the field: a part of it turned out not to be typing, and what is left of an amount or a code would be
    /// another one.
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
