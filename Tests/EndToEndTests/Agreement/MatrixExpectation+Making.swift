import PayEngine

@testable import SandboxGateway

extension MatrixExpectation {
    private static let notThere = "unknown(not_there_yet)"

    /// Of a micro_freeze, an unfreeze or a deposit_consume that is struck.
    static func making(_ cell: MatrixCell) -> MatrixExpectation? {
        if cell.isCourse { return course(cell) }
        switch cell.moment {
        case .during: return cell.fault.comesToNothing ? nothing(cell) : heeded(cell)
        case .before: return absent(cell)
        case .after: return again(cell)
        }
    }

    /// The first sending is heeded, and its answer says so or says nothing.
    private static func heeded(_ cell: MatrixCell) -> MatrixExpectation? {
        let done = Step.told(cell.lane.done)
        if cell.fault == .status407Other {
            // Another till's freeze bears another code. A release and a consume bear nothing but their number.
            return cell.lane.isMovement
                ? MatrixExpectation([.told("unknown(number_used_before)"), done])
                : MatrixExpectation([.told("unknown(number_used_before)")], effects: 0, isOpen: true)
        }
        return MatrixExpectation((reason(cell.fault).map { [.told($0)] } ?? []) + [done])
    }

    /// Nothing comes of the first sending.
    private static func nothing(_ cell: MatrixCell) -> MatrixExpectation? {
        let done = cell.lane.done
        let used = "unknown(number_used_before)"
        let decided: [Fault: MatrixExpectation] = [
            .status101: MatrixExpectation(
                [.told("unknown(caller_wrong)"), .told("refused(caller_wrong)")], effects: 0),
            .status102: MatrixExpectation([.told("refused(new_number_needed)")], effects: 0),
            .status104: MatrixExpectation([.told("refused(refused_by_gateway)")], effects: 0),
            // Never sent again.
            .status407: cell.lane.isMovement
                ? neverThere(used, mayGoAgain: false) : MatrixExpectation([.told(used)], effects: 0, isOpen: true),
            .absentState: MatrixExpectation([.told(notThere), .again(done)]),
            // The question comes after three seconds, and then it counts.
            .status3: MatrixExpectation([.told("unknown(gateway_undecided)"), .again(done)]),
            .status103: MatrixExpectation([.told("unknown(gateway_undecided)"), .again(done)]),
        ]
        return decided[cell.fault]
            ?? reason(cell.fault).map { MatrixExpectation([.told($0), .told(notThere), .again(done)]) }
    }

    /// The answer to the first sending is spoilt, and the platform knows nothing of the order.
    private static func absent(_ cell: MatrixCell) -> MatrixExpectation? {
        let used = "unknown(number_used_before)"
        let decided: [Fault: MatrixExpectation] = [
            .status3Made: MatrixExpectation(
                [.told("unknown(gateway_undecided)"), .again(notThere), .again(nil)],
                later: ["refused(never_arrived)"], effects: 0),
            // The gateway showed something, so that the bytes are not sent again.
            .state: neverThere(reason(cell.fault), mayGoAgain: false),
            .status407Other: cell.lane.isMovement
                ? neverThere(used, mayGoAgain: false) : MatrixExpectation([.told(used)], effects: 0, isOpen: true),
        ]
        return decided[cell.fault] ?? neverThere(reason(cell.fault))
    }

    /// The order is made and not seen; the same bytes are struck the second time.
    private static func again(_ cell: MatrixCell) -> MatrixExpectation? {
        let lost: [Step] = [.told("unknown(no_answer)"), .told(notThere)]
        // A movement is in work until then, so that the totals have not moved.
        let work: [Step] = cell.lane.isMovement ? [.told("unknown(being_made)")] : []
        let done = [Step.told(cell.lane.done)]
        if cell.fault == .absentState { return MatrixExpectation(lost + [.again(nil)] + work + done) }
        // Sent again a refusal refuses nothing: the first sending was heeded.
        let refusals: Set<Fault> = [.status101, .status102, .status104]
        let reason = refusals.contains(cell.fault) ? "unknown(gateway_undecided)" : reason(cell.fault)
        return reason.map { MatrixExpectation(lost + [.again($0)] + work + done) }
    }
}
