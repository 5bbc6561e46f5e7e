import ArgumentParser
import PayEngine

/// `postui`
struct PostUICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postui",
        abstract: "The deposit till for Tencent Cloud Pay: freezes, releases, consumes and looks up deposits.",
        version: Version.text,
        subcommands: [
            RunCommand.self, DemoCommand.self, FreezeCommand.self, ShowCodeCommand.self, QueryCommand.self,
            UnfreezeHistoryCommand.self, UnfreezeCommand.self, ConsumeCommand.self, OpenCommand.self,
            ReconcileCommand.self, CloseCommand.self, JournalCommand.self, StaffCommand.self,
        ],
        defaultSubcommand: RunCommand.self
    )

    /// Runs the command line and returns the exit status. Usage errors are 2, like all wrong input.
    static func runMain() -> ExitStatus {
        do {
            var command = try parseAsRoot()
            try command.run()
            return .done
        } catch let status as ExitStatus {
            return status
        } catch {
            // The parser repeats what it can't use: that may be a payment code at the wrong place.
            let text = LogRedactor(key: nil).redact(fullMessage(for: error))
            guard exitCode(for: error).isSuccess else {
                JSONErrors(arguments: CommandLine.arguments).tell(text)
                return .wrongInput
            }
            // Help and version are what was asked for.
            StandardStreams.print(text)
            return .done
        }
    }
}
