import PayEngine

extension Phrase {
    static let differencesTitle = Phrase("本机流水与网关不一致，请主管核对", "TILL AND GATEWAY DISAGREE: a supervisor must look")

    // MARK: - Consumes

    static let consumes = Phrase("消费记录（网关）", "CONSUMES (GATEWAY)")
    static let consumeNumber = Phrase("消费单号", "Consume")
    static let consumeDone = Phrase("已消费", "consumed")
    static let consumeRefused = Phrase("未消费", "not consumed")
    static func restReleased(_ rest: Fen) -> Phrase { Phrase("其余退还 ￥\(rest.yuan)", "rest back CNY \(rest.yuan)") }

    static let ownOrders = Phrase("本机办理的解冻和消费", "RELEASES AND CONSUMES OF THIS TILL")
    static func closing(_ closing: OrderStatus.Closing, zone: LocalTime) -> Phrase {
        let who = (closing.staffID ?? "-").printable
        let rest = "\(who)  \(zone.dayAndTime(closing.time))  \(closing.reason.printable)"
        return Phrase("\(closedBy.chinese)  \(rest)", "\(closedBy.english)  \(rest)")
    }

    static let partlyReleased = Phrase("部分解冻", "partly released")
    static let whollyReleased = Phrase("全部解冻", "wholly released")

    // MARK: - What can be done next

    static let nextAtDifference = Phrase(
        "请主管先核对差异，以手机端商户管理系统显示的为准。", "Settle the difference first: check the merchant's phone console.")
    static let nextAtOpenQuestion = Phrase(
        "有结果未知的一笔：按 F5 再查，或按 F4 由主管人工关闭。",
        "An outcome is unknown: F5 asks again; in F4 a supervisor can close it by hand.")
    static func nextAtHeld(_ left: Fen) -> Phrase {
        Phrase(
            "还冻结 ￥\(left.yuan)：F7 退给顾客，F8 收取。", "CNY \(left.yuan) is held: F7 gives it back, F8 keeps it as a sale.")
    }
    static let nextWithoutGateway = Phrase("网关没有应答，按 F5 再查。", "The gateway did not answer: F5 asks again.")
}
