@testable import PayEngine

/// The envelope of an answer, as a gateway would make it.
enum SampleEnvelope {
    static func body(_ content: [UInt8], isSigned: Bool = true, key: AuthenKey = SampleTill.key) -> [UInt8] {
        let text = escaped(String(decoding: content, as: UTF8.self))
        guard isSigned else { return Array("{\"response_content\":\"\(text)\"}".utf8) }
        let code = AuthenCode(content: content, key: key).hex
        return body(text, code: "\"\(code)\"")
    }

    /// Makes an envelope of `text`, the inside of the string, escaped already, and of the JSON of `authen_code`.
    static func body(_ text: String, code: String, type: String = "1") -> [UInt8] {
        let info = "{\"a\":{\"authen_type\":\(type),\"authen_code\":\(code)}}"
        return Array("{\"authen_info\":\(info),\"response_content\":\"\(text)\"}".utf8)
    }

    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\u{0}"..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }.joined()
    }
}
