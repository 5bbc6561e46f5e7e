import PayEngine

extension Phrase {
    /// Returns the big line of any order.
    static func headline(_ order: DepositOrder) -> Phrase {
        switch (order.kind, order.outcome) {
        case (.freeze, _): return headline(order.deposit)
        case (.release, .done): return Phrase("已解冻", "RELEASED")
        case (.consume, .done): return Phrase("已消费", "CONSUMED")
        case (.release, .refused): return Phrase("未解冻", "NOT RELEASED")
        case (.consume, .refused): return Phrase("未消费", "NOT CONSUMED")
        case (.release, .unknown), (.release, .waiting), (.release, .over):
            return Phrase("解冻结果未知", "RELEASE: OUTCOME UNKNOWN")
        case (.consume, .unknown), (.consume, .waiting), (.consume, .over):
            return Phrase("消费结果未知", "CONSUME: OUTCOME UNKNOWN")
        case (.release, .notSent): return Phrase("解冻未发送", "RELEASE NOT SENT")
        case (.consume, .notSent): return Phrase("消费未发送", "CONSUME NOT SENT")
        }
    }

    /// Tells any order in a list.
    static func shortState(_ order: DepositOrder) -> Phrase {
        switch order.kind {
        case .freeze: shortState(order.deposit)
        case .release, .consume: shortState(order.order)
        }
    }

    /// Returns an order in a list, without its deposit.
    static func shortState(_ order: Order) -> Phrase {
        switch (order.kind, order.outcome) {
        case (.freeze, let outcome): return shortState(outcome)
        case (.release, .done): return Phrase("已解冻", "released")
        case (.consume, .done): return Phrase("已消费", "consumed")
        case (.release, .refused): return Phrase("未解冻", "not released")
        case (.consume, .refused): return Phrase("未消费", "not consumed")
        case (.release, .unknown), (.release, .waiting), (.release, .over):
            return Phrase("解冻结果未知", "release unknown")
        case (.consume, .unknown), (.consume, .waiting), (.consume, .over):
            return Phrase("消费结果未知", "consume unknown")
        case (.release, .notSent): return Phrase("解冻未发送", "release not sent")
        case (.consume, .notSent): return Phrase("消费未发送", "consume not sent")
        }
    }
}
