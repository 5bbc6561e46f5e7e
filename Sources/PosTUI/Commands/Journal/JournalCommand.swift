import ArgumentParser

/// The command `postui journal`.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Read and check the journal, also while the till runs.",
        subcommands: [
            JournalListCommand.self, JournalVerifyCommand.self, JournalExportCommand.self, JournalStatCommand.self,
            JournalFollowCommand.self, JournalIndexCommand.self, JournalAcceptLossCommand.self,
        ])
}
