import Persistence

/// A text as a search compares it: blanks, hyphens, `+86`, case, and full or half width make no difference.
///
/// Characters are compared, so the normal form makes none either.
struct FoldedText {
    private let characters: [Character]
    /// The same, where all of it is ASCII.
    private let ascii: [UInt8]?

    init(_ text: String) {
        let plain = String(text.map(Self.plain)).lowercased()
        characters = plain.withoutAreaCode.filter { !Self.isIgnored($0) }
        let bytes = characters.compactMap(\.asciiValue)
        ascii = bytes.count == characters.count ? bytes : nil
    }

    var isEmpty: Bool { characters.isEmpty }

    /// Whether a part of a line holds this text.
    ///
    /// What is escaped there is compared as it stands.
    func isHeld(by bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return ascii.map { isHeld($0, by: bytes) } ?? false }
        return FoldedText(String(decoding: bytes, as: UTF8.self)).characters.firstRange(of: characters) != nil
    }

    private func isHeld(_ wanted: [UInt8], by bytes: UnsafeRawBufferPointer) -> Bool {
        let country = Array("+86".utf8)
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        for byte in bytes where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") {
            folded.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            if byte == UInt8(ascii: "6"), folded.suffix(3).elementsEqual(country) { folded.removeLast(3) }
        }
        return folded.withUnsafeBytes { MemberSearch.contains(wanted, $0) }
    }

    private static func isIgnored(_ character: Character) -> Bool {
        character.isWhitespace || "-－‐‑–".contains(character)
    }

    /// Returns the ASCII form of a full-width character.
    private static func plain(_ character: Character) -> Character {
        guard let value = character.unicodeScalars.first?.value, character.unicodeScalars.count == 1 else {
            return character
        }
        switch value {
        case 0xFF01...0xFF5E: return Character(Unicode.Scalar(UInt8(value - 0xFF01 + 0x21)))
        case 0x3000: return " "
        default: return character
        }
    }
}

extension String {
    fileprivate var withoutAreaCode: [Character] {
        var rest = self[...]
        var result: [Character] = []
        while let first = rest.first {
            if rest.hasPrefix("+86") {
                rest = rest.dropFirst(3)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
