/// A situation in which keys have a meaning of their own.
enum KeyContext: CaseIterable, Sendable {
    case home, amount, reference, scan, progress, result, lookUpEntry, lookUp, lookUpPlatform, openQuestions
    case closingReason, closingConfirmation, closingUnderWay, help, quitting
    /// Releases, consumes and what a supervisor approves.
    case followUpAmount, approver, pin, pinCheck, followUpConfirmation
    case offer, held, findForm, found, signIn
}
