import PayEngine

/// A command's exit status.
///
/// A command throws it when it has told the rest.
struct ExitStatus: Error, Equatable {
    let code: Int32

    /// Frozen, released or consumed; the query or the check went well.
    static let done = ExitStatus(code: 0)
    /// Refused by the gateway or the customer; damage found by `journal verify`.
    static let refused = ExitStatus(code: 1)
    /// The input, the command line or the configuration is wrong; nothing was sent.
    static let wrongInput = ExitStatus(code: 2)
    /// The outcome is unknown, or still waiting.
    static let unknown = ExitStatus(code: 3)
    /// No gateway could be reached; nothing was sent.
    static let unreachable = ExitStatus(code: 4)
    /// The journal or the lock can't be used; nothing was sent.
    static let journal = ExitStatus(code: 5)
}

extension ExitStatus {
    /// Of any order that was made.
    init(_ order: DepositOrder) {
        switch order.outcome {
        case .done: self = .done
        case .refused, .over: self = .refused
        case .waiting, .unknown: self = .unknown
        case .notSent: self = .unreachable
        }
    }

    /// Makes the status of a request of which no order was made: nothing was sent.
    ///
    /// That the gateway knows no such deposit, or holds nothing, is its refusal (1); a deposit that is itself an open
    /// question, or has one, stays one (3). No answer that can be believed is like no gateway (4): the same command can
    /// be given again.
    init(_ rejection: OrderRejection) {
        switch rejection {
        case .noSuchDeposit, .refusedToTell: self = .refused
        case .notHeld(let outcome): self = outcome.isSettled ? .refused : .unknown
        case .otherIsOpen: self = .unknown
        case .gatewayDown, .gatewayClockUnknown, .undecided, .withdrawn: self = .unreachable
        case .platformNeeded, .wrongNumber, .amountIsZero, .aboveMaximum, .aboveLeft, .onlyWhole, .cannotKeepRest,
            .approval, .unknownStaff, .fieldTooLong, .holdsPaymentCode, .notOnPlatform:
            self = .wrongInput
        case .journal, .journalMoved, .noRandomBytes: self = .journal
        }
    }
}
