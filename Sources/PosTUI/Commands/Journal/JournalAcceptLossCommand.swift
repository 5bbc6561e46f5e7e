import ArgumentParser
import PayEngine

/// The command `postui journal accept-loss`.
struct JournalAcceptLossCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept-loss",
        abstract: "Let the till go on although something is lost from its journal that can't be restored.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("Who accepts it: a supervisor's ID.", valueName: "id"))
    var staff: String
    @Option(help: ArgumentHelp("Why it can't be restored; the journal keeps it.", valueName: "text"))
    var reason: String
    @OptionGroup var pinOption: PinOption

    @MainActor func run() async throws {
        let session = EngineSession(configuration: try configurationOption.load(), json: .none)
        try refuseEarly(session)
        if try session.tellMissingJournal() { throw ExitStatus.journal }
        // Before the journal is locked: people take their time.
        let approval = try await pinOption.approve(.acceptedLoss, by: staff, session: session)
        let acceptance = try accept(by: approval, session)
        let desk = try session.desk(accepting: acceptance)
        await desk.close()
        StandardStreams.print(Phrase.lossAccepted(by: acceptance.staffID).text(in: session.language))
    }

    /// Said before a PIN is asked for.
    private func refuseEarly(_ session: EngineSession) throws {
        do throws(AcceptedLossRefusal) {
            try AcceptedLoss.check(reason: reason)
            if let refusal = session.configuration.refusal(of: staff, for: .acceptedLoss) { throw .approval(refusal) }
        } catch {
            throw session.refuse(.acceptedLossRefusal(error))
        }
    }

    private func accept(by kept: KeptApproval, _ session: EngineSession) throws -> AcceptedLoss {
        let members = StaffApproval(configuration: session.configuration, log: session.log("staff"))
        do throws(AcceptedLossRefusal) {
            guard let approval = kept.take() else { throw .approval(.lapsed) }
            return try AcceptedLoss(reason: reason, approvedBy: approval, of: members)
        } catch {
            throw session.refuse(.acceptedLossRefusal(error))
        }
    }
}
