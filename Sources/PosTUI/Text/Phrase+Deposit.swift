import PayEngine

extension Phrase {
    // MARK: - Home

    static let homeTitle = Phrase("押金收银", "Deposit till")
    static let homeShortcut = Phrase(
        "直接输入金额即可开始收押金；直接扫单号即可查单。", "Type an amount to begin a deposit; scan an order number to look it up.")
    static let noticesTitle = Phrase("启动提示（Esc 收起）", "Notices (Esc puts them away)")
    static let demoTitle = Phrase("演示：这些金额会得到这些结果", "Demo: these amounts make these outcomes")

    // MARK: - Amount

    static let amountTitle = Phrase("收押金：金额", "Deposit: amount")
    static let amountPrompt = Phrase("输入押金金额（元），按 Enter", "Type the amount in yuan, then Enter")
    static func amountLimit(_ maximum: Fen) -> Phrase {
        Phrase("最多 ￥\(maximum.yuan)", "At most CNY \(maximum.yuan)")
    }
    static let quickAmounts = Phrase("常用金额", "Quick amounts")
    static func noQuickAmount(_ number: Int) -> Phrase {
        Phrase("没有设置第 \(number) 个常用金额。", "There is no quick amount \(number).")
    }
    static let amountFirst = Phrase(
        "这是付款码，没有扣款。请先输入金额，再扫一次。",
        "A payment code: nothing was taken. Enter the amount first, then scan again.")
    static func amountPutAway(seconds: Int64) -> Phrase {
        Phrase(
            "\(seconds) 秒没有操作，金额已清除。请重新输入。",
            "Nothing was done for \(seconds) s: the amount was put away. Enter it again.")
    }
    static let numberIsNoAmount = Phrase("这是单号，不是金额。查单请按 F3。", "That is an order number, no amount. F3 looks it up.")
    static func aboveMaximum(_ maximum: Fen) -> Phrase {
        Phrase("金额超过上限 ￥\(maximum.yuan)。", "The amount is above the limit of CNY \(maximum.yuan).")
    }

    static func wrongAmount(_ error: Fen.ParsingError, maximum: Fen) -> Phrase {
        switch error {
        case .empty: Phrase("请输入金额，例如 200 或 12.50。", "Type an amount, for example 200 or 12.50.")
        case .notANumber: Phrase("金额只能有数字和一个小数点。", "An amount has only digits and one decimal point.")
        case .negative: Phrase("金额不能是负数。", "An amount cannot be negative.")
        case .zero: Phrase("金额不能是 0。", "An amount cannot be 0.")
        case .tooManyDecimals: Phrase("金额最多两位小数（到分）。", "An amount has at most two decimals.")
        case .tooLarge: aboveMaximum(maximum)
        }
    }

    // MARK: - Reference

    static let referenceTitle = Phrase("收押金：房号、姓名或电话", "Deposit: room, name or phone")
    static let referencePrompt = Phrase(
        "房号、姓名或电话（可不填），按 Enter", "Room, name or phone (may stay empty), then Enter")
    static let referencePrivacy = Phrase("只保存在本机，不会发送。", "It stays on this till and is not sent.")
    static let codeIsNoReference = Phrase(
        "这是付款码，没有扣款。请先按 Enter，再扫一次。", "That was a payment code; nothing was taken. Press Enter first, then scan again.")
    static func referenceTooLong(limit: Int, wide: Int) -> Phrase {
        Phrase(
            "最多 \(limit) 个字母、数字，或 \(wide) 个汉字。", "At most \(limit) letters and digits, or \(wide) Chinese characters.")
    }

    // MARK: - Scan

    static let scanTitle = Phrase("收押金：扫码", "Deposit: scan")
    static let scanPrompt = Phrase("请扫顾客的付款码", "Scan the customer's payment code")
    static let scanSendsAtOnce = Phrase("扫码后立即收款，不再确认。", "It is sent at once, without a further question.")
    static let platformByCode = Phrase("按付款码自动识别", "by the code")

    static func wrongCode(_ error: AuthorCode.ScanningError) -> Phrase {
        switch error {
        case .empty: Phrase("还没有扫到付款码。", "No code was scanned yet.")
        case .notDigits:
            Phrase("付款码只有数字，这不是付款码。没有发送。", "A payment code has only digits; this is none. Nothing was sent.")
        case .unionPay:
            Phrase(
                "这是银联（云闪付）付款码，这里不能用。请用微信支付或支付宝。没有发送。",
                "This is a UnionPay code, which is not served. Use WeChat Pay or Alipay. Nothing was sent.")
        case .wrongLength(let platform, let found):
            Phrase(
                "\(Phrase.platform(platform).chinese)付款码应为 \(platform.codeLength) 位，扫到 \(found) 位，请重新扫。没有发送。",
                "\(Phrase.platform(platform).english) codes have \(platform.codeLengthEnglish) digits, not \(found): "
                    + "scan again. Nothing was sent."
            )
        case .unknownPrefix(let prefix):
            Phrase(
                "无法识别以 \(prefix.printable) 开头的付款码。没有发送。",
                "No wallet's codes start with \(prefix.printable). Nothing was sent.")
        }
    }

    // MARK: - Progress

    static let progressTitle = Phrase("收押金：进行中", "Deposit: in progress")
    static let sending = Phrase("正在发送", "SENDING")
    static let askingForOutcome = Phrase("已发送，正在等结果", "SENT, WAITING FOR THE ANSWER")
    static let checkingOutcome = Phrase("结果未知，正在查询", "NOT KNOWN YET, ASKING AGAIN")
    static func elapsed(_ seconds: Int64, of limit: Int64) -> Phrase {
        Phrase("已等 \(seconds) 秒，最多等 \(limit) 秒", "\(seconds) s so far, at most \(limit) s")
    }
    static let progressHint = Phrase(
        "这一单已经发送，不能取消。不必等：按 F2 先收下一位，有结果会在上方提示。",
        "It was sent and cannot be taken back. No need to wait: F2 serves the next customer, a banner tells the result."
    )
    static let showPasswordHint = Phrase("请顾客在手机上输入密码或确认。", "The customer has to confirm on the phone.")
}

extension PayPlatform {
    fileprivate var codeLength: String {
        switch self {
        case .wechat: "18"
        case .alipay: "16 至 24"
        }
    }

    fileprivate var codeLengthEnglish: String {
        switch self {
        case .wechat: "18"
        case .alipay: "16 to 24"
        }
    }
}
