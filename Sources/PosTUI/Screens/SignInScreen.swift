import PayEngine

/// Who works at the till. Until somebody has signed in nothing else can be done here; what is open goes on by itself.
struct SignInScreen: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        case choosing
        case pin(StaffMember)
        /// The PIN itself is not here any more.
        case checking(StaffMember)
    }

    /// A PIN that nobody goes on typing is forgotten after so many milliseconds.
    static let pinMemory: Int64 = 30_000

    var stage = Stage.choosing
    /// A staff ID, or the PIN.
    var field = TextField(masking: .number)
    /// The line of the list with the mark.
    var selected = 0
    var problem: Phrase?

    init() {}

    init(pinOf member: StaffMember) {
        stage = .pin(member)
        field = TextField(masking: .code)
    }

    mutating func edit(_ change: (inout TextField) -> Void) {
        switch stage {
        case .choosing, .pin:
            problem = nil
            change(&field)
        case .checking: break
        }
    }

    mutating func startOver() {
        self = SignInScreen()
    }
}

extension State {
    var isSignedOut: Bool { settings.clerk == nil && !settings.staff.isEmpty }

    /// At the start: who works here, or the question who does.
    ///
    /// - Parameter wanted: named by the one who started the till; nil: who signs in, or the first of the list where
    ///   nobody has a PIN.
    mutating func startWork(_ wanted: StaffMember?) {
        settings.clerk = nil
        guard let member = wanted ?? settings.staff.first else { return }
        let asks = wanted == nil ? settings.staff.contains { $0.pinHash != nil } : member.pinHash != nil
        guard asks else {
            settings.clerk = member
            return
        }
        screen = .signIn(wanted.map(SignInScreen.init(pinOf:)) ?? SignInScreen())
    }

    mutating func signOut() -> [Effect] {
        guard !settings.staff.isEmpty else {
            note = .noStaff
            return []
        }
        settings.clerk = nil
        notices = []
        begin(.signIn(SignInScreen()))
        return []
    }

    mutating func signIn(_ screen: SignInScreen, _ action: Action) -> [Effect] {
        var screen = screen
        switch action {
        case .submit: return submit(screen)
        case .clear: screen.edit { $0.clear() }
        case .back:
            guard screen.stage != .choosing else { return [] }
            screen.startOver()
        case .up, .down, .pageUp, .pageDown, .top, .bottom:
            guard screen.stage == .choosing else { return [] }
            screen.field.clear()
            screen.problem = nil
            screen.selected = Scrolling.selection(
                screen.selected, by: action, count: settings.staff.count, page: SignInView.page(size))
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .release, .consume, .offerCode, .held,
            .find, .choose:
            return []
        }
        self.screen = .signIn(screen)
        return []
    }

    /// A staff ID may be scanned. A PIN never is: what a scanner types in its place is no try.
    mutating func signIn(_ screen: SignInScreen, receives text: SecretBytes) -> [Effect] {
        var screen = screen
        switch screen.stage {
        case .choosing where AuthorCode.resemblesPaymentCode(text):
            screen.field.clear()
            screen.problem = .codeIsNoStaff
        case .choosing:
            screen.field.set(text.text)
            return submit(screen)
        case .pin:
            screen.field.clear()
            screen.problem = .pinWasScanned
        case .checking: return []
        }
        self.screen = .signIn(screen)
        return []
    }

    mutating func signedIn(_ id: String, _ answer: PinAnswer) -> [Effect] {
        // Help may have been opened meanwhile.
        for (place, below) in ([screen] + trail.reversed()).enumerated() {
            guard case .signIn(var asking) = below, case .checking(let member) = asking.stage, member.id == id else {
                continue
            }
            guard let refusal = Phrase.refusal(answer, staffID: id) else {
                let effects = beginWork(member)
                if case .acceptedAfter(let count, let since) = answer {
                    note = .wrongPinsBefore(count, since: settings.zone.dayAndTime(since))
                }
                return effects
            }
            asking = SignInScreen(pinOf: member)
            asking.problem = refusal
            if place == 0 { screen = .signIn(asking) } else { trail[trail.count - place] = .signIn(asking) }
            return []
        }
        return []
    }

    /// At every tick.
    mutating func forgetIdlePin() {
        guard case .signIn(var screen) = screen, case .pin = screen.stage, !screen.field.isEmpty,
            let keyTime, now.uptime - keyTime >= SignInScreen.pinMemory
        else { return }
        screen.field.clear()
        scanner.reset()
        self.screen = .signIn(screen)
    }

    private mutating func beginWork(_ member: StaffMember) -> [Effect] {
        settings.clerk = member
        note = nil
        isQuitting = false
        goHome()
        return [.noteSignIn(staffID: member.id), .loadStartNotices, .loadOpenQuestions]
    }

    private mutating func submit(_ screen: SignInScreen) -> [Effect] {
        var screen = screen
        switch screen.stage {
        case .choosing:
            guard let member = chosen(screen) else {
                screen.problem = .unknownStaff(screen.field.shown(whileScanning: false))
                screen.field.clear()
                break
            }
            if member.pinHash == nil { return beginWork(member) }
            screen = SignInScreen(pinOf: member)
        case .pin(let member):
            let typed = screen.field.content
            screen.field.clear()
            guard let pin = Pin(typed) else {
                screen.problem = .pinForm
                break
            }
            screen.problem = nil
            screen.stage = .checking(member)
            self.screen = .signIn(screen)
            return [.signIn(staffID: member.id, pin)]
        case .checking: return []
        }
        self.screen = .signIn(screen)
        return []
    }

    private func chosen(_ screen: SignInScreen) -> StaffMember? {
        let id = screen.field.text.filter { $0 != " " }
        if !id.isEmpty { return settings.staff.first { $0.id == id } }
        return settings.staff.indices.contains(screen.selected) ? settings.staff[screen.selected] : nil
    }
}

extension Action {
    /// Everything but help, leaving, and what the screen for signing in needs itself.
    var needsClerk: Bool {
        switch self {
        case .help, .quit, .back, .submit, .clear, .confirm, .up, .down, .pageUp, .pageDown, .top, .bottom: false
        case .newDeposit, .lookUp, .openQuestions, .news, .quickAmount, .switchPlatform, .leave, .closeByHand,
            .askWeChat, .askAlipay, .narrow, .refresh, .release, .consume, .offerCode, .held, .find, .choose:
            true
        }
    }
}
