import PayEngine

/// What a freeze must tell, write and send, fault by fault.
///
/// From the table of what an answer means.
struct FaultExpectation: Equatable {
    var told: [String]
    var journal: [String]
    var requests: String
    var orders: Int
}

extension FaultExpectation {
    init(_ story: FreezeStory) {
        self.init(
            told: story.told, journal: story.journal, requests: story.requests, orders: story.ordersMade)
    }

    static let frozenAtOnce = settledAtOnce("frozen(held)")

    /// The first answer decides.
    static func settledAtOnce(_ end: String, orders: Int = 1) -> FaultExpectation {
        FaultExpectation(told: ["started", "settled \(end)"], journal: ["intent", end], requests: "F", orders: orders)
    }

    /// The first answer says that it is not decided yet; after eight seconds, at the fourth question, it is.
    static func turns(_ first: String, _ end: String) -> FaultExpectation {
        FaultExpectation(
            told: ["started", first, "settled \(end)"], journal: ["intent", first, end], requests: "F Q×4", orders: 1)
    }

    /// The first answer says nothing that counts; the first question finds the order.
    static func foundByQuery(_ why: String, end: String = "frozen(held)", orders: Int = 1) -> FaultExpectation {
        FaultExpectation(
            told: ["started", "unknown(\(why))", "settled \(end)"], journal: ["intent", "unknown(\(why))", end],
            requests: "F Q", orders: orders)
    }

    /// The order was not made, which the question that comes three seconds after the sending says: sent once more.
    static func sentAgain(_ why: String) -> FaultExpectation {
        FaultExpectation(
            told: ["started", "unknown(\(why))", "unknown(not_there_yet)", "settled frozen(held)"],
            journal: ["intent", "unknown(\(why))", "unknown(not_there_yet)", "again", "frozen(held)"],
            requests: "F Q×3 F", orders: 1)
    }

    /// The gateway asked for three seconds, so that the first question already counts.
    static let sentAgainAfterThreeSeconds = FaultExpectation(
        told: ["started", "unknown(gateway_undecided)", "settled frozen(held)"],
        journal: ["intent", "unknown(gateway_undecided)", "again", "frozen(held)"], requests: "F Q F", orders: 1)

    /// The clerk is told to wait until the polling ends; nothing is sent twice.
    static func leftOpen(_ first: String, requests: String, orders: Int) -> FaultExpectation {
        FaultExpectation(
            told: ["started", first, "left open \(first)"], journal: ["intent", first], requests: requests,
            orders: orders)
    }

    /// Every sending fails, and the order is not there: sent twice more, then an open question.
    static func neverThere(_ why: String, orders: Int = 0) -> FaultExpectation {
        let round = ["unknown(\(why))", "unknown(not_there_yet)"]
        return FaultExpectation(
            told: ["started"] + round + round + round + ["left open unknown(not_there_yet)"],
            journal: ["intent"] + round + ["again"] + round + ["again"] + round, requests: "F Q×3 F Q×3 F Q×44",
            orders: orders)
    }

    /// Every sending is answered by 3 or 103, and the order is not there.
    static let neverDecided = FaultExpectation(
        told: ["started"] + Array(repeating: "unknown(gateway_undecided)", count: 3)
            + ["unknown(not_there_yet)", "left open unknown(not_there_yet)"],
        journal: ["intent", "unknown(gateway_undecided)", "again", "again", "unknown(not_there_yet)"],
        requests: "F Q F Q F Q×45", orders: 0)

    /// Every answer, to sendings, too, says by the state that there is no such order.
    static func absent(orders: Int) -> FaultExpectation {
        FaultExpectation(
            told: ["started"] + Array(repeating: "unknown(not_there_yet)", count: 3)
                + ["left open unknown(not_there_yet)"],
            journal: ["intent", "unknown(not_there_yet)", "again", "again"], requests: "F Q×2 F Q×2 F Q×43",
            orders: orders)
    }
}
