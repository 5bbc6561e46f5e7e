/// The payment platforms; the raw value is `pay_platform`.
enum BankPlatform: Int, Codable, Sendable {
    case wechat = 1
    case alipay = 2

    /// `sub_pay_platform`.
    var subPlatform: Int {
        switch self {
        case .wechat: 100
        case .alipay: 200
        }
    }

    /// The start of the names of the platform's own objects, as in `wxpay_freeze_order_content_ext`.
    var extPrefix: String {
        switch self {
        case .wechat: "wxpay"
        case .alipay: "alipay"
        }
    }

    var other: BankPlatform {
        switch self {
        case .wechat: .alipay
        case .alipay: .wechat
        }
    }

    /// Returns the platform whose payment codes look like this one; nil for none.
    static func ofCode(_ code: String) -> BankPlatform? {
        guard code.utf8.allSatisfy(\.isASCIIDigit), let start = Int(code.prefix(2)) else { return nil }
        switch (start, code.utf8.count) {
        case (10...15, 18): return .wechat
        case (25...30, 16...24): return .alipay
        default: return nil
        }
    }
}
