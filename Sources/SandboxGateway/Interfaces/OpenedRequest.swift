import PayEngine

/// A request whose signature and fields were found good.
struct OpenedRequest: Sendable {
    let content: BankJSON
    let contentCode: String
    /// The number of what the request makes or asks for.
    let number: String
    /// `out_freeze_no`; empty where a query names a consume only.
    let freezeNumber: String
    let platform: BankPlatform
    let nonce: String

    /// The object that describes what is to be made.
    var making: BankJSON? { content["freeze_content"] ?? content["unfreeze_content"] ?? content["pay_content"] }

    /// Its amount in fen.
    var fee: Int {
        let names = ["freeze_fee", "unfreeze_fee", "total_fee"]
        return names.compactMap { making?[$0]?.whole }.first ?? 0
    }

    /// Opens an envelope and judges it by the table.
    ///
    /// `platform` gives the platform of the deposit to which a number belongs, for requests that may leave
    /// `pay_platform` out.
    static func open(
        _ request: BankRequest, rules: BankRules, platform: (String) -> BankPlatform?
    ) throws(BankRefusal) -> OpenedRequest {
        let kind = request.contentType?.split(separator: ";").first.map { $0.filter { $0 != " " }.lowercased() }
        guard kind == "application/json" else { throw .parameter("Content-Type must be application/json") }
        let envelope = try read(request.body, name: "the body")
        let code = try authenCode(of: envelope)
        guard let text = envelope["request_content"]?.text else {
            throw .parameter("request_content must be a string")
        }
        let bytes = Array(text.utf8)
        guard AuthenCode.isValid(code, content: bytes, key: rules.key) else { throw .wrongSignature }
        let content = try read(bytes, name: "request_content")
        let table = FieldTable.rules(of: request.interface)
        if let complaint = FieldRule.complaint(about: content, rules: table, path: "") { throw .parameter(complaint) }
        return try judged(content, contentCode: code, interface: request.interface, rules: rules, platform: platform)
    }

    private static func read(_ bytes: [UInt8], name: String) throws(BankRefusal) -> BankJSON {
        do throws(BankJSONReader.Problem) {
            return try BankJSONReader.read(bytes)
        } catch {
            throw .parameter("\(name) is not JSON: \(error.what) at byte \(error.offset)")
        }
    }

    private static func authenCode(of envelope: BankJSON) throws(BankRefusal) -> String {
        guard let members = envelope.members else { throw .parameter("the body must be an object") }
        for member in members where member.name != "authen_info" && member.name != "request_content" {
            throw .parameter("\(member.name) is not a field of the envelope")
        }
        guard let info = envelope["authen_info"]?["a"] else { throw .parameter("authen_info.a is missing") }
        guard info["authen_type"]?.whole == 1 else { throw .parameter("authen_info.a.authen_type must be 1") }
        guard let code = info["authen_code"]?.text else { throw .parameter("authen_info.a.authen_code is missing") }
        return code
    }
}
