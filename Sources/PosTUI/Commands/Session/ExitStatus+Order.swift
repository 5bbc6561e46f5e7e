import PayEngine

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
