import PayEngine

@testable import SandboxGateway

extension MatrixExpectation {
    private static let scanning = Step.told("offered waiting(customer_scanning)")
    /// No code came, so that nobody scans one; until it is too old the platform knows no order.
    private static let unseen = Step.told("waiting(customer_scanning)")
    private static let tooOld = ["unknown(not_there_yet)", "refused(never_arrived)"]

    /// Of a scancode_freeze that is struck, where the customer scans and pays what the till shows, and nothing else.
    static func code(_ cell: MatrixCell) -> MatrixExpectation? {
        let done = Step.told(cell.lane.done)
        let typing = Step.told("waiting(customer_typing)")
        let closed = Step.told("refused(closed_unpaid)")
        switch cell.fault {
        case .works, .slow, .closeAfter: return MatrixExpectation([scanning, done])
        case .password, .created: return MatrixExpectation([scanning, typing, done])
        case .transforming: return MatrixExpectation([scanning, .told("unknown(being_made)"), done])
        case .passwordNever:
            return MatrixExpectation([scanning, typing], later: ["refused(closed_unpaid)"], effects: 0)
        case .customerStops: return MatrixExpectation([scanning, typing, closed], effects: 0)
        case .stopped, .paymentError: return MatrixExpectation([scanning, closed], effects: 0)
        case .lateFrozen: return MatrixExpectation([scanning, closed], later: [cell.lane.done])
        case .history: return MatrixExpectation([scanning, done])
        case .historyOver, .historyConsumed: return MatrixExpectation([scanning, .told("over(released_or_consumed)")])
        case .absent: return MatrixExpectation([scanning], later: tooOld, effects: 0)
        case .notThere:
            return MatrixExpectation([.told("unknown(no_answer)"), unseen], later: tooOld, effects: 0)
        case .queryRefused:
            // A refusal of the question alone never settles it.
            return MatrixExpectation(
                [.told("unknown(no_answer)"), unseen], later: ["unknown(not_there_yet)"], effects: 0, isOpen: true)
        case .status101:
            return MatrixExpectation([.told("unknown(caller_wrong)"), .told("refused(caller_wrong)")], effects: 0)
        case .status102: return MatrixExpectation([.told("refused(new_number_needed)")], effects: 0)
        // A refusal with a code shows no state.
        case .status104, .status104State: return MatrixExpectation([.told("refused(refused_by_gateway)")], effects: 0)
        case .status407, .status407Other:
            return MatrixExpectation([.told("unknown(number_used_before)")], effects: 0, isOpen: true)
        case .status3, .status3Made, .status103, .status999, .lost, .swallowed, .reset, .half, .hang, .badSignature,
            .noSignature, .noExt, .notJSON, .invalidUTF8, .huge, .html502, .html200, .redirect:
            return reason(cell.fault).map { MatrixExpectation([.told($0), unseen], later: tooOld, effects: 0) }
        case .absentState, .otherNumber, .otherAmount, .otherMerchant, .otherPlatform, .state, .bothExts, .failed,
            .lateDone, .refunded, .pingDown, .skew:
            return nil
        }
    }
}

extension MatrixCell {
    var expected: MatrixExpectation? {
        if struck == lane.making { return lane == .codeAlipay ? .code(self) : .making(self) }
        return struck == lane.asking ? .asking(self) : .holding(self)
    }
}
