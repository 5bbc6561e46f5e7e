import PayEngine

/// Which screen hears what. Each screen's part stands beside its struct, in Screens.
extension State {
    mutating func perform(_ action: Action) -> [Effect] {
        if isSignedOut, action.needsClerk {
            note = .signInFirst
            return []
        }
        switch action {
        case .help:
            open(.help(HelpScreen(context: screen.context)))
            return []
        case .quit: return askToQuit()
        case .news: return openNews()
        case .newDeposit: return beginDeposit()
        case .leave: return screen == .home ? signOut() : beginDeposit()
        case .openQuestions: return openOpenQuestions()
        case .held: return openHeld()
        case .find: return openFind()
        case .lookUp, .back, .release, .consume, .offerCode, .choose, .submit, .quickAmount,
            .switchPlatform, .closeByHand, .confirm, .askWeChat, .askAlipay,
            .narrow, .refresh, .clear, .up, .down, .pageUp, .pageDown, .top, .bottom:
            return performOnScreen(action)
        }
    }

    private mutating func performOnScreen(_ action: Action) -> [Effect] {
        switch screen {
        case .home: home(action)
        case .amount(let screen): amount(screen, action)
        case .reference(let screen): reference(screen, action)
        case .scan(let screen): scan(screen, action)
        case .progress: progress(action)
        case .result(let screen): result(screen, action)
        case .lookUp(let screen): lookUp(screen, action)
        case .openQuestions(let screen): openQuestions(screen, action)
        case .help(let screen): help(screen, action)
        case .followUp(let screen): followUp(screen, action)
        case .followUpProgress(let id): followUpProgress(id, action)
        case .followUpResult(let screen): followUpResult(screen, action)
        case .offer(let id): offer(id, action)
        case .held(let screen): held(screen, action)
        case .find(let screen): find(screen, action)
        case .signIn(let screen): signIn(screen, action)
        }
    }

    /// A scan ended by Enter or Tab. Its characters were typed into the screen already.
    mutating func receive(scan text: SecretBytes) -> [Effect] {
        switch screen {
        case .home: homeReceives(text)
        case .amount(let screen): amount(screen, receives: text)
        case .reference(let screen): reference(screen, receives: text)
        case .scan(let screen): scan(screen, receives: text)
        case .progress, .result, .help, .followUpProgress, .followUpResult: ignoreScan()
        case .lookUp(let screen): lookUp(screen, receives: text)
        case .openQuestions(let screen): openQuestions(screen, receives: text)
        case .followUp(let screen): followUp(screen, receives: text)
        case .offer: ignoreScan()
        case .held: heldReceives(text)
        case .find(let screen): find(screen, receives: text)
        case .signIn(let screen): signIn(screen, receives: text)
        }
    }

    /// Types a character into the screen's field, if it has one.
    ///
    /// - Parameter isFast: it came as quickly behind another as nobody types.
    mutating func type(_ character: Character, isFast: Bool) {
        switch screen {
        case .home: homeTyped(character, isFast: isFast)
        case .amount(var screen):
            note = nil
            screen.type(character, isFast: isFast)
            self.screen = .amount(screen)
        case .reference, .scan, .lookUp, .find, .signIn:
            note = nil
            edit { $0.type(character) }
        case .openQuestions(var screen):
            note = nil
            if screen.typePin(character) {
                self.screen = .openQuestions(screen)
            } else {
                edit { $0.type(character) }
            }
        case .followUp(var screen):
            note = nil
            screen.type(character, settings)
            self.screen = .followUp(screen)
        case .progress, .result, .help, .followUpProgress, .followUpResult: break
        case .offer, .held: break
        }
    }

    mutating func deleteLast() {
        if case .amount(var screen) = screen, screen.isSelected {
            screen.clear()
            self.screen = .amount(screen)
        } else if case .followUp(var screen) = screen {
            screen.deleteLast(settings)
            self.screen = .followUp(screen)
        } else if case .openQuestions(var screen) = screen, screen.context == .pin {
            screen.changeApproval { $0.deleteLast() }
            self.screen = .openQuestions(screen)
        } else {
            edit { $0.deleteLast() }
        }
    }

    /// Changes the screen's field, if it has one.
    mutating func edit(_ change: (inout TextField) -> Void) {
        switch screen {
        case .amount(var screen):
            screen.isSelected = false
            change(&screen.field)
            screen.problem = nil
            self.screen = .amount(screen)
        case .reference(var screen):
            change(&screen.field)
            screen.problem = nil
            self.screen = .reference(screen)
        case .scan(var screen):
            change(&screen.field)
            screen.problem = nil
            self.screen = .scan(screen)
        case .lookUp(var screen):
            screen.edit(change)
            self.screen = .lookUp(screen)
        case .openQuestions(var screen):
            screen.edit(change)
            self.screen = .openQuestions(screen)
        case .find(var screen):
            screen.edit(change)
            self.screen = .find(screen)
        case .signIn(var screen):
            screen.edit(change)
            self.screen = .signIn(screen)
        case .home, .progress, .result, .help, .followUp, .followUpProgress, .followUpResult: break
        case .offer, .held: break
        }
    }

    mutating func clearField() {
        edit { $0.clear() }
    }

    /// After a freeze was sent, scans change nothing: a code that was read twice must not begin anything.
    mutating func ignoreScan() -> [Effect] {
        note = .scanIgnored
        return []
    }
}
