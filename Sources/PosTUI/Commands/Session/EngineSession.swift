import FoundationEssentials
import Logging
import PayEngine

/// Opens what a command needs of the engine, and turns what can go wrong into sentences and exit statuses.
struct EngineSession {
    let configuration: TillConfiguration
    let json: JSONErrors

    var language: TillConfiguration.Language {
        configuration.till.language
            ?? TillConfiguration.Language(environment: ProcessInfo.processInfo.environment)
    }

    func log(_ label: String) -> Logger {
        LogFile.logger(label, configuration: configuration)
    }

    func transport() throws -> CurlTransport {
        do {
            return try CurlTransport(gateway: configuration.gateway)
        } catch {
            throw failed(.curl(error))
        }
    }

    /// Opens the desk, with the journal's lock.
    ///
    /// `acceptance` is a supervisor's word to go on over a loss. Where `tellsMissing`, lines that the journal lacks are
    /// told here; the screens tell them at the signing in.
    func desk(accepting acceptance: AcceptedLoss? = nil, tellsMissing: Bool = true) throws -> PaymentDesk {
        let transport = try transport()
        let progress = StartProgress(language: language)
        defer { progress.end() }
        do {
            let desk = try PaymentDesk.open(
                configuration: configuration, transport: transport, accepting: acceptance,
                progress: { progress.report($0) }, log: log("desk"))
            progress.end()
            if tellsMissing { tell(missing: desk.missing) }
            return desk
        } catch .damaged(let findings) {
            for finding in findings { StandardStreams.tell(Phrase.journalFinding(finding).text(in: language)) }
            throw failed(.damaged(findings))
        } catch {
            throw failed(error)
        }
    }

    /// Opens the desk for a command, which says once what is wrong with the journal; the till does so at signing in.
    func commandDesk() async throws -> PaymentDesk {
        let desk = try desk()
        for notice in await desk.startNotices() where notice.isOfJournal {
            StandardStreams.tell(Phrase.notice(notice).text(in: language))
        }
        return desk
    }

    /// Whether there is a journal; when there is none, that is said: a mistyped folder reads like an empty journal.
    @discardableResult
    func tellMissingJournal() throws -> Bool {
        let directory = configuration.journalDirectory
        do {
            if try JournalPresence.isThere(directory: directory) { return false }
        } catch {
            throw refuse(.journalNotReadable(error), .journal)
        }
        StandardStreams.tell(Phrase.noJournal(directory).text(in: language))
        return true
    }

    /// Lets a command work with the desk.
    ///
    /// Afterwards the ledger is kept where the next start would read long without it.
    func withDesk<Value: Sendable>(
        _ desk: PaymentDesk, _ body: (PaymentDesk) async -> Value
    ) async -> Value {
        let value = await body(desk)
        await desk.finish()
        return value
    }

    /// The journal's deposits, beside a till that may be running.
    var archive: DepositArchive { DepositArchive(directory: configuration.journalDirectory) }

    /// Returns what is read from it, or the sentence that says why not.
    func reading<Value>(_ read: (DepositArchive) throws(DeskError) -> Value) throws -> Value {
        do {
            return try read(archive)
        } catch {
            throw failed(error)
        }
    }

    func gateway() throws -> Gateway {
        Gateway(
            configuration: configuration, transport: try transport(), clock: SystemClock(), log: log("gateway"))
    }

    /// Tells a sentence and gives the status to end with.
    func refuse(_ phrase: Phrase, _ status: ExitStatus = .wrongInput) -> ExitStatus {
        json.tell(phrase.text(in: language))
        return status
    }

    /// Tells that nobody said how an order ended, and gives the status to end with.
    func tellLost() -> ExitStatus {
        json.tell(Phrase.orderLost.text(in: language), outcome: .unknown)
        return .unknown
    }

    /// Tells which lines the journal lacks, so that nobody takes what it does not know for what never was.
    func tell(missing findings: [JournalFinding]) {
        guard !findings.isEmpty else { return }
        for finding in findings { StandardStreams.tell(Phrase.journalFinding(finding).text(in: language)) }
        StandardStreams.tell(Phrase.orderMayBeMissing.text(in: language))
    }

    /// Tells what shows that something is lost from the journal, when anything does.
    ///
    /// - Throws: the status to end with.
    func tell(contradictions: [JournalFinding]) throws {
        guard !contradictions.isEmpty else { return }
        for finding in contradictions { StandardStreams.tell(Phrase.journalFinding(finding).text(in: language)) }
        throw refuse(.listingOfContradictedJournal, .journal)
    }

    /// Returns an order's number as typed; a payment code is none, as it would be sent and shown whole.
    func number(_ text: String) throws -> OrderNumber {
        guard let number = OrderNumber(text), !AuthorCode.resemblesPaymentCode(text) else {
            throw refuse(.wrongOrderNumber(text))
        }
        return number
    }

    private func failed(_ error: DeskError) -> ExitStatus {
        refuse(.deskCannotOpen(error), error == .nothingLost ? .wrongInput : .journal)
    }
}
