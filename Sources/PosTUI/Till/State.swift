import PayEngine

/// Everything that is on the screen or will be.
///
/// Only `update` changes it.
@dynamicMemberLookup
struct State: Sendable {
    /// What the screens share.
    var till: TillContext
    var screen = Screen.home(HomeScreen())
    /// The screens that Esc goes back to, the nearest last.
    var trail: [Screen] = []
    /// Approvals that a screen asks for or has, as they were behind the last event.
    var approvals: Set<ApprovalID> = []
    /// The question whether to leave is on the screen.
    var isQuitting = false
    var scanner = ScanDetector()
    /// F10 and Ctrl-X.
    var quitKey = ConfirmKey(quietBefore: ConfirmKey.quietBeforeLeaving)
    /// When the last Enter came: a line feed right behind it belongs to it.
    var enterTime: Int64?
    /// How many of the last keys came as quickly behind another as nobody types.
    var rush = 0

    init(settings: Settings, size: Size, now: Moment) {
        till = TillContext(settings: settings, size: size, now: now)
    }

    /// What the screens share reads as the state's own.
    subscript<Value>(dynamicMember path: WritableKeyPath<TillContext, Value>) -> Value {
        get { till[keyPath: path] }
        set { till[keyPath: path] = newValue }
    }

    subscript<Value>(dynamicMember path: KeyPath<TillContext, Value>) -> Value { till[keyPath: path] }

    /// When the loop shall send a tick although no second is full; uptime in milliseconds.
    var wakeTime: Int64? {
        [
            scanner.wakeTime(after: now.uptime), till.confirmKey.wakeTime(after: now.uptime),
            quitKey.wakeTime(after: now.uptime),
        ].compactMap { $0 }.min()
    }

    var now: Moment {
        get { till.now }
        set { till.now = newValue }
    }

    /// Freezes, releases and consumes that nobody looks at.
    var backgroundCount: Int {
        till.freezes.values.count { !$0.isOver && screen.freezeID != $0.id }
            + till.attempts.values.count { !$0.isOver && screen.attemptID != $0.id }
    }

    /// Begins with who works here, or with the question who does.
    ///
    /// - Parameter wanted: named by the one who started the till; nil: who signs in, or the first of the list where
    ///   nobody has a PIN.
    mutating func startWork(_ wanted: StaffMember?) {
        till.settings.clerk = nil
        let staff = till.settings.staff
        guard let member = wanted ?? staff.first else { return }
        let asks = wanted == nil ? staff.contains { $0.pinHash != nil } : member.pinHash != nil
        guard asks else {
            till.settings.clerk = member
            return
        }
        screen = .signIn(wanted.map(SignInScreen.init(pinOf:)) ?? SignInScreen())
    }
}
