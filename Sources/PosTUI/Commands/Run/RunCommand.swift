import ArgumentParser
import PayEngine

/// `postui run`, which `postui` alone is, too.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Open the till.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("Who works at the till: a listed staff ID.", valueName: "id"))
    var staff: String?

    func run() throws {
        throw try HeldTerminal.during {
            let session = EngineSession(configuration: try configurationOption.load(), json: .none)
            return try TillSession(session: session, staffID: staff, demoHint: []).run()
        }
    }
}
