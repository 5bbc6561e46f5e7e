import ArgumentParser
import PayEngine

/// The command `postui show-code`.
struct ShowCodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show-code", abstract: "Show a code that the customer scans with Alipay to leave a deposit.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("Amount in yuan, for example 12.50.", valueName: "yuan"))
    var amount: String
    @Option(help: "What the customer reads; else the configured text.")
    var body: String?
    @Option(help: "A remark, sent with the order.")
    var remark: String?
    @Option(help: "Room, name or phone: stays in the journal and is never sent.")
    var reference: String?
    @OptionGroup var detailOption: DetailOption
    @Option(help: "Which ways of paying Alipay offers, as it names them; else the configured ones.")
    var enablePayChannels: String?
    @Option(help: ArgumentHelp("Who asks: a listed staff ID.", valueName: "id"))
    var staff: String?
    @Option(help: ArgumentHelp("How long to wait for the customer.", valueName: "seconds"))
    var wait: SecondsArgument?
    @Flag(help: "Print JSON: one object when the code is there, one at the end.")
    var json = false

    @MainActor func run() async throws {
        let errors = json ? JSONErrors.notSent : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let request = CodeRequest(
            amount: try amount(session), staffID: staff, body: body, remark: remark, reference: reference,
            options: OrderOptions(detail: try detailOption.read(session), payChannels: enablePayChannels),
            wait: wait?.duration)
        let offers = OfferPrinter(printer: OrderPrinter(session: session, json: json))
        let last = try await OrderRun(session: session, json: json).last(note: offers.receive) {
            await $0.offerCode(request)
        }
        switch OrderEnd(last) {
        case .made(let order):
            offers.printer.print(made: order)
            throw ExitStatus(order)
        case .seenBefore(let deposit):
            offers.printer.print(made: DepositOrder(deposit))
            throw ExitStatus(DepositOrder(deposit))
        case .rejected(let rejection):
            throw session.refuse(.rejection(rejection), ExitStatus(rejection))
        case .lost:
            throw session.tellLost()
        }
    }

    private func amount(_ session: EngineSession) throws -> Fen {
        do {
            return try Fen(yuan: amount)
        } catch {
            throw session.refuse(.wrongAmount(error, maximum: session.configuration.deposit.maximum))
        }
    }
}
