/// What may be shown of a text that came from outside: from the gateway, from a configuration, from a scanner.
public enum PrintableText {
    /// The text on one line, without anything that moves the cursor, reorders the line or can't be seen: control,
    /// bidirectional and zero-width characters. Tabs and line ends become spaces.
    public static func clean(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r": kept.append(" ")
            default: if isPrintable(scalar) { kept.append(scalar) }
            }
        }
        return String(kept)
    }

    /// Whether ``clean(_:)`` would leave the text as it is.
    public static func isClean(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(isPrintable)
    }

    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return false
        default: return !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
