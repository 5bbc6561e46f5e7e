/// An answer other than status 0.
struct BankRefusal: Error, Equatable, Sendable {
    let status: Int
    let internalStatus: Int
    let description: String
    /// Whether the answer carries `authen_info`.
    let isSigned: Bool

    private static func unsigned(_ status: Int, _ internalStatus: Int, _ description: String) -> BankRefusal {
        BankRefusal(status: status, internalStatus: internalStatus, description: description, isSigned: false)
    }

    private static func signed(_ status: Int, _ internalStatus: Int, _ description: String) -> BankRefusal {
        BankRefusal(status: status, internalStatus: internalStatus, description: description, isSigned: true)
    }

    /// Makes a 101: the caller is wrong.
    ///
    /// The internal status is made up: no table of them is public.
    static func parameter(_ description: String) -> BankRefusal { unsigned(101, 2, description) }

    /// 101 with internal status 7, as published.
    static let wrongSignature = unsigned(101, 7, "authen_code 校验失败 (the authen code is wrong)")
    static let unknown = unsigned(3, 3, "未知错误 (unknown)")
    static let newNumberNeeded = signed(102, 102, "请更换单号 (a new number is needed)")
    static let busy = signed(103, 103, "系统繁忙 (busy)")
    static let refused = signed(104, 1, "余额不足 (the customer's money does not suffice)")
    /// 104 with internal status 407, as published.
    static let numberUsed = signed(104, 407, "单号重复 (this number was used before)")
    /// 104 with internal status 400, as published.
    static let noSuchOrder = signed(104, 400, "订单不存在 (no such order)")
    static let codeUsed = signed(104, 408, "付款码已使用 (this payment code was used before)")
    static let codeExpired = signed(104, 409, "付款码已过期 (this payment code has expired)")
    static let overLeft = signed(104, 410, "金额超过可用余额 (more than what is left)")
    static let wholeOnly = signed(104, 411, "只能全额解冻 (only the whole deposit can be released)")
    static let consumedBefore = signed(104, 412, "押金已消费 (this deposit was consumed before)")
    static let notFrozen = signed(104, 413, "订单不是冻结状态 (this deposit is not frozen)")
    static let scanRefused = signed(104, 414, "该支付方式不支持 (this platform has no codes for customers to scan)")
    static let releaseTooSoon = signed(104, 415, "冻结后暂不能解冻 (it is too soon after the freeze to release it)")
    /// For a path that names no interface.
    static let noSuchInterface = parameter("no such interface")
    static let unheardOf = signed(999, 0, "a status that no table has")
}
