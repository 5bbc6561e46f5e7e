import PayEngine

extension Phrase {
    static let heldTitle = Phrase("在押：未退的押金", "Deposits still held")
    static let heldHint = Phrase(
        "到期后平台会自动解冻：要收的钱请在到期前消费。",
        "The platform releases them by itself in the end: consume in time.")
    static let heldNone = Phrase("没有未退的押金。", "Nothing is held.")
    static let heldLoading = Phrase("正在读取", "Reading")
    static let heldSince = Phrase("收押时间", "Since")
    static let lastDigits = Phrase("尾号", "Ends in")
    static let left = Phrase("可退余额", "Left")
    static let daysLeft = Phrase("剩余天数", "Days left")
    static func days(_ count: Int, isSure: Bool = true) -> Phrase {
        guard count > 0 else { return Phrase("可能已解冻", "maybe over") }
        let (about, circa) = isSure ? ("", "") : ("约 ", "about ")
        return Phrase("\(about)\(count) 天", "\(circa)\(count) \(count == 1 ? "day" : "days")")
    }
    static let heldPerhapsReleased = Phrase(
        "已满期限：平台可能已自动解冻，请按 Enter 查询。", "Its time is over: the platform may have released it. Enter asks.")
    static func heldTotal(_ count: Int, _ total: Fen) -> Phrase {
        Phrase(
            "共 \(count) 笔，剩余合计 ￥\(total.yuan)",
            "\(count) \(count == 1 ? "deposit" : "deposits"), CNY \(total.yuan) held")
    }
}
