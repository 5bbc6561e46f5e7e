import ArgumentParser
import Glibc
import PayEngine

/// Which orders `journal list` and `journal export` tell of.
struct JournalFilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only orders of this day or later: 2026-11-21, 11-21, 1121, yesterday, today.", valueName: "date"))
    var since: String?
    @Option(help: ArgumentHelp("Only orders of this day or earlier.", valueName: "date"))
    var until: String?
    @Option(help: ArgumentHelp("Only orders whose number, or any other name, contains this.", valueName: "text"))
    var number: String?
    @Option(help: ArgumentHelp("Only orders whose room, name or phone contains this.", valueName: "text"))
    var reference: String?
    @Option(help: ArgumentHelp("Only this clerk's orders.", valueName: "id"))
    var clerk: String?
    @Option(help: ArgumentHelp("Only orders of this amount in yuan.", valueName: "yuan"))
    var amount: String?
    @Option(
        help: ArgumentHelp(
            "Only orders in this state: \(OrderState.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "state"))
    var state: String?

    /// Returns what was asked for, or a sentence and status 2.
    func filter(_ session: EngineSession, zone: LocalTime = .local) throws -> JournalFilter {
        var filter = JournalFilter()
        filter.since = try since.map { zone.start(of: try day($0, session, zone)) }
        filter.until = try until.map { zone.start(of: try day($0, session, zone).next) }
        filter.number = number
        filter.reference = reference
        filter.staffID = clerk
        do {
            filter.fee = try amount.map { try Fen(yuan: $0) }
        } catch let error as Fen.ParsingError {
            throw session.refuse(.wrongAmount(error, maximum: Fen.orderLimit))
        }
        filter.state = try state.map { text in
            guard let state = OrderState(rawValue: text) else { throw session.refuse(.wrongState(text)) }
            return state
        }
        return filter
    }

    private func day(_ text: String, _ session: EngineSession, _ zone: LocalTime) throws -> CalendarDay {
        let today = zone.day(of: Timestamp(seconds: Int64(time(nil))))
        guard let day = CalendarDay(text, today: today) else { throw session.refuse(.wrongDate(text)) }
        return day
    }
}
