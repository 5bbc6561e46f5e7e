extension String {
    /// This text without anything that could move the cursor, reorder a line or hide in it: what screens, logs and
    /// lists may show of a text that came from outside.
    ///
    /// Removed: control and format characters (escape sequences lose their escape, bidirectional marks their effect),
    /// zero-width and other invisible characters, unassigned and private ones, and combining marks beyond two in a
    /// row. A tab or a line break becomes a space. Letters that are written from right to left become `?`: a terminal
    /// that orders them by itself would move the digits beside them.
    public var printable: String {
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
        var result = String.UnicodeScalarView()
        var marks = 0
        for scalar in unicodeScalars {
            switch Self.treatment(of: scalar) {
            case .keep:
                marks = 0
                result.append(scalar)
            case .mark:
                marks += 1
                if marks <= Self.marksInARow, !result.isEmpty { result.append(scalar) }
            case .replace(let substitute):
                marks = 0
                result.append(substitute)
            case .drop: continue
            }
        }
        return String(result)
    }

    /// What `printable` does with one character.
    private enum Treatment {
        case keep, mark, drop
        case replace(Unicode.Scalar)
    }

    private static let marksInARow = 2

    private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
        if scalar.isASCII {
            switch scalar.value {
            case 0x20...0x7E: return .keep
            case 0x09...0x0D: return .replace(" ")
            default: return .drop
            }
        }
        if isRightToLeft(scalar) { return .replace("?") }
        switch scalar.properties.generalCategory {
        case .lineSeparator, .paragraphSeparator, .spaceSeparator:
            return scalar.value == 0x3000 ? .keep : .replace(" ")
        case .control: return scalar.value == 0x85 ? .replace(" ") : .drop
        case .format, .surrogate, .privateUse, .unassigned: return .drop
        case .nonspacingMark, .enclosingMark, .spacingMark:
            return scalar.properties.isDefaultIgnorableCodePoint ? .drop : .mark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
            .otherSymbol:
            return scalar.properties.isDefaultIgnorableCodePoint ? .drop : .keep
        @unknown default: return .drop
        }
    }

    /// Whether the character is of a script that is written from right to left, without their format characters.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            scalar.properties.generalCategory != .format
        default: false
        }
    }
}
