import ArgumentParser
import PayEngine

/// The command `postui journal stat`.
struct JournalStatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stat", abstract: "Tell the journal in numbers: lines, orders by state, amounts, files.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        try session.tellMissingJournal()
        let statistics: JournalStatistics
        do {
            statistics = try JournalStatistics(directory: session.configuration.journalDirectory)
        } catch {
            throw session.refuse(.journalNotReadable(error), .journal)
        }
        if json {
            StandardStreams.print(JSONOutput.encode(JournalStatReport(statistics)))
        } else {
            for phrase in Phrase.journalStatistics(statistics, zone: .local) {
                StandardStreams.print(phrase.text(in: session.language))
            }
        }
        if statistics.check.isContradicted {
            try session.tell(contradictions: statistics.check.contradictions)
        } else {
            for finding in statistics.check.findings where finding.isDamage {
                StandardStreams.tell(Phrase.journalFinding(finding).text(in: session.language))
            }
        }
    }
}
