/// The amounts that make a fault: behaviour, help and documentation read this one table.
///
/// Those of freezes lie between 0.11 and 0.79, so that ordinary amounts, and the 0.01 to 0.03 of acceptance tests, work
/// as they should.
enum AmountTable {
    /// Those of freezes.
    static let rules: [AmountRule] = customer + gateway + line + disbelief + rubbish + later + histories

    static func rule(
        _ fen: Int, _ fault: Fault, _ says: String, _ chinese: String, repeated: Bool = false
    ) -> AmountRule {
        AmountRule(fen: fen, fault: fault, says: says, saysInChinese: chinese, isRepeated: repeated)
    }

    private static let customer = [
        rule(11, .password, "password wait, then frozen", "等待密码，然后冻结"),
        rule(12, .passwordNever, "password wait without end", "一直等待密码"),
        rule(13, .customerStops, "password wait, then the customer stops", "等待密码，然后用户取消"),
        rule(14, .stopped, "the customer stops at once", "用户取消"),
        rule(15, .paymentError, "payment error", "支付失败"),
        rule(16, .created, "being made for a while, then frozen", "处理中，然后冻结"),
        rule(17, .transforming, "still being worked on for a while, then frozen", "转换中，然后冻结"),
        rule(18, .absent, "the platform does not know the order", "平台查无此单"),
    ]

    private static let gateway = [
        rule(20, .status101, "101: the caller is wrong", "101 调用方错误", repeated: true),
        rule(21, .status102, "102: a new number is needed", "102 需要新单号", repeated: true),
        rule(22, .status103, "103: busy, once", "103 系统繁忙（一次）"),
        rule(23, .status104, "104: refused", "104 拒绝", repeated: true),
        rule(24, .status407, "104 with 407: number used, but there is no order", "407 单号重复，无此订单", repeated: true),
        rule(25, .status407Other, "104 with 407: number used by another till's order", "407 单号重复，他人订单"),
        rule(26, .status3Made, "3: unknown, the order is made", "3 未知，订单已建立"),
        rule(27, .status3, "3: unknown, no order is made", "3 未知，订单未建立"),
        rule(28, .status104State, "104 whose answer shows a frozen order", "104，但订单已冻结"),
        rule(29, .status999, "a status that no table has", "未定义的状态码"),
    ]

    private static let line = [
        rule(31, .lost, "answer lost, the order is made", "应答丢失，订单已建立"),
        rule(32, .swallowed, "connection closed, no order is made", "连接关闭，订单未建立"),
        rule(33, .reset, "connection reset, no order is made", "连接重置，订单未建立"),
        rule(34, .half, "half an answer, the order is made", "应答只有一半，订单已建立"),
        rule(35, .slow, "the answer takes four seconds", "四秒后应答"),
        rule(36, .hang, "no answer ever, the order is made", "永不应答，订单已建立"),
        rule(37, .closeAfter, "frozen, the connection is closed after the answer", "已冻结，应答后关闭连接"),
    ]

    private static let disbelief = [
        rule(41, .badSignature, "wrong signature", "签名错误"),
        rule(42, .noSignature, "missing signature", "没有签名"),
        rule(43, .otherNumber, "the answer of another order", "他单的应答"),
        rule(44, .otherAmount, "the answer names another amount", "金额不符"),
        rule(45, .otherMerchant, "the answer names another merchant", "商户不符"),
        rule(46, .otherPlatform, "the answer of the other platform", "支付平台不符"),
        rule(47, .state, "a state number that no table has", "未定义的订单状态"),
        rule(48, .noExt, "an answer without a state", "应答没有订单状态"),
        rule(49, .bothExts, "an answer with both platforms' states", "应答有两个订单状态"),
    ]

    private static let rubbish = [
        rule(51, .notJSON, "the content is no JSON", "内容不是 JSON"),
        rule(52, .invalidUTF8, "the content is no UTF-8", "内容不是 UTF-8"),
        rule(53, .huge, "an answer above 1 MiB", "应答超过 1 MiB"),
        rule(54, .html502, "an HTML page with HTTP status 502, the order is made", "502 网页，订单已建立"),
        rule(55, .html200, "an HTML page with HTTP status 200, no order is made", "200 网页，订单未建立"),
        rule(56, .redirect, "a redirect, no order is made", "重定向，订单未建立"),
    ]

    private static let later = [
        rule(61, .notThere, "answer lost, not to be seen in the first two queries", "应答丢失，前两次查无此单"),
        rule(62, .queryRefused, "answer lost, every query is refused", "应答丢失，查询总被拒绝"),
        rule(63, .lateFrozen, "payment error, frozen half a minute later", "支付失败，半分钟后冻结"),
    ]

    private static let histories = [
        rule(71, .history, "frozen; three releases, one failed, some is left", "已冻结；三笔解冻，一笔失败，尚有余额"),
        rule(72, .historyOver, "frozen, then all released; one release failed", "已冻结，然后全部解冻；一笔失败"),
        rule(73, .historyConsumed, "frozen, then partly consumed, the rest released", "已冻结，然后部分消费，余额解冻"),
    ]
}

/// An amount that makes a fault.
///
/// Every other amount is an ordinary one.
struct AmountRule: Sendable {
    let fen: Int
    let fault: Fault
    let says: String
    let saysInChinese: String
    /// Whether it strikes each time the number is sent, not only the first.
    var isRepeated = false

    /// In yuan, with two decimals.
    var yuan: String {
        let cents = fen % 100
        return "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}

extension AmountTable {
    /// For people, one line an amount.
    static var text: String {
        (["amount  what happens"] + rules.map(line) + ["Every other amount is frozen at once.", ""]
            + ["amount  what happens to a release or consume of it"] + movementRules.map(line)
            + ["Every other amount is released or consumed at once."]).joined(separator: "\n")
    }

    private static func line(_ rule: AmountRule) -> String { "\(rule.yuan)    \(rule.says) (\(rule.fault.rawValue))" }

    /// The rows of the documentation's tables: of freezes, and of releases and consumes.
    static var markdown: [[String]] {
        [rules, movementRules].map { rules in
            ["| amount | what happens | fault |", "|---|---|---|"]
                + rules.map { "| \($0.yuan) | \($0.says) | `\($0.fault.rawValue)` |" }
        }
    }

    static var json: BankJSON {
        .array(rules.map { json($0, feeName: "freeze_fee") } + movementRules.map { json($0, feeName: "movement_fee") })
    }

    private static func json(_ rule: AmountRule, feeName: String) -> BankJSON {
        .object([
            .init("amount", .text(rule.yuan)),
            .init(feeName, .number(rule.fen)),
            .init("fault", .text(rule.fault.rawValue)),
            .init("en", .text(rule.says)),
            .init("zh", .text(rule.saysInChinese)),
        ])
    }
}

extension AmountTable {
    /// The amounts that make a fault of a release or consume.
    ///
    /// They are none of those of freezes, so that a deposit of such an amount is frozen at once and goes wrong only
    /// when all of it is released or consumed.
    static let movementRules: [AmountRule] = courses + answers

    private static let courses = [
        rule(81, .created, "in work for a while, then done", "处理中，然后完成"),
        rule(82, .transforming, "still being worked on for a while, then done", "转换中，然后完成"),
        rule(83, .failed, "fails", "失败"),
        rule(84, .lateDone, "fails, done half a minute later", "失败，半分钟后完成"),
        rule(85, .refunded, "a consume is done, then given back; a release works", "消费完成，然后退款；解冻正常"),
        rule(86, .notThere, "answer lost, not to be seen in the first two queries", "应答丢失，前两次查无此单"),
        rule(87, .queryRefused, "answer lost, every query is refused", "应答丢失，查询总被拒绝"),
    ]

    private static let answers = [
        rule(91, .lost, "answer lost, it is done", "应答丢失，已完成"),
        rule(92, .swallowed, "connection closed, nothing is done", "连接关闭，未执行"),
        rule(93, .status3Made, "3: unknown, it is done", "3 未知，已完成"),
        rule(94, .status3, "3: unknown, nothing is done", "3 未知，未执行"),
        rule(95, .status104, "104: refused", "104 拒绝", repeated: true),
        rule(96, .status407, "104 with 407: number used, but there is none", "407 单号重复，无此单", repeated: true),
        rule(97, .badSignature, "wrong signature", "签名错误"),
        rule(98, .otherAmount, "the answer names another amount", "金额不符"),
    ]
}
