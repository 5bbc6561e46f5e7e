import FoundationEssentials

/// JSON as the commands print it: one line, keys in a fixed order.
enum JSONOutput {
    static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
        } catch {
            preconditionFailure("texts, whole numbers and truth values always encode: \(error)")
        }
    }

    /// Spells what a terminal would obey, or would not show, as `\u` with its number.
    ///
    /// Outside of texts JSON has nothing but ASCII.
    private static func escaped(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: isUnseen) else { return json }
        var result = ""
        for scalar in json.unicodeScalars {
            guard isUnseen(scalar) else {
                result.unicodeScalars.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x7F else { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
        default: return false
        }
    }
}
