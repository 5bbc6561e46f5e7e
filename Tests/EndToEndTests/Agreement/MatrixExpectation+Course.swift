import PayEngine

@testable import SandboxGateway

extension MatrixExpectation {
    /// What becomes of the order itself: seen at once, by the second sending, or by the first question.
    static func course(_ cell: MatrixCell) -> MatrixExpectation? {
        let noAnswer = "unknown(no_answer)"
        let notThere = "unknown(not_there_yet)"
        // Their answers are lost anyway.
        let isHidden = cell.fault == .notThere || cell.fault == .queryRefused
        guard let seen = isHidden ? [noAnswer] : states(cell) else { return nil }
        var steps: [Step]
        switch cell.moment {
        case .during: steps = seen.map(Step.told)
        case .before: steps = [.told(noAnswer), .told(notThere), .again(seen[0])] + seen.dropFirst().map(Step.told)
        case .after: steps = [.told(noAnswer)] + (isHidden ? [] : seen.map(Step.told))
        }
        let end = end(cell, &steps)
        return MatrixExpectation(steps, later: end.later, effects: end.effects, isOpen: end.isOpen)
    }

    /// One state after the other, as answers show it.
    private static func states(_ cell: MatrixCell) -> [String]? {
        let done = cell.lane.done
        let isWeChat = cell.lane.platform == .wechat
        let isMovement = cell.lane.isMovement
        let failed = isWeChat ? "refused(payment_error)" : "refused(closed_unpaid)"
        let stopped = isWeChat ? "refused(customer_stopped)" : "refused(closed_unpaid)"
        // Alipay's 4 and 5 decide nothing by themselves. A question asks for the deposit's sums besides.
        let isAlipaysConsume = !isWeChat && (cell.lane == .consumeAlipay || cell.lane == .consumeKeeping)
        let isSeenByQuestion = !isAlipaysConsume || cell.moment == .after
        let failure = (isSeenByQuestion ? [] : ["unknown(refunded_or_closed)"]) + ["refused(failed_at_platform)"]
        let states: [Fault: [String]] = [
            .password: ["waiting(customer_typing)", done], .passwordNever: ["waiting(customer_typing)"],
            .customerStops: ["waiting(customer_typing)", stopped], .stopped: [stopped],
            .paymentError: [failed], .lateFrozen: [failed],
            .created: [isWeChat || isMovement ? "unknown(being_made)" : "waiting(customer_typing)", done],
            .transforming: [isAlipaysConsume ? "unknown(refunded_or_closed)" : "unknown(being_made)", done],
            .absent: ["unknown(not_there_yet)"],
            .history: [done],
            // The answer to a freeze shows nothing of them; a question does.
            .historyOver: [cell.moment == .after ? "over(released_or_consumed)" : done],
            .historyConsumed: [cell.moment == .after ? "over(released_or_consumed)" : done],
            .failed: failure, .lateDone: failure, .refunded: [done],
        ]
        return states[cell.fault]
    }

    private static func end(
        _ cell: MatrixCell, _ steps: inout [Step]
    ) -> (later: [String], effects: Int, isOpen: Bool) {
        let notThere = Step.told("unknown(not_there_yet)")
        switch cell.fault {
        case .passwordNever: return ([], 0, true)
        case .customerStops, .stopped, .paymentError, .failed: return ([], 0, false)
        case .lateFrozen, .lateDone: return ([cell.lane.done], 1, false)
        case .absent:
            // The same state as before says nothing new.
            let agains = steps.count { if case .again = $0 { true } else { false } }
            steps += Array(repeating: .again(nil), count: 2 - agains)
            if cell.moment == .before { steps[2] = .again(nil) }
            return (["refused(never_arrived)"], 0, false)
        case .notThere:
            steps += [notThere, .told(cell.lane.done)]
            return ([], 1, false)
        case .queryRefused:
            // A freeze is sent again, and its answer shows it. A release or consume is not: the totals have moved.
            steps += [notThere] + (cell.lane.isMovement ? [] : [.again(cell.lane.done)])
            return ([], 1, cell.lane.isMovement)
        case .history: return (cell.moment == .after ? [] : [cell.lane.done], 1, false)
        case .historyOver, .historyConsumed:
            return (cell.moment == .after ? [] : ["over(released_or_consumed)"], 1, false)
        case .password, .created, .transforming, .refunded, .works, .status3, .status3Made, .status101, .status102,
            .status103, .status104, .status104State, .status407, .status407Other, .status999, .absentState, .lost,
            .swallowed, .reset, .half, .slow, .hang, .closeAfter, .badSignature, .noSignature, .otherNumber,
            .otherAmount, .otherMerchant, .otherPlatform, .state, .noExt, .bothExts, .notJSON, .invalidUTF8, .huge,
            .html502, .html200, .redirect, .pingDown, .skew:
            return ([], 1, false)
        }
    }
}
