import PayEngine

/// A request whose signature and fields were found good.
struct OpenedRequest: Sendable {
    let content: BankJSON
    let contentCode: String
    let number: String
    let platform: BankPlatform
    let nonce: String

    /// Opens an envelope and judges it by the table.
    static func open(_ request: BankRequest, rules: BankRules) throws(BankRefusal) -> OpenedRequest {
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
        return try judged(content, contentCode: code, interface: request.interface, rules: rules)
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

    private static func judged(
        _ content: BankJSON, contentCode: String, interface: BankInterface, rules: BankRules
    ) throws(BankRefusal) -> OpenedRequest {
        let mch = content["pay_mch_key"] ?? .null
        guard let platform = BankPlatform(rawValue: mch["pay_platform"]?.whole ?? 0) else {
            throw .parameter("pay_mch_key.pay_platform must be 1 or 2")
        }
        try checkMerchant(mch, platform: platform, merchant: rules.merchant)
        let freeze = content["freeze_content"]
        guard let number = (freeze ?? content)["out_freeze_no"]?.text, let nonce = content["nonce_str"]?.text else {
            throw .parameter("out_freeze_no is missing")
        }
        guard number.hasPrefix(rules.prefix) else {
            throw .parameter("out_freeze_no must start with \(rules.prefix)")
        }
        if let release = content["out_unfreeze_no"]?.text, !release.hasPrefix(rules.prefix) {
            throw .parameter("out_unfreeze_no must start with \(rules.prefix)")
        }
        if let freeze { try checkFreeze(freeze, platform: platform) }
        return OpenedRequest(
            content: content, contentCode: contentCode, number: number, platform: platform, nonce: nonce)
    }

    private static func checkMerchant(
        _ mch: BankJSON, platform: BankPlatform, merchant: BankMerchant
    ) throws(BankRefusal) {
        try checkExts(mch, name: "pay_mch_key_ext", platform: platform)
        if let sub = mch["sub_pay_platform"]?.whole, sub != platform.subPlatform {
            throw .parameter("pay_mch_key.sub_pay_platform does not fit pay_platform")
        }
        guard mch["out_mch_id"]?.text == merchant.outMchID else { throw .parameter("out_mch_id is not known") }
        guard mch["out_sub_mch_id"]?.text == merchant.outSubMchID else {
            throw .parameter("out_sub_mch_id is not known")
        }
        guard mch["out_shop_id"]?.text == merchant.outShopID else { throw .parameter("out_shop_id is not known") }
    }

    private static func checkFreeze(_ freeze: BankJSON, platform: BankPlatform) throws(BankRefusal) {
        try checkExts(freeze, name: "freeze_content_ext", platform: platform)
        guard let found = BankPlatform.ofCode(freeze["author_code"]?.text ?? "") else {
            throw .parameter("author_code is neither 18 digits from 10 to 15 nor 16 to 24 digits from 25 to 30")
        }
        guard found == platform else { throw .parameter("pay_platform does not fit author_code") }
    }

    /// At most one of the two objects, and that of the platform that is asked.
    private static func checkExts(_ value: BankJSON, name: String, platform: BankPlatform) throws(BankRefusal) {
        let hasOwn = value["\(platform.extPrefix)_\(name)"] != nil
        let hasOther = value["\(platform.other.extPrefix)_\(name)"] != nil
        if hasOwn && hasOther { throw .parameter("wxpay_\(name) and alipay_\(name) exclude each other") }
        if hasOther { throw .parameter("\(platform.other.extPrefix)_\(name) does not fit pay_platform") }
    }
}
