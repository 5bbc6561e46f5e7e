import PayEngine

/// Keys, scans and pastes, until they mean something to a screen.
extension State {
    mutating func press(_ pressed: Key) -> [Effect] {
        guard let key = withoutScannersLineFeed(pressed) else { return [] }
        // The till is being left: what comes on the heels of the key is not for the shell.
        if isQuitting, quitKey.isWaiting, key != .function(10), key != .control("x") { return [] }
        guard till.size.isEnough else { return pressUnseen(key) }
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

    /// Takes a key while the terminal is too small for the screens: only leaving works, which the one line that is left
    /// tells.
    private mutating func pressUnseen(_ key: Key) -> [Effect] {
        scanner.reset()
        noteQuitKey(key)
        if isQuitting {
            answerQuitting(key)
        } else if screen.face.meaning(of: key) == .till(.quit) {
            askToQuit()
        }
        return []
    }

    /// Does what a key does that ends or interrupts no scan.
    private mutating func act(on key: Key) -> [Effect] {
        // What confirms is F9 everywhere; any other key takes a first F9 back.
        if key == .function(9) { till.confirmKey.pressed(at: now.uptime) } else { till.confirmKey.forget() }
        noteQuitKey(key)
        if isQuitting {
            till.note = nil
            answerQuitting(key)
            // F2 is never ignored.
            return key == .function(2) ? act(on: key) : []
        }
        if let effects = perform(key) { return effects }
        return key == .backspace ? type(.deleteLast) : []
    }

    /// Does what the key asks for, of the screen or of the till; nil: nothing.
    private mutating func perform(_ key: Key) -> [Effect]? {
        switch screen.face.meaning(of: key) {
        case nil: return nil
        case .till(let action):
            till.note = nil
            return perform(action)
        case .screen:
            till.note = nil
            return screen.apply(PressKey(key: key), in: &till).map { follow($0) }
        }
    }

    private mutating func type(_ input: TextInput) -> [Effect] {
        follow(screen.apply(TypeInput(input: input), in: &till))
    }

    private mutating func noteQuitKey(_ key: Key) {
        if key == .function(10) || key == .control("x") { quitKey.pressed(at: now.uptime) } else { quitKey.forget() }
    }

    /// Puts a character into the field at once; what it was a part of is judged when that is over.
    private mutating func typeKey(_ character: Character, isAlt: Bool) -> [Effect] {
        till.confirmKey.forget()
        var effects = receiveSilentScan()
        if scanner.swallows(at: now.uptime) { return effects }
        if let late = refuseLateKey() { return effects + late }
        let character = !isQuitting && screen.face.takesPlainText ? character.plain : character
        scanner.typed(character, isAlt: isAlt, at: now.uptime, before: place)
        let answers = isQuitting
        isQuitting = false
        if answers, isAlt || !(character.isDigit || character == ".") {
            // Any key stays. What begins an amount is typed all the same: without it the rest would be another amount.
        } else if isAlt, !input.takesAlt {
            // Only a scanner sends it: it is never typed.
        } else if !scanner.isFast, let done = perform(.character(character)) {
            effects += done
        } else {
            effects += type(.character(character, isFast: scanner.isFast))
        }
        scanner.left(place)
        return effects
    }

    /// Refuses to send a payment code that still waits for its end once another key comes.
    private mutating func refuseLateKey() -> [Effect]? {
        guard input == .code else { return nil }
        guard scanner.isPaused(at: now.uptime), case .broken(let from) = verdict(.interruption) else { return nil }
        takeBack(from: from)
        scanner.brokeOff(at: now.uptime)
        _ = scanner.swallows(at: now.uptime)
        return receive(.broken)
    }

    // MARK: - Scans

    /// Breaks a scan off of which a part was dropped: what came with it and what follows is no scan, and nothing is
    /// typed of it.
    mutating func breakOffScan() -> [Effect] {
        let effects = endRun(.interruption)
        scanner.brokeOff(at: now.uptime)
        return effects ?? []
    }

    /// Takes a scan that ended in silence: some scanners end one with no key at all, and some scans break off.
    mutating func receiveSilentScan() -> [Effect] {
        guard till.size.isEnough else { return [] }
        return endRun(.pause) ?? []
    }

    private func verdict(_ end: ScanDetector.End) -> ScanDetector.Verdict {
        scanner.verdict(end, at: now.uptime, in: input)
    }

    /// Ends the run; nil where it was typing.
    private mutating func endRun(_ end: ScanDetector.End) -> [Effect]? {
        switch verdict(end) {
        case .typing: return nil
        case .scan(let text, let from):
            takeBack(from: from)
            // Without an end it may not have been all of it.
            if end == .key { scanner.ended(at: now.uptime) } else { scanner.brokeOff(at: now.uptime) }
            return receive(.text(text))
        case .burst(let from):
            let isLong = scanner.count(from: from) >= ScannedText.shortestNumber
            takeBack(from: from)
            scanner.ended(at: now.uptime)
            return receive(.burst(isLong: isLong))
        case .broken(let from):
            takeBack(from: from)
            scanner.brokeOff(at: now.uptime)
            return receive(.broken)
        }
    }

    /// Hands a scan to the screen; the question whether to leave takes none, either.
    private mutating func receive(_ scan: Scan) -> [Effect] {
        till.note = isQuitting ? .scanIgnored : nil
        guard !isQuitting else { return [] }
        return follow(screen.apply(ReceiveScan(scan: scan), in: &till))
    }

    /// Puts the screen back to what it was before a character of the run.
    private mutating func takeBack(from index: Int) {
        let cuts = scanner.takesNeighbours(from: index)
        if let before = scanner.place(before: index, now: place) {
            place = before
        } else {
            // Something else has changed the screen meanwhile.
            for _ in 0..<scanner.count(from: index) { _ = type(.deleteLast) }
        }
        if cuts, input == .money || input == .code { _ = type(.discard) }
    }

    /// What the keyboard types into.
    private var input: TypedField { isQuitting ? .none : screen.face.input }

    var place: ScanDetector.Place {
        get { ScanDetector.Place(screen: screen, trail: trail, isQuitting: isQuitting) }
        set {
            screen = newValue.screen
            trail = newValue.trail
            isQuitting = newValue.isQuitting
        }
    }

    // MARK: - Pastes

    /// Judges a paste as text where it is put; it confirms, leaves and opens nothing.
    mutating func paste(_ text: String) -> [Effect] {
        let line = String(text.printable.drop { $0 == " " }.prefix(TextField.maximumLength)).withoutTrailingSpaces
        guard !isQuitting, till.size.isEnough, !line.isEmpty else { return [] }
        till.confirmKey.forget()
        let effects = receiveSilentScan()
        scanner.reset()
        switch input {
        case .none: return effects
        // A PIN is typed by who knows it.
        case .pin:
            till.note = .scanIgnored
            return effects
        case .money: return effects + type(.paste(ScannedText.withPlainSigns(line)))
        case .code, .number, .words: return effects + type(.paste(line))
        }
    }

    // MARK: - Line feeds

    /// Takes a line feed as Enter, unless it directly follows an Enter as its second half.
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

extension TypedField {
    /// Where any text is welcome, a scanner's Alt digits are text, too.
    fileprivate var takesAlt: Bool {
        switch self {
        case .number, .words: true
        case .money, .code, .pin, .none: false
        }
    }
}
