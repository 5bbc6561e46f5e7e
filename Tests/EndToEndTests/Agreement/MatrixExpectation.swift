import PayEngine

/// What a cell must tell, write and do, derived from what an answer means.
struct MatrixExpectation: Equatable, Sendable {
    /// What happens to an order, one after the other.
    enum Step: Equatable, Sendable {
        /// An answer that is told and written: `unknown(no_answer)`.
        case told(String)
        /// The same bytes once more, and what their answer changes, if anything.
        case again(String?)
    }

    var told: [String]
    var journal: [String]
    /// What the journal holds besides when everything was asked again.
    var later: [String] = []
    var sendings = 1
    /// How often money moved in the end.
    var effects = 1
    /// Whether it stays an open question.
    var isOpen = false

    init(_ steps: [Step], later: [String] = [], effects: Int = 1, isOpen: Bool = false) {
        told = ["started"]
        journal = ["intent"]
        for step in steps {
            switch step {
            case .told(let text):
                told.append(text)
                // That a code is shown is for the screen alone.
                journal.append(text.replacing("offered ", with: ""))
            case .again(let text):
                sendings += 1
                // Told anew, as its times have changed.
                told.append(text ?? told.last ?? "")
                journal += ["again"] + (text.map { [$0] } ?? [])
            }
        }
        let last = told.removeLast()
        let isSettled = !last.hasPrefix("unknown") && !last.hasPrefix("waiting") && !last.hasPrefix("offered")
        told += isSettled ? ["settled \(last)"] : [last, "left open \(last.replacing("offered ", with: ""))"]
        self.later = later
        self.effects = effects
        self.isOpen = isOpen
    }

    /// Nothing was sent, and no order was made.
    static let rejected: MatrixExpectation = {
        var expectation = MatrixExpectation([], effects: 0)
        expectation.told = ["rejected"]
        expectation.journal = []
        expectation.sendings = 0
        return expectation
    }()

    /// The platform never knows of it, and after long enough says so.
    static func neverThere(_ first: String?, mayGoAgain: Bool = true) -> MatrixExpectation {
        let steps: [Step] = (first.map { [.told($0)] } ?? []) + [.told("unknown(not_there_yet)")]
        return MatrixExpectation(
            mayGoAgain ? steps + [.again(nil), .again(nil)] : steps, later: ["refused(never_arrived)"], effects: 0)
    }
}
