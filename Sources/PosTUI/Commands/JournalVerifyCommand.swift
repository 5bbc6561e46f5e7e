import ArgumentParser
import PayEngine

/// `postui journal verify`
struct JournalVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every line of the journal. Exits 1 when anything is damaged.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Flag(help: "Check the auditors' digests, too.")
    var full = false

    func run() throws {
        let session = EngineSession(configuration: try configurationOption.load(), json: .none)
        let check: JournalCheck
        do {
            check = try JournalCheck(directory: session.configuration.journalDirectory, full: full)
        } catch {
            throw session.refuse(.deskCannotOpen(error), .journal)
        }
        StandardStreams.print(Phrase.journalCheck(check).text(in: session.language))
        for finding in check.findings { StandardStreams.print(finding) }
        guard check.isClean else { throw ExitStatus.refused }
    }
}
