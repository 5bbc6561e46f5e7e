import ArgumentParser
import PayEngine

/// `postui query`
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Ask the gateway what became of a freeze order.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Argument(help: "The order's number.")
    var number: String
    @Option(help: "For an order that this till's journal does not know: wechat or alipay.")
    var platform: PayPlatform?
    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let lookUp = try LookUpRun(session: session, number: number, releaseNumber: nil, platform: platform).run()
        LookUpPrinter(session: session, json: json, showsReleases: false).print(lookUp)
        throw ExitStatus(lookUp)
    }
}
