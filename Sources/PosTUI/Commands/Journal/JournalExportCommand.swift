import ArgumentParser
import PayEngine

/// The command `postui journal export`.
struct JournalExportCommand: ParsableCommand {
    /// What others read.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the orders of the journal as CSV or as JSON lines.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("csv (for spreadsheets) or jsonl.", valueName: "format"))
    var format: Format
    @Flag(help: "With csv: begin with the mark by which Excel knows that the file is UTF-8.")
    var excel = false
    @OptionGroup var filterOptions: JournalFilterOptions

    func run() throws {
        let session = EngineSession(configuration: try configurationOption.load(), json: .none)
        let run = JournalListingRun(session: session, filter: try filterOptions.filter(session))
        switch format {
        case .jsonl:
            guard !excel else { throw session.refuse(.excelNeedsCSV) }
            try run.orders { OrderReport($0).json }
        case .csv:
            let sheet = OrderSheet(zone: .local)
            try run.orders(header: (excel ? CSVText.mark : "") + CSVText.row(OrderSheet.columns), end: CSVText.end) {
                sheet.row($0)
            }
        }
    }
}
