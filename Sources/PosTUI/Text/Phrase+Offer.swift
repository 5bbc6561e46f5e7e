import PayEngine

extension Phrase {
    static let offerTitle = Phrase("收押金：顾客扫码（支付宝）", "Deposit: the customer scans (Alipay)")
    static let offerInstead = Phrase(
        "按 Ctrl-T 改为出示二维码，请顾客用支付宝扫（微信支付不能）。",
        "Ctrl-T: the customer scans a code here instead, with Alipay (not WeChat)."
    )
    static let offerScan = Phrase(
        "请顾客用支付宝扫这个二维码，再输入密码。", "The customer scans this with Alipay, then types the password.")
    static func offerLeft(seconds: Int64) -> Phrase { Phrase("还剩 \(seconds) 秒", "\(seconds) s left") }
    static let offerOver = Phrase("二维码已过期，正在确认结果。", "The code has expired; its outcome is being checked.")
    static let offerHint = Phrase(
        "不必等：按 F2 先收下一位，有结果会在上方提示。", "No need to wait: F2 serves the next customer, a banner tells the result.")
    static let offerTypingHint = Phrase(
        "若还没有扫，仍可以扫。不必等：按 F2 先收下一位。", "Not scanned yet? It still can be. F2 serves the next customer.")
    static let offerGivenUp = Phrase(
        "二维码已收起。顾客若已扫，仍可能付款；有结果会在上方提示。", "Put away. Who has scanned it may still pay: a banner will tell.")

    /// Returns the big line of a deposit.
    static func headline(_ deposit: Deposit) -> Phrase {
        guard deposit.waitsForScan else { return headline(deposit.outcome) }
        return Phrase("等待顾客扫码", "WAITING FOR THE SCAN")
    }

    /// Returns a deposit in a list.
    static func shortState(_ deposit: Deposit) -> Phrase {
        // What is left of it depends on what nobody knows.
        if let open = deposit.openOrder { return shortState(open) }
        guard deposit.waitsForScan else { return shortState(deposit.outcome) }
        return Phrase("等待扫码", "waiting for scan")
    }
}

extension Deposit {
    /// The till has shown a code, and as far as is known nobody has scanned it yet.
    var waitsForScan: Bool { outcome == .waiting && reason == .customerScanning }
}

extension Phrase {
    static func qrNeedsWindow(_ size: Size) -> Phrase {
        Phrase(
            "窗口太小，放不下二维码：请放大到 \(size.width) 列 \(size.height) 行。",
            "The window is too small for the QR code: make it \(size.width) columns by \(size.height) lines.")
    }
    static let qrImpossible = Phrase("这段内容不能做成二维码。", "This cannot be made into a QR code.")
}
