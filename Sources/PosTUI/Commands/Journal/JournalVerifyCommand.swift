import ArgumentParser
import PayEngine

/// The command `postui journal verify`.
struct JournalVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every line of the journal. Exits 1 when anything is damaged.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Flag(help: "Check the auditors' digests, too.")
    var full = false
    @Option(
        help: ArgumentHelp("A receipt's record: does the journal still agree? Wants --order.", valueName: "record"))
    var at: String?
    @Option(help: ArgumentHelp("The number of the order that the receipt is about.", valueName: "number"))
    var order: String?

    func run() throws {
        let session = EngineSession(configuration: try configurationOption.load(), json: .none)
        let paper = try paper(session)
        let directory = session.configuration.journalDirectory
        if try session.tellMissingJournal() { throw ExitStatus.journal }
        let check: JournalCheck
        var record: RecordCheck?
        do {
            check = try JournalCheck(directory: directory, full: full || paper != nil)
            if let paper {
                record = try RecordCheck(record: paper.record, order: paper.order, directory: directory, check: check)
            }
        } catch {
            throw session.refuse(.journalNotReadable(error), .journal)
        }
        print(.journalCheck(check), session)
        for finding in check.findings { print(.journalFinding(finding), session) }
        if let record, let paper { print(.recordCheck(record, of: paper.order, zone: .local), session) }
        guard check.isClean, record?.isAgreement ?? true else { throw ExitStatus.refused }
    }

    private func paper(_ session: EngineSession) throws -> (record: RecordName, order: OrderNumber)? {
        guard at != nil || order != nil else { return nil }
        guard let at, let order else { throw session.refuse(.recordAndOrderNeeded) }
        guard let record = RecordName(at) else { throw session.refuse(.wrongRecord(at)) }
        return (record, try session.number(order))
    }

    private func print(_ phrase: Phrase, _ session: EngineSession) {
        StandardStreams.print(phrase.text(in: session.language))
    }
}

extension RecordCheck {
    fileprivate var isAgreement: Bool {
        switch self {
        case .agrees: true
        case .notThere, .ofAnotherOrder, .settlesNothing, .unproven: false
        }
    }
}
