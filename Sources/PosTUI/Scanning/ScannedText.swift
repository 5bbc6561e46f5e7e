import PayEngine

/// What a scan can be, by its form alone.
enum ScannedText: Equatable, Sendable {
    /// Of some wallet, known or not. The text is never shown nor kept.
    case paymentCode
    case orderNumber(OrderNumber)
    case other

    /// Shorter texts are scanned from goods and the like.
    static let shortestNumber = 16

    /// Whether a payment code stands anywhere in the text, however it is written: such a text is not kept.
    static func containsPaymentCode(_ text: String) -> Bool { AuthorCode.isHeld(by: text) }

    /// Whether a field with this text must not show it: somebody scans a payment code into it, or did so twice.
    ///
    /// Long order numbers of other tills are all digits, too.
    static func mayBePaymentCode(_ text: String) -> Bool {
        text.split(separator: " ").contains { part in
            part.allSatisfy(\.isDigit) && part.count >= shortestCode
                && (part.count <= longestCode || part.count > OrderNumber.maximumLength
                    || AuthorCode.resemblesPaymentCode(String(part)))
        }
    }

    private static let shortestCode = 16
    private static let longestCode = 24

    /// Returns a scan without what scanners add: the name of the symbology (`]C0`, AIM's), blanks, and control
    /// characters; full-width signs become plain ones.
    static func plain(_ scanned: SecretBytes) -> SecretBytes {
        var text = SecretBytes()
        scanned.forEachCharacter { character in
            let plain = character.plain
            if !plain.isWhitespace, !plain.isControl { text.append(contentsOf: plain.utf8) }
        }
        let name = text.prefix(3)
        let isName =
            name.count == 3 && name[0] == UInt8(ascii: "]") && Character(Unicode.Scalar(name[1])).isLetter
            && name.allSatisfy { $0 < 0x80 }
        return isName ? SecretBytes(text.dropFirst(3)) : text
    }

    /// Returns full-width signs of an input method as plain ones.
    static func withPlainSigns(_ text: String) -> String { String(text.map(\.plain)) }

    /// Numbers are shown in groups, and copied with the spaces between them.
    init(_ spaced: String) {
        self.init(spaced.utf8)
    }

    init(_ spaced: some Collection<UInt8>) {
        let text = spaced.lazy.filter { $0 != 0x20 }
        if AuthorCode.resemblesPaymentCode(text) {
            self = .paymentCode
        } else if text.count >= Self.shortestNumber, let number = OrderNumber(String(decoding: text, as: UTF8.self)) {
            self = .orderNumber(number)
        } else {
            self = .other
        }
    }
}

extension Character {
    /// The ASCII form of a full-width character, the point of an ideographic full stop; else itself.
    var plain: Character {
        guard let value = unicodeScalars.first?.value, unicodeScalars.count == 1 else { return self }
        switch value {
        case 0xFF01...0xFF5E: return Character(Unicode.Scalar(UInt8(value - 0xFF01 + 0x21)))
        case 0x3002: return "."
        case 0x3000: return " "
        default: return self
        }
    }

    fileprivate var isControl: Bool { unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } }

    /// 0 to 9, plain or full-width.
    var isDigit: Bool {
        guard let value = unicodeScalars.first?.value, unicodeScalars.count == 1 else { return false }
        return (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
    }
}

extension ScannedText {
    /// Returns why a text that was put into the field of an amount is none; nil: it is one.
    static func problem(ofAmount text: String, maximum: Fen) -> Phrase? {
        switch ScannedText(text) {
        case .paymentCode: return .amountFirst
        case .orderNumber: return .numberIsNoAmount
        case .other:
            do throws(Fen.ParsingError) {
                _ = try Fen(yuan: text)
                return nil
            } catch {
                return .wrongAmount(error, maximum: maximum)
            }
        }
    }
}
