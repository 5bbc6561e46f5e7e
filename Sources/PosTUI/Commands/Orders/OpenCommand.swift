import ArgumentParser
import PayEngine

/// The command `postui open`.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "List the orders whose outcome nobody knows yet.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Flag(help: "Print JSON, one object a line.")
    var json = false

    func run() throws {
        let errors = json ? JSONErrors.error : .none
        let session = EngineSession(configuration: try configurationOption.load(json: errors), json: errors)
        let printer = OrderPrinter(session: session, json: json)
        try session.tellMissingJournal()
        let found = try session.reading { archive throws(DeskError) in try archive.openOrders() }
        for order in found.orders { printer.print(listed: order) }
        let listing = found.listing
        if listing.contradictions.isEmpty { session.tell(missing: listing.missing) }
        try session.tell(contradictions: listing.contradictions)
    }
}
