import PayEngine

extension Phrase {
    /// Tells something that the journal and the gateway don't agree about.
    static func difference(_ difference: LookUp.Difference) -> Phrase {
        switch difference {
        case .outcome(let here, let gateway):
            sides(
                "结果", "outcome", (shortState(here).chinese, shortState(here).english),
                (shortState(gateway).chinese, shortState(gateway).english))
        case .amount(let here, let gateway): amounts("押金金额", "amount", here, gateway)
        case .left(let here, let gateway): amounts("剩余", "left", here, gateway)
        case .consumed(let here, let gateway): amounts("消费金额", "consumed", here, gateway)
        case .release(let own, let told):
            sides(
                "解冻 \(own.number)", "release \(own.number)", name(of: own),
                (release(told).chinese, release(told).english))
        case .unknownRelease(let release):
            Phrase(
                "不一致：网关有一笔本机没有的解冻 \(release.number.printable)，\(release.fee?.yuan ?? "-") 元。",
                "They differ: the gateway tells of a release that this till did not make, "
                    + "\(release.number.printable), \(release.fee?.yuan ?? "-") yuan.")
        case .consume(let own, let isDone):
            sides(
                "消费 \(own.number)", "consume \(own.number)", name(of: own),
                isDone ? ("已消费", "consumed") : ("未消费", "not consumed"))
        }
    }

    private static func name(of own: Order) -> (chinese: String, english: String) {
        let state = shortState(own)
        return (state.chinese, state.english)
    }

    private static func amounts(_ chinese: String, _ english: String, _ here: Fen, _ gateway: Fen) -> Phrase {
        sides(chinese, english, ("\(here)", "\(here)"), ("\(gateway)", "\(gateway)"))
    }

    private static func sides(
        _ chinese: String, _ english: String, _ here: (chinese: String, english: String),
        _ gateway: (chinese: String, english: String)
    ) -> Phrase {
        Phrase(
            "不一致：\(chinese)，本机流水：\(here.chinese)，网关：\(gateway.chinese)。",
            "They differ: \(english), journal of this till: \(here.english), gateway: \(gateway.english).")
    }
}
