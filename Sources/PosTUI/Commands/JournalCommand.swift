import ArgumentParser

/// `postui journal`
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Read and check the journal.",
        subcommands: [JournalListCommand.self, JournalVerifyCommand.self])
}
