import Dispatch
import FoundationEssentials
import Glibc
import PayEngine

/// One sitting at the till: the desk below, the screens above.
struct TillSession {
    let session: EngineSession
    /// Who works here; nil: who signs in, or the first of the list where nobody has a PIN.
    let staffID: String?
    /// Lines that tell which amounts make which outcome; empty outside of a demo.
    let demoHint: [String]

    /// How long leaving waits for the desk, which a disk or an answer may hold up.
    private static let patience = DispatchTimeInterval.seconds(10)

    /// Runs until the clerk leaves, or a signal ends it, by which it then ends, so that whoever started the till can
    /// tell.
    func run() throws -> ExitStatus {
        let staff = try staff()
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw session.refuse(.terminalNeeded)
        }
        let desk = try session.desk(tellsMissing: false)
        try BlockingTask.run { await desk.followOpenQuestions() }
        let effects = OwnedTasks()
        let result = Result { try show(desk, effects, staff) }
        // What the ledger holds is kept for the next start; everything is durable already.
        _ = try BlockingTask.run(within: Self.patience) {
            await effects.end()
            await desk.close()
        }
        return ExitStatus(code: try result.get().status)
    }

    /// The screens, until the clerk leaves.
    private func show(_ desk: PaymentDesk, _ effects: OwnedTasks, _ staff: StaffMember?) throws -> Ending {
        do {
            return try Till.run(
                configuration: session.configuration, desk: desk, effects: effects, staff: staff, demoHint: demoHint)
        } catch let error as TerminalError {
            throw session.refuse(.terminalError(error))
        } catch {
            throw session.refuse(.cannotShow(error))
        }
    }

    private func staff() throws -> StaffMember? {
        guard let staffID else { return nil }
        guard let member = session.configuration.staff.first(where: { $0.id == staffID }) else {
            throw session.refuse(.rejection(.unknownStaff(staffID)))
        }
        return member
    }
}
