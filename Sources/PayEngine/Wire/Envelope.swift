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

    private struct Response: Decodable {
        let authenInfo: AuthenInfo?
        let responseContent: String
        let hasAuthenInfo: Bool

        enum CodingKeys: String, CodingKey {
            case authenInfo = "authen_info"
            case responseContent = "response_content"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            responseContent = try container.decode(String.self, forKey: .responseContent)
            let isNull = try? container.decodeNil(forKey: .authenInfo)
            hasAuthenInfo = isNull == false
            authenInfo = try? container.decode(AuthenInfo.self, forKey: .authenInfo)
        }
    }

    private struct AuthenInfo: Codable {
        struct Code: Codable {
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

    /// Takes an answer's body apart and checks its code before anything of the content is parsed.
    static func open(_ body: [UInt8], key: AuthenKey) throws(InvalidAnswer) -> Opened {
        guard String(validating: body, as: UTF8.self) != nil else { throw .notUTF8 }
        guard let response = WireJSON.decode(Response.self, from: body) else { throw .notJSON }
        let content = Array(response.responseContent.utf8)
        guard response.hasAuthenInfo else { return Opened(content: content, isSigned: false) }
        guard let code = response.authenInfo?.a, code.type == 1,
            AuthenCode.isValid(code.code, content: content, key: key)
        else { throw .wrongSignature }
        return Opened(content: content, isSigned: true)
    }
}
