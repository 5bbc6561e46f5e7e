import PayEngine

/// A release or a consume that was confirmed. Esc takes it back as long as it is not made; nothing takes back what is.
extension State {
    mutating func followUpProgress(_ id: FollowUpID, _ action: Action) -> [Effect] {
        guard action == .back, let run = followUps[id] else { return [] }
        switch run.stage {
        case .preparing, .heldBack:
            note = .takingBack
            return [.withdraw(id)]
        case .underWay, .ended:
            note = .cannotBeTakenBack
            return []
        }
    }

    /// The desk told something of a release or a consume. When it ended, its screen becomes the result; elsewhere a
    /// banner tells it.
    mutating func followUpAdvanced(_ id: FollowUpID, by change: (inout FollowUpRun) -> Void) -> [Effect] {
        guard var run = followUps[id], !run.isOver else { return [] }
        change(&run)
        followUps[id] = run
        // It was made before Esc came to it.
        if note == .takingBack, run.order != nil { note = .cannotBeTakenBack }
        if let order = run.order { trail = trail.map { $0.showing(order.deposit) } }
        guard case .ended(let end) = run.stage else { return [] }
        if screen == .followUpProgress(id) {
            showResult(of: run)
        } else {
            if !trail.contains(.followUpProgress(id)) { followUps[id] = nil }
            addNews(end.order.map { .order($0) } ?? .followUp(run, end))
        }
        return [.loadOpenQuestions]
    }

    /// Puts the result where the progress was.
    mutating func showResult(of run: FollowUpRun) {
        guard case .ended(let end) = run.stage else { return }
        followUps[run.id] = nil
        removeNews(of: run.order?.number)
        isQuitting = false
        note = nil
        show(.followUpResult(FollowUpResultScreen(end: end, draft: run.draft, shownTime: now.uptime)))
    }
}

extension Screen {
    /// A result that waits below: its deposit holds less by now.
    fileprivate func showing(_ deposit: Deposit) -> Screen {
        guard case .result(var screen) = self, screen.deposit?.number == deposit.number else { return self }
        screen.end = ResultScreen.end(of: deposit)
        return .result(screen)
    }
}
