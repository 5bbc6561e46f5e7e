import PayEngine

/// Looks one order up for a command, beside a till that may be running.
struct LookUpRun {
    let session: EngineSession
    let number: String
    let releaseNumber: String?
    let platform: PayPlatform?

    func run() async throws -> LookUp {
        let number = try session.number(number)
        let release = try releaseNumber.map { try session.number($0) }
        try session.tellMissingJournal()
        let local = try session.reading { archive throws(DeskError) in try archive.deposit(named: number.text) }
        if local == nil {
            session.tell(missing: try session.reading { archive throws(DeskError) in try archive.missing() })
        }
        // It never goes to the gateway.
        guard local != nil || number.mayNameDeposit else { throw session.refuse(.noDepositNumber) }
        guard platform != nil || local != nil else {
            throw session.refuse(.platformOptionNeeded)
        }
        let gateway = try session.gateway()
        do {
            return try await Interruption.handled { [session] in
                ProcessExit.exit(session.refuse(.interrupted(number), .unknown))
            } during: {
                try await session.archive.lookUp(
                    number, releaseNumber: release, platform: platform, configuration: session.configuration,
                    gateway: gateway)
            }
        } catch let error as DeskError {
            throw session.refuse(.deskCannotOpen(error), .journal)
        }
    }
}

extension ExitStatus {
    /// Of `query`.
    init(_ lookUp: LookUp) {
        switch lookUp.orderProblem {
        case .gatewayDown: self = .unreachable
        // Whatever the gateway does not tell of an order that is open here: it stays open.
        case .refused, .notShown: self = lookUp.local?.outcome.isSettled == false ? .unknown : .refused
        case .notThere: self = .refused
        case .unknown: self = .unknown
        case .platformNeeded, .noNumber: self = .wrongInput
        case nil: self = lookUp.outcome?.isSettled == true ? .done : .unknown
        }
    }

    /// Of `unfreeze-history`, which needs the releases besides.
    init(history lookUp: LookUp) {
        let order = ExitStatus(lookUp)
        guard order == .done else {
            self = order
            return
        }
        switch lookUp.releasesProblem {
        case .gatewayDown: self = .unreachable
        case .refused, .notThere, .notShown: self = .refused
        case .unknown: self = .unknown
        case .platformNeeded, .noNumber: self = .wrongInput
        case nil: self = .done
        }
    }
}
