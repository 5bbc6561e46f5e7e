import ArgumentParser
import PayEngine

/// The command `postui consume`.
struct ConsumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consume", abstract: "Keep a deposit as a sale, whole or in part; the rest is released.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Argument(help: "The deposit's number.")
    var number: String
    @Option(help: ArgumentHelp("Amount in yuan that is kept, for example 12.50.", valueName: "yuan"))
    var amount: String
    @Flag(help: "Leave the rest frozen (Alipay only).")
    var keepRest = false
    @Option(help: "What the customer reads; else the configured text.")
    var body: String?
    @Option(help: "A remark, sent with the sale.")
    var remark: String?
    @OptionGroup var detailOption: DetailOption
    @OptionGroup var wechat: WeChatOptions
    @Option(help: ArgumentHelp("Who asks: a listed staff ID.", valueName: "id"))
    var staff: String?
    @Option(help: "For a deposit that this till's journal does not know: wechat or alipay.")
    var platform: PayPlatform?
    @Option(help: ArgumentHelp("How long to ask what became of it; 0: not at all.", valueName: "seconds"))
    var wait: SecondsArgument?
    @Flag(help: "Print JSON.")
    var json = false

    @MainActor func run() async throws {
        let errors = json ? JSONErrors.notSent : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let run = OrderCommandRun(session: session, json: json)
        let request = ConsumeRequest(
            number: try session.number(number), amount: try run.amount(amount), keepsRest: keepRest,
            platform: platform, staffID: staff, body: body, remark: remark,
            options: OrderOptions(
                detail: try detailOption.read(session), attach: wechat.attach, goodsTag: wechat.goodsTag,
                limitPay: wechat.limitPay),
            wait: wait?.duration)
        throw try await run.run { await $0.consume(request) }
    }
}
