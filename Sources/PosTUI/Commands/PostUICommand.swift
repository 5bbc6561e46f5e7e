import ArgumentParser
import FoundationEssentials
import Glibc
import PayEngine

/// The command `postui`.
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

    /// Runs the command line and returns the exit status.
    ///
    /// Usage errors are 2, like all wrong input. The till runs on the main thread from its start to its end: no other
    /// command, and nothing before, may wait for something asynchronous, since the main thread is left for good by the
    /// first who does.
    @MainActor static func runMain() async -> ExitStatus {
        let language = TillConfiguration.Language(environment: ProcessInfo.processInfo.environment)
        let errors = JSONErrors(arguments: CommandLine.arguments)
        let lastWords = Phrase.wanting(.eventLoop).text(in: language)
        if let want = StartCheck.run(lastWords: lastWords, lastData: errors.data(lastWords)) {
            errors.tell(Phrase.wanting(want).text(in: language))
            return .journal
        }
        if let path = TimeZoneFile.trouble(zone: getenv("TZ").map { String(cString: $0) }) {
            errors.tell(Phrase.wrongTimeZoneFile(path).text(in: language))
            return .wrongInput
        }
        let status = await runParsed(language)
        guard let number = StandardStreams.outputFailure else { return status }
        StandardStreams.tell(Phrase.outputFailed(errno: number).text(in: language))
        // An order keeps its own status; a command that only reads has failed.
        return StandardStreams.keepsStatus ? status : .journal
    }

    @MainActor private static func runParsed(_ language: TillConfiguration.Language) async -> ExitStatus {
        do {
            var command = try parsed(language)
            StandardStreams.keepsStatus = command is any MoneyCommand
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
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

    private static func parsed(_ language: TillConfiguration.Language) throws -> any ParsableCommand {
        let words: CommandWords
        do throws(CommandWords.UnknownCommand) {
            words = try CommandWords(Array(CommandLine.arguments.dropFirst()))
        } catch {
            throw ValidationError(Phrase.unknownCommand(error.word, nearest: error.nearest).text(in: language))
        }
        return try parseAsRoot(words.arguments)
    }
}

/// A command that makes or settles something: its exit status is the order's, whether or not it could be printed.
protocol MoneyCommand: ParsableCommand {}

extension FreezeCommand: MoneyCommand {}
extension ShowCodeCommand: MoneyCommand {}
extension UnfreezeCommand: MoneyCommand {}
extension ConsumeCommand: MoneyCommand {}
extension CloseCommand: MoneyCommand {}
extension ReconcileCommand: MoneyCommand {}
