import ArgumentParser
import PayEngine

/// The command `postui unfreeze`.
struct UnfreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unfreeze", abstract: "Release a deposit, whole or in part, by a supervisor's word.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Argument(help: "The deposit's number.")
    var number: String
    @Option(help: ArgumentHelp("Amount in yuan; without it all that is left.", valueName: "yuan"))
    var amount: String?
    @Option(help: ArgumentHelp("Who approves it: a supervisor's ID.", valueName: "id"))
    var staff: String
    @OptionGroup var pinOption: PinOption
    @Option(help: "For a deposit that this till's journal does not know: wechat or alipay.")
    var platform: PayPlatform?
    @Option(help: "A remark, sent with the release.")
    var remark: String?
    @Option(help: ArgumentHelp("How long to ask what became of it; 0: not at all.", valueName: "seconds"))
    var wait: SecondsArgument?
    @Flag(help: "Print JSON.")
    var json = false

    @MainActor func run() async throws {
        let errors = json ? JSONErrors.notSent : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let run = OrderCommandRun(session: session, json: json)
        let request = ReleaseRequest(
            number: try session.number(number), amount: try amount.map(run.amount), platform: platform,
            staffID: session.configuration.staff.isEmpty ? nil : staff, remark: remark, wait: wait?.duration)
        // Before the journal is locked: people take their time.
        let approval = try await pinOption.approve(request.approvedAction, by: staff, session: session)
        throw try await run.run { await $0.release(request, approvedBy: approval) }
    }
}
