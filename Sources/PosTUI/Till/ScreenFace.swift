/// What the till has to know of a screen, whichever it is.
struct ScreenFace {
    /// What a key asks for here.
    enum Meaning: Equatable {
        /// Something of the screen's own.
        case screen
        case till(TillAction)
    }

    let title: Phrase
    let input: TypedField
    let takesPlainText: Bool
    let readiness: ScanReadiness
    let freezeID: FreezeID?
    let attemptID: AttemptID?
    let ticket: ApprovalTicket?
    let bindings: [(keys: [Key], meaning: Meaning)]
    private let makeHints: () -> [(label: String, hint: Phrase)]
    private let makePage: () -> KeyPage
    private let isAccepting: (Int64) -> Bool
    private let disarming: (Int64, Settings) -> Phrase?

    init(_ screen: some TillScreen) {
        let table = screen.keys
        title = screen.title
        input = screen.input
        takesPlainText = screen.takesPlainText
        readiness = screen.readiness
        freezeID = screen.freezeID
        attemptID = screen.attemptID
        ticket = screen.ticket
        makePage = { KeyPage(table) }
        bindings = table.bindings.map { binding in
            switch binding.action {
            case .screen: (binding.keys, .screen)
            case .till(let action): (binding.keys, .till(action))
            }
        }
        makeHints = {
            table.bindings.compactMap { binding in
                if case .screen(let action) = binding.action, !screen.offers(action) { return nil }
                return binding.hint.map { (binding.label, $0) }
            }
        }
        isAccepting = screen.acceptsKeys
        disarming = screen.disarms
    }

    /// What the hint bar says of each key that leads anywhere.
    var hints: [(label: String, hint: Phrase)] { makeHints() }

    /// Its keys as the help screen prints them.
    var page: KeyPage { makePage() }

    /// Returns what a key asks for here; nil: nothing.
    func meaning(of key: Key) -> Meaning? {
        bindings.first { $0.keys.contains(key) }?.meaning
    }

    /// Whether keys of the till count yet.
    func acceptsKeys(at time: Int64) -> Bool { isAccepting(time) }

    /// Returns what is said when the screen's amount is put away; nil: it may stay.
    func disarms(after idle: Int64, _ settings: Settings) -> Phrase? { disarming(idle, settings) }
}
