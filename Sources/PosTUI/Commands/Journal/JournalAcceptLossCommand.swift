import ArgumentParser
import PayEngine

/// The command `postui journal accept-loss`.
struct JournalAcceptLossCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept-loss",
        abstract: "Let the till go on although something is lost from its journal that can't be restored.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("Who accepts it: a supervisor's ID.", valueName: "id"))
    var staff: String
    @Option(help: ArgumentHelp("Why it can't be restored; the journal keeps it.", valueName: "text"))
    var reason: String
    @OptionGroup var pinOption: PinOption

    func run() throws {
        let session = EngineSession(configuration: try configurationOption.load(), json: .none)
        let acceptance: AcceptedLoss
        do {
            acceptance = try AcceptedLoss(staffID: staff, reason: reason, configuration: session.configuration)
        } catch {
            throw session.refuse(.acceptedLossRefusal(error))
        }
        if try session.tellMissingJournal() { throw ExitStatus.journal }
        // Before the journal is locked: people take their time.
        try pinOption.confirm(staff, session: session)
        let desk = try session.desk(accepting: acceptance)
        try BlockingTask.run { await desk.close() }
        StandardStreams.print(Phrase.lossAccepted(by: acceptance.staffID).text(in: session.language))
    }
}
