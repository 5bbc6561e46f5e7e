import ArgumentParser
import PayEngine

/// The command `postui close`.
struct CloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close an open question by hand, after one last query.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Argument(help: "The order's number.")
    var number: String
    @Option(help: ArgumentHelp("Who closes it: a supervisor's ID.", valueName: "id"))
    var staff: String
    @Option(help: ArgumentHelp("Why; the journal keeps it.", valueName: "text"))
    var reason: String
    @OptionGroup var pinOption: PinOption
    @Flag(help: "Print JSON.")
    var json = false

    @MainActor func run() async throws {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let number = try session.number(number)
        try refuseEarly(number, session)
        // Before the journal is locked: people take their time.
        let approval = try await pinOption.approve(.closing(number), by: staff, session: session)
        if try session.tellMissingJournal() { throw session.refuse(.closingRefusal(.noSuchOrder)) }
        let desk = try await session.commandDesk()
        let result = await Interruption.handled { [session] in
            ProcessExit.exit(session.refuse(.interrupted(number), .unknown))
        } during: {
            await session.withDesk(desk) { [reason] desk -> Result<DepositOrder, ClosingRefusal> in
                do throws(ClosingRefusal) {
                    return .success(try await desk.close(number, reason: reason, approvedBy: approval))
                } catch {
                    return .failure(error)
                }
            }
        }
        switch result {
        case .success(let order):
            OrderPrinter(session: session, json: json).print(listed: order)
        case .failure(let refusal):
            throw session.refuse(.closingRefusal(refusal), ExitStatus(refusal))
        }
    }
}

extension CloseCommand {
    /// Refuses what can't be closed before a PIN is asked for.
    ///
    /// What the journal does not tell here the desk finds out later.
    private func refuseEarly(_ number: OrderNumber, _ session: EngineSession) throws {
        guard let deposit = try? session.archive.deposit(named: number.text) else { return }
        guard let order = deposit.order(number).map({ DepositOrder(deposit, $0) }) else { return }
        let now = SystemClock().monotonic
        guard order.isOpen, let seconds = order.secondsToClose(monotonic: now, boot: SystemClock.journalBoot) else {
            return
        }
        throw session.refuse(.closingRefusal(.tooEarly(secondsLeft: seconds)))
    }
}

extension ExitStatus {
    fileprivate init(_ refusal: ClosingRefusal) {
        switch refusal {
        case .settledMeanwhile(let order): self.init(order)
        case .journal, .notFound: self = .journal
        case .noSuchOrder, .notOpen, .tooEarly, .approval, .reasonMissing, .reasonTooLong:
            self = .wrongInput
        }
    }
}
