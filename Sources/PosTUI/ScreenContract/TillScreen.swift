import PayEngine

/// One screen of the till: a value that holds what is on it, with its keys, its actions and its drawing.
///
/// A screen knows what all screens share (``TillContext``), but no other screen. Where a key leads it says by a
/// ``Step``; the till follows it.
protocol TillScreen: Equatable, Sendable {
    /// What the screen's own keys ask for.
    associatedtype Action: Equatable, Sendable

    /// Returns all tables of keys that it ever has, for the help screen.
    static func keyTables(_ settings: Settings) -> [KeyTable<Action>]

    /// What stands in the title bar.
    var title: Phrase { get }
    /// The keys that work now.
    var keys: KeyTable<Action> { get }
    /// What is typed here, which decides what a scan is.
    var input: TypedField { get }
    /// Full-width characters of an input method become plain ones.
    var takesPlainText: Bool { get }
    /// How soon a freeze may be sent from here.
    var readiness: ScanReadiness { get }
    /// The freeze under way that it shows.
    var freezeID: FreezeID? { get }
    /// The release or consume under way that it shows.
    var attemptID: AttemptID? { get }
    /// The approval that it asks for or has. One that no screen names any more is dropped.
    var ticket: ApprovalTicket? { get }

    /// Whether an action leads anywhere from what is on the screen; else the hint bar does not name it.
    func offers(_ action: Action) -> Bool
    /// Whether keys of the till count yet: a screen that has just come up may not have been read.
    func acceptsKeys(at time: Int64) -> Bool
    /// Returns what is said when its amount is put away; nil: it has none, or may keep it.
    ///
    /// `idle` is the time since the last key, in milliseconds.
    func disarms(after idle: Int64, _ settings: Settings) -> Phrase?

    /// Does what one of its keys asks for.
    mutating func perform(_ action: Action, in till: inout TillContext) -> Step
    /// Takes what is typed.
    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step
    /// Takes a scan. Its characters were typed into the screen already, and are taken out again.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step
    /// Hears what happened beside the keyboard, also below another screen.
    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step

    /// Draws itself into a part of the frame.
    func draw(on frame: inout Frame, in rect: Rect, till: TillContext)
}

/// How soon a freeze may be sent from a screen.
enum ScanReadiness: Equatable, Sendable {
    /// Not from here.
    case none
    /// A scan follows.
    case soon
    /// The next scan may send it.
    case now
}

extension TillScreen {
    var input: TypedField { .none }

    var takesPlainText: Bool {
        switch input {
        case .money, .code, .number, .pin: true
        case .words, .none: false
        }
    }

    var readiness: ScanReadiness { .none }

    var freezeID: FreezeID? { nil }

    var attemptID: AttemptID? { nil }

    var ticket: ApprovalTicket? { nil }

    func offers(_ action: Action) -> Bool { true }

    func acceptsKeys(at time: Int64) -> Bool { true }

    func disarms(after idle: Int64, _ settings: Settings) -> Phrase? { nil }

    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step { .stay }

    /// Changes nothing where nothing is scanned: a code that was read twice must not begin anything.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        till.note = .scanIgnored
        return .stay
    }

    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step { .stay }
}
