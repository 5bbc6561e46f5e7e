import ArgumentParser
import PayEngine

/// What `query` and `unfreeze-history` take alike.
struct LookUpOptions: ParsableArguments {
    @OptionGroup var configurationOption: ConfigurationOption
    @Argument(help: "The order's number, or another that the journal knows: a release's, a consume's, the platform's.")
    var number: String
    @Option(help: "For an order that this till's journal does not know: wechat or alipay.")
    var platform: PayPlatform?
    @Flag(help: "Print JSON.")
    var json = false

    /// Looks the order up and prints what was found.
    func run(releaseNumber: String? = nil, showsReleases: Bool) async throws -> LookUp {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let lookUp = try await LookUpRun(
            session: session, number: number, releaseNumber: releaseNumber, platform: platform
        ).run()
        LookUpPrinter(session: session, json: json, showsReleases: showsReleases).print(lookUp)
        return lookUp
    }
}
