extension OpenedRequest {
    /// Judges a request by the rules that stand beside the table of fields: whose merchant, whose numbers, what fits
    /// what.
    static func judged(
        _ content: BankJSON, contentCode: String, interface: BankInterface, rules: BankRules,
        platform known: (String) -> BankPlatform?
    ) throws(BankRefusal) -> OpenedRequest {
        let mch = content["pay_mch_key"] ?? .null
        let inner = content["freeze_content"] ?? content["unfreeze_content"] ?? content["pay_content"]
        let named = inner ?? content
        for name in ["out_freeze_no", "out_unfreeze_no", "out_trade_no"] {
            if let number = named[name]?.text, !number.hasPrefix(rules.prefix) {
                throw .parameter("\(name) must start with \(rules.prefix)")
            }
        }
        let made = inner?["out_unfreeze_no"] ?? named["out_trade_no"] ?? named["out_freeze_no"]
        guard let number = made?.text, let nonce = content["nonce_str"]?.text else {
            throw .parameter("the number is missing")
        }
        let namedPlatform = platform(of: mch) ?? known(number) ?? named["out_freeze_no"]?.text.flatMap(known)
        let platform = namedPlatform ?? .wechat
        try checkMerchant(mch, platform: platform, merchant: rules.merchant)
        if let freeze = content["freeze_content"] {
            try checkFreeze(freeze, platform: platform, isScanned: interface == .scancodeFreeze)
        }
        if interface == .unfreeze { try checkRefunder(mch) }
        if let pay = content["pay_content"] { try checkConsume(pay, platform: namedPlatform) }
        return OpenedRequest(
            content: content, contentCode: contentCode, number: number,
            freezeNumber: named["out_freeze_no"]?.text ?? "", platform: platform, nonce: nonce)
    }

    /// Returns the platform that a request names; nil where it leaves that to the number.
    private static func platform(of mch: BankJSON) -> BankPlatform? {
        if let named = mch["pay_platform"]?.whole { return BankPlatform(rawValue: named) }
        for platform in [BankPlatform.wechat, .alipay] {
            if mch["sub_pay_platform"]?.whole == platform.subPlatform { return platform }
            if mch["\(platform.extPrefix)_pay_mch_key_ext"] != nil { return platform }
        }
        return nil
    }

    /// Checks the merchant; service provider and merchant may be left out of a release, the table of fields says where
    /// not.
    private static func checkMerchant(
        _ mch: BankJSON, platform: BankPlatform, merchant: BankMerchant
    ) throws(BankRefusal) {
        try checkExts(mch, name: "pay_mch_key_ext", platform: platform)
        if let sub = mch["sub_pay_platform"]?.whole, sub != platform.subPlatform {
            throw .parameter("pay_mch_key.sub_pay_platform does not fit pay_platform")
        }
        guard mch["out_mch_id"]?.text ?? merchant.outMchID == merchant.outMchID else {
            throw .parameter("out_mch_id is not known")
        }
        guard mch["out_sub_mch_id"]?.text ?? merchant.outSubMchID == merchant.outSubMchID else {
            throw .parameter("out_sub_mch_id is not known")
        }
        guard mch["out_shop_id"]?.text == merchant.outShopID else { throw .parameter("out_shop_id is not known") }
    }

    private static func checkFreeze(
        _ freeze: BankJSON, platform: BankPlatform, isScanned: Bool
    ) throws(BankRefusal) {
        try checkExts(freeze, name: "freeze_content_ext", platform: platform)
        if isScanned { return }
        guard let found = BankPlatform.ofCode(freeze["author_code"]?.text ?? "") else {
            throw .parameter("author_code is neither 18 digits from 10 to 15 nor 16 to 24 digits from 25 to 30")
        }
        guard found == platform else { throw .parameter("pay_platform does not fit author_code") }
    }

    /// Demands that whoever is not the administrator names somebody who holds the right to give money back.
    ///
    /// An old table calls the field `is_sub_admin`: either name will do, and where both are there the newer one counts.
    private static func checkRefunder(_ mch: BankJSON) throws(BankRefusal) {
        guard let isAdmin = (mch["is_sub_mch_admin"] ?? mch["is_sub_admin"])?.truth else {
            throw .parameter("pay_mch_key.is_sub_mch_admin is missing")
        }
        if !isAdmin, mch["authorization_staff_id"] == nil {
            throw .parameter("pay_mch_key.authorization_staff_id is missing, and is_sub_mch_admin is false")
        }
    }

    private static func checkConsume(_ pay: BankJSON, platform: BankPlatform?) throws(BankRefusal) {
        // A consume of nothing that is known is refused for that.
        guard let platform else { return }
        try checkExts(pay, name: "pay_content_ext", platform: platform)
        if platform == .wechat, pay["is_confirm_unfreeze"]?.truth == false {
            throw .parameter("pay_content.is_confirm_unfreeze must be true with WeChat Pay")
        }
    }

    /// Demands at most one of the two objects, and that of the platform that is asked.
    private static func checkExts(_ value: BankJSON, name: String, platform: BankPlatform) throws(BankRefusal) {
        let hasOwn = value["\(platform.extPrefix)_\(name)"] != nil
        let hasOther = value["\(platform.other.extPrefix)_\(name)"] != nil
        if hasOwn && hasOther { throw .parameter("wxpay_\(name) and alipay_\(name) exclude each other") }
        if hasOther { throw .parameter("\(platform.other.extPrefix)_\(name) does not fit pay_platform") }
    }
}
