import ArgumentParser
import PayEngine

/// `postui journal list`
struct JournalListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the orders of the journal, one line each, with their latest state.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("Only orders whose number contains this.", valueName: "text"))
    var number: String?
    @Flag(help: "Print JSON, one object a line.")
    var json = false

    func run() throws {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let printer = OrderPrinter(session: session, json: json)
        for deposit in try session.archive().deposits {
            guard number.map({ deposit.number.text.contains($0) }) ?? true else { continue }
            printer.print(listed: deposit)
        }
    }
}
