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
