import ArgumentParser
import PayEngine

/// The command `postui journal index`.
struct JournalIndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Make the indexes anew by which orders are found. Wants the till closed.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Flag(help: "Make them all anew. Says how many segments and names they hold.")
    var rebuild = false

    func validate() throws {
        guard rebuild else { throw ValidationError("Say --rebuild: indexes are looked after by the till itself.") }
    }

    func run() throws {
        let session = EngineSession(configuration: try configurationOption.load(), json: .none)
        try session.tellMissingJournal()
        let indexing: JournalIndexing
        do {
            indexing = try JournalIndexing(rebuilding: session.configuration, log: session.log("journal"))
        } catch {
            throw session.refuse(.deskCannotOpen(error), .journal)
        }
        for phrase in Phrase.journalIndexing(indexing) {
            StandardStreams.print(phrase.text(in: session.language))
        }
    }
}
