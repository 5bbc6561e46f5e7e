import PayEngine

extension Phrase {
    /// The big line of any order.
    static func headline(_ order: TillOrder) -> Phrase {
        guard let followUp = order.followUp else { return headline(order.deposit) }
        switch (followUp.kind, followUp.outcome) {
        case (.release, .done): return Phrase("已解冻", "RELEASED")
        case (.consume, .done): return Phrase("已消费", "CONSUMED")
        case (.release, .refused): return Phrase("未解冻", "NOT RELEASED")
        case (.consume, .refused): return Phrase("未消费", "NOT CONSUMED")
        case (.release, .unknown): return Phrase("解冻结果未知", "RELEASE: OUTCOME UNKNOWN")
        case (.consume, .unknown): return Phrase("消费结果未知", "CONSUME: OUTCOME UNKNOWN")
        case (.release, .notSent): return Phrase("解冻未发送", "RELEASE NOT SENT")
        case (.consume, .notSent): return Phrase("消费未发送", "CONSUME NOT SENT")
        }
    }

    /// Any order in a list.
    static func shortState(_ order: TillOrder) -> Phrase {
        order.followUp.map { shortState($0) } ?? shortState(order.deposit)
    }

    /// A release or a consume in a list.
    static func shortState(_ followUp: FollowUp) -> Phrase {
        switch (followUp.kind, followUp.outcome) {
        case (.release, .done): return Phrase("已解冻", "released")
        case (.consume, .done): return Phrase("已消费", "consumed")
        case (.release, .refused): return Phrase("未解冻", "not released")
        case (.consume, .refused): return Phrase("未消费", "not consumed")
        case (.release, .unknown): return Phrase("解冻结果未知", "release unknown")
        case (.consume, .unknown): return Phrase("消费结果未知", "consume unknown")
        case (.release, .notSent): return Phrase("解冻未发送", "release not sent")
        case (.consume, .notSent): return Phrase("消费未发送", "consume not sent")
        }
    }
}
