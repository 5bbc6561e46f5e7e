import ArgumentParser
import FoundationEssentials
import PayEngine

/// The command `postui demo`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Open a till on a sandbox of its own: no account needed, no money moved.")

    @Option(help: "Language of the screen: zh-Hans or en; else from LANG.")
    var language: DemoLanguage?

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let language = language?.language ?? TillConfiguration.Language(environment: environment)
        do {
            throw try HeldTerminal.during { try open(language, environment: environment) }
        } catch let failure as DemoFailure {
            StandardStreams.tell(Phrase.demoFailure(failure).text(in: language))
            throw ExitStatus.wrongInput
        } catch let error as ConfigurationError {
            StandardStreams.tell(error.text(in: language))
            throw ExitStatus.wrongInput
        }
    }
    private func open(
        _ language: TillConfiguration.Language, environment: [String: String]
    ) throws -> ExitStatus {
        let folder = try DemoFolder(environment: environment, language: language)
        let sandbox = try DemoSandbox(folder: folder)
        defer { sandbox.end() }
        let file = try folder.writeConfiguration(port: sandbox.port)
        let configuration = try TillConfiguration.load(path: file, environment: environment)
        let session = EngineSession(configuration: configuration, json: .none)
        return try TillSession(session: session, staffID: nil, demoHint: sandbox.hint(language)).run()
    }
}
