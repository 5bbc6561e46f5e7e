import ArgumentParser
import PayEngine

/// The command `postui unfreeze-history`.
struct UnfreezeHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unfreeze-history", abstract: "Show the releases of a deposit.")

    @OptionGroup var options: LookUpOptions
    @Option(help: ArgumentHelp("Only this release.", valueName: "number"))
    var unfreezeNo: String?

    @MainActor func run() async throws {
        throw ExitStatus(history: try await options.run(releaseNumber: unfreezeNo, showsReleases: true))
    }
}
