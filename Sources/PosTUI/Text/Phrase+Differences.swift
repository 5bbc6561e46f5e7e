import PayEngine

extension Phrase {
    static let differencesTitle = Phrase("本机流水与网关不一致，请主管核对", "TILL AND GATEWAY DISAGREE: a supervisor must look")

    static func difference(_ difference: LookUp.Difference) -> Phrase {
        switch difference {
        case .outcome(let here, let gateway):
            Phrase(
                "押金：本机 \(shortState(here).chinese)，网关 \(shortState(gateway).chinese)。",
                "Deposit: \(shortState(here).english) here, \(shortState(gateway).english) at the gateway.")
        case .amount(let here, let gateway):
            Phrase(
                "金额：本机 ￥\(here.yuan)，网关 ￥\(gateway.yuan)。",
                "Amount: CNY \(here.yuan) here, CNY \(gateway.yuan) at the gateway.")
        case .left(let here, let gateway):
            Phrase(
                "剩余：本机 ￥\(here.yuan)，网关 ￥\(gateway.yuan)。",
                "Left: CNY \(here.yuan) here, CNY \(gateway.yuan) at the gateway.")
        case .release(let followUp, let gateway):
            Phrase(
                "解冻 \(followUp.number) ￥\(followUp.fee.yuan)：本机 \(here(followUp).chinese)，"
                    + "网关 \(release(gateway).chinese)。",
                "Release \(followUp.number), CNY \(followUp.fee.yuan): \(here(followUp).english) here, "
                    + "\(release(gateway).english) at the gateway.")
        case .unknownRelease(let release):
            Phrase(
                "解冻 \(release.number.printable) \(release.fee.map { "￥\($0.yuan)" } ?? "")：不是本机办的。",
                "Release \(release.number.printable)\(release.fee.map { ", CNY \($0.yuan)" } ?? ""): "
                    + "not made at this till.")
        case .consume(let followUp, let isDone):
            Phrase(
                "消费 \(followUp.number) ￥\(followUp.fee.yuan)：本机 \(here(followUp).chinese)，"
                    + "网关 \((isDone ? consumeDone : consumeRefused).chinese)。",
                "Consume \(followUp.number), CNY \(followUp.fee.yuan): \(here(followUp).english) here, "
                    + "\((isDone ? consumeDone : consumeRefused).english) at the gateway.")
        }
    }

    private static func here(_ followUp: FollowUp) -> Phrase {
        switch followUp.outcome {
        case .done: Phrase("已办成", "done")
        case .refused: Phrase("未办成", "not done")
        case .unknown: Phrase("未知", "unknown")
        case .notSent: Phrase("未发送", "not sent")
        }
    }

    // MARK: - Consumes

    static let consumes = Phrase("消费记录（网关）", "CONSUMES (GATEWAY)")
    static let consumeNumber = Phrase("消费单号", "Consume")
    static let consumeDone = Phrase("已消费", "consumed")
    static let consumeRefused = Phrase("未消费", "not consumed")
    static func restReleased(_ rest: Fen) -> Phrase { Phrase("其余退还 ￥\(rest.yuan)", "rest back CNY \(rest.yuan)") }

    static let ownFollowUps = Phrase("本机办的解冻和消费", "RELEASES AND CONSUMES OF THIS TILL")
    static func closing(_ closing: Deposit.Closing, zone: TimeZone) -> Phrase {
        let who = (closing.staffID ?? "-").printable
        let rest = "\(who)  \(zone.dayAndTime(closing.time))  \(closing.reason.printable)"
        return Phrase("\(closedBy.chinese)  \(rest)", "\(closedBy.english)  \(rest)")
    }

    static let partlyReleased = Phrase("部分解冻", "partly released")
    static let whollyReleased = Phrase("全部解冻", "wholly released")

    // MARK: - What can be done next

    static let nextAtDifference = Phrase(
        "先核对不一致：手机端商户管理系统以平台为准。", "Settle the difference first: check the merchant's phone console.")
    static let nextAtOpenQuestion = Phrase(
        "有结果未知的一笔：按 F5 再查，或按 F4 由主管人工关闭。",
        "An outcome is unknown: F5 asks again; in F4 a supervisor can close it by hand.")
    static func nextAtHeld(_ left: Fen) -> Phrase {
        Phrase(
            "还冻结 ￥\(left.yuan)：F7 退给顾客，F8 收取。", "CNY \(left.yuan) is held: F7 gives it back, F8 keeps it as a sale.")
    }
    static let nextWithoutGateway = Phrase("网关没有回答，按 F5 再查。", "The gateway did not answer: F5 asks again.")
}
