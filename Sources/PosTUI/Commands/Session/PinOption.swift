import ArgumentParser
import PayEngine

/// `--pin -`, which every command takes that a staff member may have to confirm by PIN.
struct PinOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "- reads the PIN from standard input instead of the terminal (others can see the command line).",
            valueName: "-"))
    var pin: String?

    /// Takes that staff member's word for it, by their PIN where the configuration has one for them.
    ///
    /// Who may not give it is not asked for a PIN in vain.
    ///
    /// - Parameters:
    ///   - action: what they approve.
    ///   - staffID: who approves it.
    ///   - session: where it is asked and told.
    /// - Returns: the approval.
    /// - Throws: status 2, after a sentence.
    func approve(_ action: ApprovedAction, by staffID: String, session: EngineSession) async throws -> KeptApproval {
        if let refusal = session.configuration.refusal(of: staffID, for: action) {
            throw session.refuse(.refusal(refusal, of: action.kind))
        }
        try checkForm(tell: { session.refuse($0) })
        let staff = StaffApproval(configuration: session.configuration, log: session.log("staff"))
        guard staff.needsPin(staffID: staffID) else {
            do throws(ApprovalRefusal) {
                return KeptApproval(try staff.approveWithoutPin(action, staffID: staffID))
            } catch {
                throw session.refuse(.refusal(error, of: action.kind))
            }
        }
        let question = Phrase.pinQuestion(staffID).text(in: session.language)
        let pin = try read(question, tell: { session.refuse($0) })
        let (answer, approval) = await Self.ask(staff, action, staffID, pin)
        try tell(answer, staffID, session)
        guard let approval else { throw session.refuse(.refusal(.lapsed, of: action.kind)) }
        return approval
    }

    private static func ask(
        _ staff: StaffApproval, _ action: ApprovedAction, _ staffID: String, _ pin: Pin
    ) async -> (PinAnswer, KeptApproval?) {
        let asked = await staff.approve(action, staffID: staffID, pin: pin)
        switch consume asked {
        case .given(let approval, let answer): return (answer, KeptApproval(approval))
        case .refused(let answer): return (answer, nil)
        }
    }

    private func tell(_ answer: PinAnswer, _ staffID: String, _ session: EngineSession) throws {
        switch answer {
        case .accepted, .noPinNeeded: break
        case .acceptedAfter(let count, let since):
            let time = LocalTime.local.dayAndTime(since)
            StandardStreams.tell(Phrase.wrongPinsBefore(count, since: time).text(in: session.language))
        case .unknownStaff: throw session.refuse(.rejection(.unknownStaff(staffID)))
        case .supervisorNeeded: throw session.refuse(.mayNotApprove)
        case .wrongAndLocked(let seconds): throw session.refuse(.pinWrongAndLocked(seconds: seconds))
        case .wrong(let left): throw session.refuse(.pinWrong(left: left))
        case .locked(let seconds): throw session.refuse(.pinLocked(seconds: seconds))
        case .impossible(let trouble): throw session.refuse(.pinImpossible(trouble))
        }
    }

    /// Refuses the PIN itself on the command line, and does not repeat it.
    func checkForm(tell: (Phrase) -> ExitStatus) throws {
        if let pin, pin != "-" { throw tell(.pinOnCommandLine) }
    }

    /// Reads one PIN from where it is to come from.
    private func read(_ question: String, tell: (Phrase) -> ExitStatus) throws -> Pin {
        if pin != nil {
            guard let pin = Pin(StandardStreams.readInputLine() ?? "") else { throw tell(.pinForm) }
            return pin
        }
        guard let prompt = PinPrompt() else { throw tell(.pinTerminalNeeded) }
        return try withExtendedLifetime(prompt) {
            guard let pin = Pin(prompt.ask(question) ?? "") else { throw tell(.pinForm) }
            return pin
        }
    }

    /// Reads a new PIN: on the terminal it is asked for twice.
    func readNew(_ language: TillConfiguration.Language, tell: (Phrase) -> ExitStatus) throws -> Pin {
        let first = Phrase.newPinQuestion.text(in: language)
        guard pin == nil else { return try read(first, tell: tell) }
        guard let prompt = PinPrompt() else { throw tell(.pinTerminalNeeded) }
        return try withExtendedLifetime(prompt) {
            guard let pin = Pin(prompt.ask(first) ?? "") else { throw tell(.pinForm) }
            let again = Pin(prompt.ask(Phrase.newPinAgain.text(in: language)) ?? "")
            guard again == pin else { throw tell(.pinsDiffer) }
            return pin
        }
    }
}
