import ArgumentParser
import PayEngine

/// `--pin -`, which every command takes that a staff member may have to confirm by PIN.
struct PinOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "- reads the PIN from standard input instead of the terminal (others can see the command line).",
            valueName: "-"))
    var pin: String?

    /// Returns when whoever sits there is that staff member, or when the configuration has no PIN for them: whether
    /// they may do it is the desk's business.
    ///
    /// - Throws: status 2, after a sentence.
    func confirm(_ staffID: String, session: EngineSession) throws {
        let question = Phrase.pinQuestion(staffID)
        try checkForm(tell: { session.refuse($0) })
        let approval = StaffApproval(configuration: session.configuration, log: session.log("staff"))
        guard approval.needsPin(staffID: staffID) else { return }
        let pin = try read(question.text(in: session.language), tell: { session.refuse($0) })
        switch try BlockingTask.run({ await approval.check(staffID: staffID, pin: pin) }) {
        case .accepted, .noPinNeeded, .unknownStaff: return
        case .acceptedAfter(let count, let since):
            let time = LocalTime.local.dayAndTime(since)
            StandardStreams.tell(Phrase.wrongPinsBefore(count, since: time).text(in: session.language))
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
