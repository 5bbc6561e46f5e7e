import ArgumentParser
import PayEngine

/// The command `postui reconcile`.
struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile", abstract: "Ask what became of every open question, until none is left.")

    private static let usualWait = Duration.seconds(10)

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("How long to ask; 0: each once.", valueName: "seconds"))
    var wait: SecondsArgument?
    @Flag(help: "Print JSON, one object a line.")
    var json = false

    @MainActor func run() async throws {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        // There is nothing to ask about, and no journal is made for that.
        guard try !session.tellMissingJournal() else { return }
        let desk = try await session.commandDesk()
        let limit = wait?.duration ?? Self.usualWait
        let (settled, left) = await Interruption.handled { [session] in
            ProcessExit.exit(session.refuse(.reconcilingInterrupted, .unknown))
        } during: {
            await session.withDesk(desk) { await Self.reconcile($0, wait: limit) }
        }
        let printer = OrderPrinter(session: session, json: json)
        for order in settled + left { printer.print(listed: order) }
        StandardStreams.tell(printer.text(.reconciled(settled: settled.count, left: left.count)))
        throw left.isEmpty ? ExitStatus.done : .unknown
    }

    /// Queries the open orders, and returns what was open and is not any more, and what still is.
    private static func reconcile(_ desk: PaymentDesk, wait: Duration) async -> ([DepositOrder], [DepositOrder]) {
        let before = await desk.openQuestions().map(\.number)
        let left = await desk.reconcile(wait: wait)
        let open = Set(left.map(\.number))
        var settled: [DepositOrder] = []
        for number in before where !open.contains(number) {
            if let order = await desk.order(number) { settled.append(order) }
        }
        return (settled, left)
    }
}
