import ArgumentParser
import PayEngine

/// The command `postui journal list`.
struct JournalListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the orders of the journal, one line each, with their latest state.")

    @OptionGroup var configurationOption: ConfigurationOption
    @OptionGroup var filterOptions: JournalFilterOptions
    @Flag(help: "Print JSON, one object a line.")
    var json = false
    @Flag(help: "Print the journal's lines about these orders, as they are in the file.")
    var events = false

    func run() throws {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let run = JournalListingRun(session: session, filter: try filterOptions.filter(session))
        let printer = OrderPrinter(session: session, json: json)
        guard !events else { return try run.lines() }
        try run.orders { printer.line(listed: $0) }
    }
}
