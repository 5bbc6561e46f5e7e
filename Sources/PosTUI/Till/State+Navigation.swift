import PayEngine

extension State {
    /// How many screens Esc can go back.
    private static let trailLimit = 6

    /// Does what a screen's step says.
    mutating func follow(_ step: Step) -> [Effect] {
        if step.forgetsTyping { scanner.reset() }
        switch step.move {
        case .stay: return step.effects
        case .back(let purpose): return step.effects + goBack(purpose)
        case .home:
            isQuitting = false
            begin(.home(HomeScreen()))
            return step.effects
        case .open(let destination):
            let (next, effects) = make(destination)
            open(next)
            return step.effects + effects
        case .begin(let destination):
            let (next, effects) = make(destination)
            begin(next)
            return step.effects + effects
        case .replace(let destination):
            let (next, effects) = make(destination)
            screen = next
            return step.effects + effects
        }
    }

    /// Makes what a step leads to, with what it asks at once.
    private mutating func make(_ destination: Destination) -> (Screen, [Effect]) {
        switch destination {
        case .amount(let beginning):
            var screen = AmountScreen()
            switch beginning {
            case .empty: break
            case .typed(let character, let isFast): screen.type(character, isFast: isFast)
            case .text(let text): screen.field.set(text)
            case .problem(let words): screen.problem = words
            }
            return (.amount(screen), [])
        case .reference(let draft): return (.reference(ReferenceScreen(draft: draft)), [])
        case .scan(let draft): return (.scan(ScanScreen(draft: draft)), [])
        case .progress(let id): return (.progress(ProgressScreen(id: id)), [])
        case .offer(let id): return (.offer(OfferScreen(id: id)), [])
        case .lookUp(nil): return (.lookUp(LookUpScreen()), [])
        case .lookUp(let number?):
            let (screen, effects) = LookUpScreen.asking(number, in: &till)
            return (.lookUp(screen), effects)
        case .find(let words):
            var screen = FindScreen()
            guard !words.isEmpty else { return (.find(screen), []) }
            screen.edit(.text) { $0.set(words) }
            let step = screen.search(&till)
            return (.find(screen), step.effects)
        case .orderForm(let purpose, let target):
            return (.orderForm(OrderFormScreen(OrderDraft(purpose, of: target))), [])
        case .orderAgain(let draft, let problem):
            return (.orderForm(OrderFormScreen(again: draft, problem: problem)), [])
        case .orderProgress(let id): return (.orderProgress(OrderProgressScreen(id: id)), [])
        }
    }

    /// Opens a screen; Esc comes back to this one.
    mutating func open(_ next: Screen) {
        _ = screen.apply(ReceiveNews(news: .covered), in: &till)
        trail.append(screen)
        if trail.count > Self.trailLimit { trail.removeFirst() }
        screen = next
    }

    /// Goes to a screen from which Esc leads to Home.
    mutating func begin(_ next: Screen) {
        trail = []
        till.freezes = till.freezes.filter { !$0.value.isOver }
        till.attempts = till.attempts.filter { !$0.value.isOver }
        screen = next
    }

    /// Goes to the screen before, or to what became of what it showed.
    private mutating func goBack(_ purpose: Step.Return) -> [Effect] {
        screen = trail.popLast() ?? .home(HomeScreen())
        if let id = screen.freezeID {
            guard let freeze = till.freezes[id] else {
                begin(.home(HomeScreen()))
                return []
            }
            if freeze.isOver { showResult(of: freeze) }
        } else if let id = screen.attemptID {
            guard let run = till.attempts[id] else {
                begin(.home(HomeScreen()))
                return []
            }
            if run.isOver { showResult(of: run) }
        }
        return follow(screen.apply(ReceiveNews(news: .cameBack(purpose)), in: &till))
    }

    // MARK: - Keys of the till

    mutating func perform(_ action: TillAction) -> [Effect] {
        if till.isSignedOut, action.needsClerk {
            till.note = .signInFirst
            return []
        }
        switch action {
        case .help:
            let pages = Screen.keyPages(till.settings)
            let name = screen.face.page.name
            open(.help(HelpScreen(here: pages.first { $0.name == name } ?? screen.face.page, all: pages)))
        case .quit: askToQuit()
        case .news: if acceptsKeys { openNews() }
        case .newDeposit: beginDeposit()
        case .signOut: signOut()
        case .lookUp: open(.lookUp(LookUpScreen()))
        case .openQuestions:
            guard acceptsKeys else { return [] }
            if case .openQuestions = screen {} else { open(.openQuestions(OpenQuestionsScreen())) }
            return [.loadOpenQuestions]
        case .held:
            guard acceptsKeys else { return [] }
            // The deposits that were read last may be shown until the new ones are there.
            if case .held = screen {} else { open(.held(HeldScreen())) }
            return [.loadHeld]
        case .find: if acceptsKeys { openFind() }
        }
        return []
    }

    /// A result that has just come up takes no keys: they were meant for what was there before.
    private var acceptsKeys: Bool { screen.face.acceptsKeys(at: now.uptime) }

    /// Begins a new deposit (F2).
    ///
    /// It moves no money and is never refused: what was armed is gone, what was sent goes on by itself.
    private mutating func beginDeposit() {
        if let id = screen.freezeID {
            till.note = till.freezes[id]?.leftInBackground ?? .leftInBackground
        } else if screen.attemptID != nil {
            till.note = .leftInBackground
        }
        begin(.amount(AmountScreen()))
    }

    private mutating func signOut() {
        guard !till.settings.staff.isEmpty else {
            till.note = .noStaff
            return
        }
        till.settings.clerk = nil
        till.notices = []
        begin(.signIn(SignInScreen()))
    }

    /// Opens the search; what was being typed into the look-up is taken along.
    private mutating func openFind() {
        var next = FindScreen()
        switch screen {
        case .find(let screen) where screen.stage == .form: return
        case .lookUp(let screen) where screen.stage == .entry:
            let typed = screen.field.text
            if !ScannedText.mayBePaymentCode(typed) { next.edit(.text) { $0.set(typed) } }
        case .home, .amount, .reference, .scan, .progress, .offer, .result, .lookUp, .openQuestions, .held, .find,
            .orderForm, .orderProgress, .orderResult, .signIn, .help:
            break
        }
        open(.find(next))
    }

    // MARK: - An amount that nobody goes on with

    /// Puts an amount away that nobody went on with, wherever it waits: the next code is another customer's.
    mutating func disarmIfIdle() {
        guard let keyTime = till.keyTime else { return }
        let idle = now.uptime - keyTime
        let settings = till.settings
        if let words = screen.face.disarms(after: idle, settings) {
            scanner.reset()
            begin(.amount(AmountScreen(problem: words)))
            return
        }
        guard trail.contains(where: { $0.face.disarms(after: idle, settings) != nil }) else { return }
        trail = trail.compactMap { below in
            guard let words = below.face.disarms(after: idle, settings) else { return below }
            guard case .amount = below else { return nil }
            return .amount(AmountScreen(problem: words))
        }
    }
}
