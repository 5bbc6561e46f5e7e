extension State {
    /// How many screens Esc can go back.
    private static let trailLimit = 6

    /// Opens a screen; Esc comes back to this one.
    mutating func open(_ next: Screen) {
        // Neither a code nor a PIN must wait in its field for somebody to come back.
        switch screen {
        case .scan, .signIn: clearField()
        case .home, .amount, .reference, .progress, .result, .lookUp, .openQuestions, .help: break
        case .followUp, .followUpProgress, .followUpResult: break
        case .offer, .held, .find: break
        }
        forgetPin()
        trail.append(screen)
        if trail.count > Self.trailLimit { trail.removeFirst() }
        show(next)
    }

    /// Goes to a screen from which Esc leads to Home.
    mutating func begin(_ next: Screen) {
        trail = []
        freezes = freezes.filter { !$0.value.isOver }
        followUps = followUps.filter { !$0.value.isOver }
        show(next)
    }

    /// Replaces this screen; the way back stays.
    mutating func show(_ next: Screen) {
        screen = next
    }

    mutating func goBack() {
        let left = screen
        show(trail.popLast() ?? .home)
        selectAmount(behind: left)
        if case .followUpProgress(let id) = screen { return backToFollowUp(id) }
        guard let id = screen.freezeID else { return }
        guard let freeze = freezes[id] else {
            show(.home)
            return
        }
        if freeze.isOver { showResult(of: freeze) }
    }

    /// An amount that was gone on with is replaced by the first digit; beside it that would make another amount.
    private mutating func selectAmount(behind left: Screen) {
        guard case .amount(var screen) = screen else { return }
        switch left {
        case .reference, .scan: screen.isSelected = true
        case .home, .amount, .progress, .result, .lookUp, .openQuestions, .help, .followUp, .followUpProgress,
            .followUpResult, .offer, .held, .find, .signIn:
            return
        }
        self.screen = .amount(screen)
    }

    private mutating func backToFollowUp(_ id: FollowUpID) {
        guard let run = followUps[id] else {
            show(.home)
            return
        }
        if run.isOver { showResult(of: run) }
    }

    /// A PIN must not wait in its field, either.
    private mutating func forgetPin() {
        if case .followUp(var screen) = screen {
            screen.forgetPin()
            self.screen = .followUp(screen)
        } else if case .openQuestions(var screen) = screen {
            screen.forgetPin()
            self.screen = .openQuestions(screen)
        }
    }

    mutating func goHome() {
        begin(.home)
    }
}
