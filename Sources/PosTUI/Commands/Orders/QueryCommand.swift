import ArgumentParser
import PayEngine

/// The command `postui query`.
struct QueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Ask the gateway what became of a freeze order.")

    @OptionGroup var options: LookUpOptions

    @MainActor func run() async throws {
        throw ExitStatus(try await options.run(showsReleases: false))
    }
}
