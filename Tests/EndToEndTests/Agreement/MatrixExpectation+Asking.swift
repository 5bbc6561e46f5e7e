import PayEngine

@testable import SandboxGateway

extension MatrixExpectation {
    /// What a struck question says.
    private enum Reply {
        /// What it would have said anyway.
        case truth
        /// The same, and so late that the order could be there by then.
        case lateTruth
        /// Nothing new.
        case nothing
        /// That the order is not there.
        case absence
        /// A state that nobody knows, or none.
        case oddState
    }

    /// Of an order whose first sending brought no answer, and whose first three questions are struck.
    static func asking(_ cell: MatrixCell) -> MatrixExpectation? {
        let done = Step.told(cell.lane.done)
        let noAnswer = Step.told("unknown(no_answer)")
        let notThere = Step.told("unknown(not_there_yet)")
        let odd = Step.told("unknown(unrecognised_state)")
        guard let reply = reply(cell) else { return nil }
        if cell.lane == .codeAlipay {
            let scanning = Step.told("offered waiting(customer_scanning)")
            return MatrixExpectation(reply == .oddState ? [scanning, odd, done] : [scanning, done])
        }
        switch (cell.moment, reply) {
        case (.during, _): return nil
        case (.after, .truth), (.after, .lateTruth), (.after, .nothing): return MatrixExpectation([noAnswer, done])
        case (.after, .oddState): return MatrixExpectation([noAnswer, odd, done])
        case (.after, .absence):
            // A freeze is sent again, which makes no second one; a release or consume is not, as the totals have moved.
            return MatrixExpectation([noAnswer, notThere] + (cell.lane.isMovement ? [done] : [.again(cell.lane.done)]))
        case (.before, .truth), (.before, .absence):
            return MatrixExpectation([noAnswer, notThere, .again(cell.lane.done)])
        case (.before, .nothing), (.before, .lateTruth): return MatrixExpectation([noAnswer, .again(cell.lane.done)])
        case (.before, .oddState):
            // A state was shown, so it did arrive, and goes out no more.
            return cell.fault == .state
                ? MatrixExpectation([noAnswer, odd, notThere], later: ["refused(never_arrived)"], effects: 0)
                : MatrixExpectation([noAnswer, odd, .again(cell.lane.done)])
        }
    }

    /// Nil for faults that strike no question.
    private static func reply(_ cell: MatrixCell) -> Reply? {
        let isBefore = cell.moment == .before
        switch cell.fault {
        case .works, .closeAfter, .status407Other: return .truth
        case .slow: return .lateTruth
        case .status104, .absentState: return .absence
        case .status3, .status101, .status102, .status103, .status407, .status999, .lost, .swallowed, .reset, .half,
            .hang, .badSignature, .noSignature, .otherMerchant, .notJSON, .invalidUTF8, .huge, .html502, .html200,
            .redirect:
            return .nothing
        case .status3Made, .status104State:
            // Of an order that is not there nothing can be shown. An empty history is a signed answer all the same.
            if isBefore, cell.struck != .queryUnfreezeOrder { return .truth }
            return isBefore && cell.fault == .status104State ? .absence : .nothing
        case .otherNumber, .otherAmount, .otherPlatform, .bothExts, .state, .noExt:
            return spoilt(cell)
        case .password, .passwordNever, .customerStops, .stopped, .paymentError, .created, .transforming, .absent,
            .lateFrozen, .notThere, .queryRefused, .history, .historyOver, .historyConsumed, .failed, .lateDone,
            .refunded, .pingDown, .skew:
            return nil
        }
    }

    /// An order that is not there leaves less to spoil: of a freeze the state alone is told, of a release nothing is,
    /// while a consume is told with all its fields.
    private static func spoilt(_ cell: MatrixCell) -> Reply {
        let isOdd = cell.fault == .state || cell.fault == .noExt
        if cell.moment == .before, cell.struck == .queryFreezeOrder { return .truth }
        if cell.moment == .before, cell.struck == .queryUnfreezeOrder {
            return cell.fault == .otherPlatform ? .nothing : .truth
        }
        return isOdd ? .oddState : .nothing
    }

    /// Of a release or consume whose question what is held is struck: only a plain answer lets it begin.
    static func holding(_ cell: MatrixCell) -> MatrixExpectation? {
        switch reply(MatrixCell(lane: cell.lane, struck: cell.struck, fault: cell.fault, moment: .after)) {
        case nil: nil
        case .truth, .lateTruth: MatrixExpectation([.told(cell.lane.done)])
        case .nothing, .absence, .oddState: .rejected
        }
    }

    /// The sending goes out at once after that question: where the line was closed behind its answer and the till can't
    /// know yet, the request is lost on it, which is seen as any loss is.
    static func closing(_ cell: MatrixCell) -> MatrixExpectation? {
        guard cell.fault == .closeAfter, cell.lane.isMovement, cell.struck == .queryFreezeOrder else { return nil }
        var expectation = MatrixExpectation(
            [.told("unknown(no_answer)"), .told("unknown(not_there_yet)"), .again(cell.lane.done)])
        expectation.sendings = 1
        return expectation
    }
}
