import ArgumentParser
import PayEngine

/// `postui unfreeze-history`
struct UnfreezeHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unfreeze-history", abstract: "Show the releases of a deposit.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Argument(help: "The order's number.")
    var number: String
    @Option(help: ArgumentHelp("Only this release.", valueName: "number"))
    var unfreezeNo: String?
    @Option(help: "For an order that this till's journal does not know: wechat or alipay.")
    var platform: PayPlatform?
    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let lookUp = try LookUpRun(
            session: session, number: number, releaseNumber: unfreezeNo, platform: platform
        ).run()
        LookUpPrinter(session: session, json: json, showsReleases: true).print(lookUp)
        throw ExitStatus(history: lookUp)
    }
}
