import PayEngine

extension State {
    mutating func press(_ pressed: Key) -> [Effect] {
        guard let key = withoutScannersLineFeed(pressed) else { return [] }
        // The till is being left: what comes on the heels of the key is not for the shell.
        if isQuitting, quitKey.isWaiting, key != .function(10), key != .control("x") { return [] }
        guard size.isEnough else { return pressUnseen(key) }
        switch key {
        case .character(let character): return typeKey(character, isAlt: false)
        case .alt(let character): return typeKey(character, isAlt: true)
        case .enter, .lineFeed, .tab:
            if scanner.isFrame(at: now.uptime) { return [] }
            if let effects = endRun(.key) { return effects }
        case .control:
            // A scanner's, in the middle of a scan or right behind it.
            if rush > 1 || scanner.isFrame(at: now.uptime) || scanner.isBusy(at: now.uptime) {
                // STX and ETX stand between two scans; other control bytes may stand in one.
                if key == .control("b") || key == .control("c") { scanner.marked() }
                return []
            }
            let before = place
            let effects = act(on: key)
            scanner.reset()
            scanner.framed(at: now.uptime, before: before)
            return effects
        case .function:
            let effects = endRun(.interruption) ?? []
            scanner.touched()
            rush = 0
            return effects + act(on: key)
        case .escape, .backspace, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown:
            if let effects = endRun(.interruption) { return effects }
            scanner.touched()
            rush = 0
            return act(on: key)
        }
        scanner.reset()
        return act(on: key)
    }

    /// The terminal is too small for the screens; only leaving works, which the one line that is left tells.
    private mutating func pressUnseen(_ key: Key) -> [Effect] {
        scanner.reset()
        let action = KeyMap.action(for: key, in: context)
        noteQuitKey(key)
        if isQuitting { return answerQuitting(action) }
        return action == .quit ? askToQuit() : []
    }

    /// What a key does that ends or interrupts no scan.
    private mutating func act(on key: Key) -> [Effect] {
        if key == .function(9) { confirmKey.pressed(at: now.uptime) }
        noteQuitKey(key)
        let action = KeyMap.action(for: key, in: context)
        if action != .confirm { confirmKey.forget() }
        if isQuitting {
            note = nil
            let effects = answerQuitting(action)
            // F2 is never ignored.
            return key == .function(2) ? act(on: key) : effects
        }
        if let action {
            note = nil
            return perform(action)
        }
        if key == .backspace { deleteLast() }
        return []
    }

    private mutating func noteQuitKey(_ key: Key) {
        if key == .function(10) || key == .control("x") { quitKey.pressed(at: now.uptime) } else { quitKey.forget() }
    }

    /// A character goes into the field at once; what it was a part of is judged when that is over.
    private mutating func typeKey(_ character: Character, isAlt: Bool) -> [Effect] {
        confirmKey.forget()
        var effects = receiveSilentScan()
        if scanner.swallows(at: now.uptime) { return effects }
        if let late = refuseLateKey() { return effects + late }
        let character = context.takesOnlyPlainText ? character.plain : character
        scanner.typed(character, isAlt: isAlt, at: now.uptime, before: place)
        let answers = isQuitting
        isQuitting = false
        if answers, isAlt || !(character.isDigit || character == ".") {
            // Any key stays. What begins an amount is typed all the same: without it the rest would be another one.
        } else if isAlt, !scanField.takesAlt {
            // Only a scanner sends it: it is never typed.
        } else if !scanner.isFast, let action = KeyMap.action(for: .character(character), in: context) {
            note = nil
            effects += perform(action)
        } else {
            type(character, isFast: scanner.isFast)
        }
        scanner.left(place)
        return effects
    }

    /// A payment code that still waits for its end is not sent any more once another key comes.
    private mutating func refuseLateKey() -> [Effect]? {
        guard scanField == .code else { return nil }
        guard scanner.isPaused(at: now.uptime), case .broken(let from) = verdict(.interruption) else { return nil }
        takeBack(from: from)
        scanner.brokeOff(at: now.uptime)
        _ = scanner.swallows(at: now.uptime)
        return refuse(isBroken: true)
    }

    // MARK: - Scans

    /// A part of what came was dropped: what came with it and what follows is no scan, and nothing is typed of it.
    mutating func breakOffScan() -> [Effect] {
        let effects = endRun(.interruption)
        scanner.brokeOff(at: now.uptime)
        return effects ?? []
    }

    /// Some scanners end a scan with no key at all, and some scans break off: both are known by the silence after them.
    mutating func receiveSilentScan() -> [Effect] {
        guard size.isEnough else { return [] }
        return endRun(.pause) ?? []
    }

    private func verdict(_ end: ScanDetector.End) -> ScanDetector.Verdict {
        scanner.verdict(end, at: now.uptime, in: scanField)
    }

    /// Nil where it was typing.
    private mutating func endRun(_ end: ScanDetector.End) -> [Effect]? {
        switch verdict(end) {
        case .typing: return nil
        case .scan(let text, let from):
            takeBack(from: from)
            // Without an end it may not have been all of it.
            if end == .key { scanner.ended(at: now.uptime) } else { scanner.brokeOff(at: now.uptime) }
            note = nil
            return isQuitting ? ignoreScan() : receive(scan: text)
        case .burst(let from):
            let isLong = scanner.count(from: from) >= ScannedText.shortestNumber
            takeBack(from: from)
            scanner.ended(at: now.uptime)
            return refuse(isBroken: false, isLong: isLong)
        case .broken(let from):
            takeBack(from: from)
            scanner.brokeOff(at: now.uptime)
            return refuse(isBroken: true)
        }
    }

    /// Puts the screen back to what it was before a character of the run.
    private mutating func takeBack(from index: Int) {
        let cuts = scanner.takesNeighbours(from: index)
        if let before = scanner.place(before: index, now: place) {
            place = before
        } else {
            // Something else has changed the screen meanwhile.
            for _ in 0..<scanner.count(from: index) { edit { $0.deleteLast() } }
        }
        // A part of an amount is another amount.
        guard cuts else { return }
        if case .followUp(var screen) = screen, !screen.isAtRemark {
            screen.reset()
            self.screen = .followUp(screen)
        } else if scanField == .money || scanField == .code {
            clearField()
        }
    }

    /// Says that it was no amount, no code and no PIN. It is not shown again: it may hold a secret.
    ///
    /// - Parameter isLong: it was as long as numbers and codes are.
    private mutating func refuse(isBroken: Bool, isLong: Bool = false) -> [Effect] {
        note = nil
        guard !isQuitting else { return ignoreScan() }
        let words: Phrase = isBroken ? .scanBrokeOff : isLong ? .longScanIsNothing : burstIsNoAmount
        switch screen {
        case .home: note = words
        case .amount(var screen):
            screen.problem = words
            self.screen = .amount(screen)
        case .scan(var screen):
            screen.field.clear()
            screen.problem = .scanBrokeOff
            self.screen = .scan(screen)
        case .followUp(let screen): return followUp(screen, refuses: words)
        case .openQuestions, .signIn:
            guard scanField == .pin else { return ignoreScan() }
            return receive(scan: SecretBytes())
        case .lookUp(var screen):
            guard screen.context == .lookUpEntry else { return ignoreScan() }
            screen.edit { $0.clear() }
            screen.problem = .scanBrokeOff
            self.screen = .lookUp(screen)
        case .find(var screen):
            guard screen.stage == .form else { return ignoreScan() }
            screen.edit { $0.clear() }
            screen.problem = .scanBrokeOff
            self.screen = .find(screen)
        case .reference(var screen):
            screen.problem = .codeIsNoReference
            self.screen = .reference(screen)
        case .progress, .result, .help, .followUpProgress, .followUpResult, .offer, .held: return ignoreScan()
        }
        return []
    }

    /// What the keyboard types into.
    var scanField: ScanDetector.Field {
        guard !isQuitting else { return .none }
        switch context {
        case .home, .amount: return .money
        case .followUpAmount:
            guard case .followUp(let screen) = screen, screen.isAtRemark else { return .money }
            return .words
        case .scan: return .code
        case .reference, .closingReason: return .words
        case .lookUpEntry, .findForm: return .number
        case .signIn:
            guard case .signIn(let screen) = screen else { return .none }
            switch screen.stage {
            case .choosing: return .number
            case .pin: return .pin
            case .checking: return .none
            }
        case .pin: return .pin
        case .progress, .result, .lookUp, .lookUpPlatform, .openQuestions, .closingConfirmation, .closingUnderWay,
            .help, .quitting, .approver, .pinCheck, .followUpConfirmation, .offer, .held, .found:
            return .none
        }
    }

    var place: ScanDetector.Place {
        get { ScanDetector.Place(screen: screen, trail: trail, isQuitting: isQuitting) }
        set {
            screen = newValue.screen
            trail = newValue.trail
            isQuitting = newValue.isQuitting
        }
    }

    // MARK: - Pastes

    /// A paste is judged as text where it is put. It confirms, leaves and opens nothing.
    mutating func paste(_ text: String) -> [Effect] {
        let line = String(text.printable.drop { $0 == " " }.prefix(TextField.maximumLength)).withoutTrailingSpaces
        guard !isQuitting, size.isEnough, !line.isEmpty else { return [] }
        confirmKey.forget()
        let effects = receiveSilentScan()
        scanner.reset()
        switch scanField {
        case .none: return effects
        // A PIN is typed by who knows it.
        case .pin: return effects + ignoreScan()
        case .money: pasteAmount(ScannedText.withPlainSigns(line))
        case .code, .number, .words:
            note = nil
            edit { field in
                for character in line { field.type(character) }
            }
        }
        return effects
    }

    private mutating func pasteAmount(_ text: String) {
        note = nil
        let problem: Phrase
        switch ScannedText(text) {
        case .paymentCode: problem = .amountFirst
        case .orderNumber: problem = .numberIsNoAmount
        case .other:
            do throws(Fen.ParsingError) {
                _ = try Fen(yuan: text)
                putAmount(text)
                return
            } catch {
                problem = .wrongAmount(error, maximum: settings.maximum)
            }
        }
        switch screen {
        case .home: note = problem
        case .amount(var screen):
            screen.problem = problem
            self.screen = .amount(screen)
        case .followUp(var screen):
            screen.problem = problem
            self.screen = .followUp(screen)
        case .reference, .scan, .progress, .result, .lookUp, .openQuestions, .help, .followUpProgress, .followUpResult,
            .offer, .held, .find, .signIn:
            break
        }
    }

    /// An amount that is put into the field takes the place of what is there: two of them side by side are a third one.
    private mutating func putAmount(_ text: String) {
        switch screen {
        case .followUp(var screen):
            screen.put(text, settings)
            self.screen = .followUp(screen)
        case .home, .amount:
            var next = AmountScreen()
            next.field.set(text)
            if screen == .home { begin(.amount(next)) } else { show(.amount(next)) }
        case .reference, .scan, .progress, .result, .lookUp, .openQuestions, .help, .followUpProgress, .followUpResult,
            .offer, .held, .find, .signIn:
            break
        }
    }

    // MARK: - Line feeds

    /// A line feed is Enter, unless it directly follows an Enter as its second half.
    private mutating func withoutScannersLineFeed(_ key: Key) -> Key? {
        switch key {
        case .lineFeed:
            defer { enterTime = nil }
            if let enterTime, now.uptime - enterTime <= ScanDetector.wirelessGap { return nil }
            return .enter
        case .enter:
            enterTime = now.uptime
            return key
        case .character, .alt:
            enterTime = nil
            return key
        case .control, .function, .tab, .escape, .backspace, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown:
            return key
        }
    }
}

extension ScanDetector.Field {
    /// Where any text is welcome, a scanner's Alt digits are text, too.
    fileprivate var takesAlt: Bool {
        switch self {
        case .number, .words: true
        case .money, .code, .pin, .none: false
        }
    }
}

extension KeyContext {
    /// Amounts, codes and numbers are ASCII. Full-width characters of an input method become plain ones there.
    fileprivate var takesOnlyPlainText: Bool {
        switch self {
        case .home, .amount, .scan, .lookUpEntry, .lookUpPlatform, .followUpAmount, .pin: true
        case .reference, .progress, .result, .lookUp, .openQuestions, .closingReason, .closingConfirmation,
            .closingUnderWay, .help, .quitting, .approver, .pinCheck, .followUpConfirmation:
            false
        case .signIn: true
        case .offer, .held, .findForm, .found: false
        }
    }
}
