/// A deposit's lines in a replay, and how far an ordinary course of events has come by them.
///
/// Only what is certain to be over, and was from its first line to its last as most deposits are, may be passed over
/// without being decoded.
struct DepositStory {
    private enum Course: Equatable {
        /// The intent, and nothing settled.
        case intended
        case held
        /// A release or a consume of all that is held is on its way: its own number and amount.
        case spending(OrderKey, fee: Int64)
        /// All of it was released or consumed; or the gateway said so.
        case over
        /// Refused or not sent.
        case refused
        /// Anything else: only its lines, decoded, can tell.
        case unusual
    }

    /// The lines, each with a LF behind it.
    private(set) var bytes: [UInt8] = []
    private var course: Course
    private let fee: Int64
    /// When the intent was written.
    private let startTime: Int64
    /// When a release or a consume, or the freeze, was last refused: it may turn up.
    private var refusalTime: Int64?

    /// Begins a story with this line.
    init(_ line: UnsafeRawBufferPointer, _ figures: LineFigures?) {
        let fee = figures?.fee ?? 0
        let isBeginning = figures?.meaning == .order(.freeze, .intended) && fee > 0
        course = isBeginning && figures?.areTotalsPossible == true ? .intended : .unusual
        self.fee = fee
        startTime = figures?.milliseconds ?? 0
        add(line)
    }

    /// Takes the next line in; `figures` is nil for a line that is spelled in another way.
    mutating func append(_ line: UnsafeRawBufferPointer, _ figures: LineFigures?) {
        add(line)
        guard let figures, figures.areTotalsPossible else {
            course = .unusual
            return
        }
        switch figures.meaning {
        case .closed: course = .unusual
        case .order(_, nil): break
        case .order(.freeze, let step?): freeze(step, figures)
        case .order(.release, let step?): spend(step, figures, keepsRest: true)
        case .order(.consume, let step?): spend(step, figures, keepsRest: figures.keepsRest)
        }
    }

    /// Whether it has ended so long ago that the ledger would have forgotten it at this moment.
    ///
    /// Nil where only its lines tell.
    func isEnded(at milliseconds: Int64) -> Bool? {
        if let refusalTime, milliseconds - refusalTime <= DepositLedger.refusalMemoryMilliseconds { return false }
        switch course {
        case .over, .refused: return milliseconds - startTime >= DepositLedger.codeMemoryMilliseconds
        case .intended, .held, .spending: return false
        case .unusual: return nil
        }
    }

    private mutating func add(_ line: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: line)
        bytes.append(0x0A)
    }

    private mutating func freeze(_ step: EventMeaning.Step, _ figures: LineFigures) {
        switch (course, step) {
        case (.intended, .sendingAgain), (.intended, .reported(.waiting)), (.intended, .reported(.unknown)): break
        case (.intended, .reported(.done)): course = isUntouched(figures) ? .held : .unusual
        case (.held, .reported(.over)), (.over, .reported(.over)): course = .over
        case (.intended, .reported(.notSent)): course = .refused
        case (.intended, .reported(.refused)):
            course = .refused
            refusalTime = figures.milliseconds
        case (_, .intended), (_, .sendingAgain), (_, .reported): course = .unusual
        }
    }

    private mutating func spend(_ step: EventMeaning.Step, _ figures: LineFigures, keepsRest: Bool) {
        guard let key = figures.number.flatMap({ OrderKey($0) }), let fee = figures.fee else {
            course = .unusual
            return
        }
        let own = Course.spending(key, fee: fee)
        switch step {
        case .intended:
            // Only one that leaves nothing held ends the deposit.
            let isAll = fee == self.fee || (!keepsRest && (0...self.fee).contains(fee))
            let isOrdinary = course == .held && isAll && isUntouched(figures) && !figures.isFromElsewhere
            course = isOrdinary && refusalTime == nil ? own : .unusual
        case .sendingAgain, .reported(.unknown): if course != own { course = .unusual }
        case .reported(.done): course = course == own ? .over : .unusual
        case .reported(.refused), .reported(.notSent):
            // Others may follow it, and this one may turn up.
            course = .unusual
        case .reported(.waiting), .reported(.over): course = .unusual
        }
    }

    /// Whether the line's sums, where it has any, are those of a deposit of which nothing was spent.
    private func isUntouched(_ figures: LineFigures) -> Bool {
        let parts = [figures.sums.consumed, figures.sums.releasedByHand, figures.sums.releasedByItself]
        return (figures.frozen ?? fee) == fee && parts.allSatisfy { $0 ?? .zero == .zero }
    }
}
