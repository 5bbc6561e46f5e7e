/// The signed wrapping of every request and answer: the content travels as a string, and the code is over that
/// string's exact bytes.
enum Envelope {
    /// An answer taken out of its envelope.
    struct Opened: Equatable {
        /// The exact bytes of `response_content`.
        var content: [UInt8]
        /// Whether it carried a code, which then was right.
        var isSigned: Bool
    }

    /// Returns the body of a request around a content that is UTF-8 JSON.
    ///
    /// Spelled by hand, so that no encoder makes a copy of what is secret in it.
    static func seal(_ content: SecretBytes, key: AuthenKey) -> SecretBytes {
        let code = AuthenCode(content: content, key: key).hex
        var body = SecretBytes(
            "{\"authen_info\":{\"a\":{\"authen_code\":\"\(code)\",\"authen_type\":1}},\"request_content\":\"".utf8)
        for byte in content {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                body.append(UInt8(ascii: "\\"))
                body.append(byte)
            case 0x00...0x1F:
                body.append(contentsOf: "\\u00".utf8)
                body.append(contentsOf: KeyedDigest.hex([byte], digits: "0123456789abcdef").utf8)
            default: body.append(byte)
            }
        }
        body.append(contentsOf: "\"}".utf8)
        return body
    }

    /// Takes an answer's body apart, which must be strict JSON as a whole, and checks its code before anything of the
    /// content is parsed.
    static func open(_ body: [UInt8], key: AuthenKey) throws(InvalidAnswer) -> Opened {
        guard String(validating: body, as: UTF8.self) != nil else { throw .notUTF8 }
        guard let envelope = StrictJSON.object(body), case .text(let text) = envelope.value("response_content") else {
            throw .notJSON
        }
        let content = Array(text.utf8)
        guard let info = envelope.value("authen_info"), info != .null else {
            return Opened(content: content, isSigned: false)
        }
        guard let code = code(of: info), AuthenCode.isValid(code, content: content, key: key) else {
            throw .wrongSignature
        }
        return Opened(content: content, isSigned: true)
    }

    /// Returns the `authen_code` of `a`, of the one type in use.
    private static func code(of info: WireValue) -> String? {
        guard case .object(let info) = info, case .object(let a) = info.value("a"),
            a.value("authen_type") == .number(1), case .text(let code) = a.value("authen_code")
        else { return nil }
        return code
    }
}
