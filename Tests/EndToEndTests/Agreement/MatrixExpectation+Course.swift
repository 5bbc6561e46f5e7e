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
        let stopped = isWeChat ? "refused(customer_stopped)" : "refused(closed_unpaid)"
        switch cell.fault {
        case .password: return ["waiting(customer_typing)", done]
        case .passwordNever: return ["waiting(customer_typing)"]
        case .customerStops: return ["waiting(customer_typing)", stopped]
        case .stopped: return [stopped]
        case .paymentError, .lateFrozen: return [isWeChat ? "refused(payment_error)" : "refused(closed_unpaid)"]
        case .created:
            return [isWeChat || isMovement ? "unknown(being_made)" : "waiting(customer_typing)", done]
        case .transforming: return ["unknown(being_made)", done]
        case .absent: return ["unknown(not_there_yet)"]
        case .history: return [done]
        // The answer to a freeze shows nothing of them; a question does.
        case .historyOver, .historyConsumed: return [cell.moment == .after ? "over(released_or_consumed)" : done]
        case .failed, .lateDone: return ["refused(failed_at_platform)"]
        case .refunded: return [done]
        default: return nil
        }
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
        default: return ([], 1, false)
        }
    }
}
