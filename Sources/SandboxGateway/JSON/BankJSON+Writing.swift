extension BankJSON {
    /// The value on one line, names in their order, everything outside of ASCII as `\uXXXX`: so does the gateway
    /// write its descriptions.
    var written: String {
        var out = ""
        write(into: &out)
        return out
    }

    private func write(into out: inout String) {
        switch self {
        case .object(let members):
            out += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { out += "," }
                Self.write(member.name, into: &out)
                out += ":"
                member.value.write(into: &out)
            }
            out += "}"
        case .array(let values):
            out += "["
            for (index, value) in values.enumerated() {
                if index > 0 { out += "," }
                value.write(into: &out)
            }
            out += "]"
        case .text(let text): Self.write(text, into: &out)
        case .whole(let number): out += String(number)
        case .otherNumber(let text): out += text
        case .truth(let truth): out += truth ? "true" : "false"
        case .null: out += "null"
        }
    }

    private static func write(_ text: String, into out: inout String) {
        out += "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: out += "\\\""
            case 0x5C: out += "\\\\"
            case 0x0A: out += "\\n"
            case 0x0D: out += "\\r"
            case 0x09: out += "\\t"
            case 0x20..<0x7F: out.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default: out += "\\u" + fourHexDigits(unit)
            }
        }
        out += "\""
    }

    private static func fourHexDigits(_ unit: UInt16) -> String {
        let hex = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - hex.count) + hex
    }
}
