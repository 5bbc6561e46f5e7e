import PayEngine

/// Seals answers, well or badly.
enum AnswerCorruptor {
    /// Makes an envelope with the content as a string.
    ///
    /// What is signed is exactly the bytes that the string stands for.
    static func sealed(_ content: BankJSON, isSigned: Bool, fault: Fault?, rules: BankRules) -> [UInt8] {
        var bytes = plain(Array(content.written.utf8), fault: fault)
        if rules.endsInNewline { bytes.append(UInt8(ascii: "\n")) }
        var envelope = Array("{".utf8)
        if isSigned, fault != .noSignature {
            let signed = fault == .badSignature ? bytes + [0x20] : bytes
            let code = AuthenCode(content: signed, key: rules.key).hex
            envelope += Array("\"authen_info\":{\"a\":{\"authen_type\":1,\"authen_code\":\"\(code)\"}},".utf8)
        }
        envelope += Array("\"response_content\":\"".utf8)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): envelope += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): envelope += Array("\\n".utf8)
            default: envelope.append(byte)
            }
        }
        return envelope + Array("\"}".utf8)
    }

    /// Returns the bytes of a content, or what a fault makes of them.
    static func plain(_ content: [UInt8], fault: Fault?) -> [UInt8] {
        if fault == .notJSON { return Array("status=0&description=ok".utf8) }
        if fault == .invalidUTF8 { return adding("note", [0xC3, 0x28, 0xFF], to: content) }
        if fault == .huge { return adding("padding", [UInt8](repeating: 0x78, count: 1_200_000), to: content) }
        return content
    }

    /// Adds a string at the end of an object.
    private static func adding(_ name: String, _ bytes: [UInt8], to object: [UInt8]) -> [UInt8] {
        Array(object.dropLast()) + Array(",\"\(name)\":\"".utf8) + bytes + Array("\"}".utf8)
    }

    /// Puts a page of some machine on the way in the place of the gateway's answer, where the fault is one.
    static func putPage(_ fault: Fault, into reply: inout BankReply) {
        let statuses: [Fault: Int] = [.html502: 502, .html200: 200, .redirect: 302]
        guard let status = statuses[fault] else { return }
        reply.httpStatus = status
        reply.contentType = "text/html; charset=utf-8"
        reply.body = Array("<html><head><title>Gateway</title></head><body>Bad Gateway</body></html>\n".utf8)
        if fault == .redirect { reply.location = "/elsewhere" }
    }
}
