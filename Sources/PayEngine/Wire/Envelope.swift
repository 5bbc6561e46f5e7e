import FoundationEssentials

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

    private struct Request: Encodable {
        let authenInfo: AuthenInfo
        let requestContent: String

        enum CodingKeys: String, CodingKey {
            case authenInfo = "authen_info"
            case requestContent = "request_content"
        }
    }

    private struct AuthenInfo: Encodable {
        struct Code: Encodable {
            let type: Int
            let code: String

            enum CodingKeys: String, CodingKey {
                case type = "authen_type"
                case code = "authen_code"
            }
        }

        let a: Code
    }

    /// The body of a request around a content that is UTF-8 JSON.
    static func seal(_ content: [UInt8], key: AuthenKey) -> [UInt8] {
        let code = AuthenInfo.Code(type: 1, code: AuthenCode(content: content, key: key).hex)
        let request = Request(
            authenInfo: AuthenInfo(a: code), requestContent: String(decoding: content, as: UTF8.self))
        return WireJSON.encode(request)
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

    /// `authen_code` of `a`, of the one type in use.
    private static func code(of info: WireValue) -> String? {
        guard case .object(let info) = info, case .object(let a) = info.value("a"),
            a.value("authen_type") == .number(1), case .text(let code) = a.value("authen_code")
        else { return nil }
        return code
    }
}
