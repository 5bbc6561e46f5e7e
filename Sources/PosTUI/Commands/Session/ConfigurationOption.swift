import ArgumentParser
import FoundationEssentials
import PayEngine

/// `--config`, which every command takes.
struct ConfigurationOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Configuration file (else $POSTUI_CONFIG and the usual places).", valueName: "path"))
    var config: String?

    /// Reads the configuration, or tells all that is wrong with it and ends with status 2.
    func load(json: JSONErrors = .none) throws -> TillConfiguration {
        let environment = ProcessInfo.processInfo.environment
        do {
            return try TillConfiguration.load(path: config, environment: environment)
        } catch {
            let text = error.text(in: TillConfiguration.Language(environment: environment))
            // One error a line.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).repeatable }
            json.tell(lines.joined(separator: "\n"))
            throw ExitStatus.wrongInput
        }
    }
}
