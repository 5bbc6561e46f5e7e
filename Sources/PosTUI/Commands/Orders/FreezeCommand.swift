import ArgumentParser
import PayEngine

/// The command `postui freeze`.
struct FreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Freeze a deposit on the account behind a payment code.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("Amount in yuan, for example 12.50.", valueName: "yuan"))
    var amount: String
    @Option(
        help: ArgumentHelp(
            "Payment code; - reads it from standard input (others can see a code on the command line).",
            valueName: "code"))
    var code: String
    @Option(help: "What the customer reads; else the configured text.")
    var body: String?
    @Option(help: "A remark, sent with the order.")
    var remark: String?
    @Option(help: "Room, name or phone: stays in the journal and is never sent.")
    var reference: String?
    @OptionGroup var detailOption: DetailOption
    @OptionGroup var wechat: WeChatOptions
    @Option(help: "For Alipay: which ways of paying it offers, as Alipay names them.")
    var enablePayChannels: String?
    @Option(help: "Whose code it is, where its first digits don't tell: wechat or alipay.")
    var platform: PayPlatform?
    @Option(help: ArgumentHelp("Who asks: a listed staff ID.", valueName: "id"))
    var staff: String?
    @Option(help: ArgumentHelp("How long to ask what became of it; 0: not at all.", valueName: "seconds"))
    var wait: SecondsArgument?
    @Flag(help: "Print JSON.")
    var json = false

    @MainActor func run() async throws {
        let errors = json ? JSONErrors.notSent : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let request = try request(session)
        let last = try await OrderRun(session: session, json: json).last { await $0.freeze(request) }
        throw tell(last, session: session)
    }

    private func request(_ session: EngineSession) throws -> FreezeRequest {
        let configuration = session.configuration
        let amount: Fen
        do {
            amount = try Fen(yuan: self.amount)
        } catch {
            throw session.refuse(.wrongAmount(error, maximum: configuration.deposit.maximum))
        }
        let options = OrderOptions(
            detail: try detailOption.read(session), attach: wechat.attach, goodsTag: wechat.goodsTag,
            limitPay: wechat.limitPay, payChannels: enablePayChannels)
        let text = code == "-" ? readCode(session) : code
        do {
            let code = try AuthorCode(scanned: text, prefixes: configuration.codes, platform: platform)
            return FreezeRequest(
                amount: amount, code: code, staffID: staff, body: body, remark: remark, reference: reference,
                options: options, wait: wait?.duration)
        } catch {
            throw session.refuse(.wrongCode(error))
        }
    }

    /// Reads the code from standard input: on a terminal it is not shown, since it lives for a minute.
    ///
    /// What was scanned before the question counts.
    private func readCode(_ session: EngineSession) -> String {
        guard let prompt = PinPrompt(keepsTyped: true) else { return StandardStreams.readInputLine() ?? "" }
        return withExtendedLifetime(prompt) { prompt.ask(Phrase.codeQuestion.text(in: session.language)) ?? "" }
    }

    private func tell(_ last: OrderProgress?, session: EngineSession) -> ExitStatus {
        switch OrderEnd(last) {
        case .made(let order):
            OrderPrinter(session: session, json: json).print(made: order)
            return ExitStatus(order)
        case .seenBefore(let deposit):
            return tell(seenBefore: deposit, session: session)
        case .rejected(let rejection):
            return session.refuse(.rejection(rejection), ExitStatus(rejection))
        case .lost:
            return session.tellLost()
        }
    }

    /// Says that nothing was sent, and prints the earlier order.
    ///
    /// One of another amount is not what was asked for.
    private func tell(seenBefore deposit: Deposit, session: EngineSession) -> ExitStatus {
        let printer = OrderPrinter(session: session, json: json)
        StandardStreams.tell(printer.text(.seenBefore))
        printer.print(seenBefore: deposit)
        let isSameAmount = (try? Fen(yuan: amount)) == deposit.fee
        return isSameAmount ? ExitStatus(DepositOrder(deposit)) : .wrongInput
    }
}
