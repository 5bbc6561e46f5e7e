extension Phrase {
    static let helpTitle = Phrase("帮助", "Help")
    static let helpHere = Phrase("（当前）", "(here)")

    // MARK: - Leaving

    static let quitTitle = Phrase("退出？", "Leave?")
    static let quitAtRest = Phrase("没有正在进行的订单。", "Nothing is under way.")
    static func quitExplains(_ count: Int) -> Phrase {
        guard count > 0 else { return quitAtRest }
        return Phrase(
            "还有 \(count) 笔正在进行。退出不会取消：已经发送的仍可能成功，下次启动时会继续查询。",
            """
            \(count == 1 ? "One order is" : "\(count) orders are") under way. Leaving takes nothing back: what was \
            sent may still succeed, and the till asks again at its next start.
            """)
    }
    static let quitConfirm = Phrase("再按一次 F10 退出，按其他任何键留下。", "F10 again leaves, any other key stays.")
}
