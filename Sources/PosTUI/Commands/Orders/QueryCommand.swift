import ArgumentParser
import PayEngine

/// The command `postui query`.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Ask the gateway what became of a freeze order.")

    @OptionGroup var options: LookUpOptions

    func run() throws {
        throw ExitStatus(try options.run(showsReleases: false))
    }
}
