import PayEngine

extension State {
    mutating func press(_ pressed: Key) -> [Effect] {
        guard let key = withoutScannersLineFeed(pressed) else { return [] }
        guard size.isEnough else { return KeyMap.action(for: key, in: context) == .quit ? askToQuit() : [] }
        switch key {
        case .character(let character): scanner.typed(character, at: now.uptime)
        case .enter, .tab:
            if let scan = scanner.finished(at: now.uptime) {
                note = nil
                return isQuitting ? [] : receive(scan: scan)
            }
        case .control, .alt, .function, .lineFeed, .escape, .backspace, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown:
            scanner.reset()
        }
        if let action = KeyMap.action(for: key, in: context) {
            note = nil
            return isQuitting ? answerQuitting(action) : perform(action)
        }
        guard !isQuitting else { return [] }
        switch key {
        case .character(let character): type(character)
        case .backspace: deleteLast()
        case .control, .alt, .function, .enter, .lineFeed, .tab, .escape, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown:
            break
        }
        return []
    }

    /// Some scanners end a scan with no key at all. What can only be a scan counts as one after a moment of silence.
    mutating func receiveSilentScan() -> [Effect] {
        guard let text = scanner.finishedBySilence(at: now.uptime), !isQuitting, size.isEnough else { return [] }
        switch ScannedText(text) {
        case .paymentCode: break
        case .orderNumber: guard context.expectsNumbers else { return [] }
        case .other: return []
        }
        note = nil
        return receive(scan: text)
    }

    /// A paste counts as a scan, except that a short text is put where the cursor is.
    mutating func paste(_ text: String) -> [Effect] {
        let line = String(text.printable.drop { $0 == " " }.prefix(TextField.maximumLength)).withoutTrailingSpaces
        guard !isQuitting, size.isEnough, !line.isEmpty else { return [] }
        // A PIN is typed by who knows it.
        guard context != .pin else { return ignoreScan() }
        note = nil
        scanner.reset()
        for character in line { type(character) }
        guard line.count >= ScanDetector.minimumLength else { return [] }
        return receive(scan: line)
    }

    /// A line feed is Enter, unless it directly follows an Enter as its second half. Full-width characters of an input
    /// method become plain ones where numbers are typed.
    private mutating func withoutScannersLineFeed(_ key: Key) -> Key? {
        switch key {
        case .lineFeed:
            defer { enterTime = nil }
            if let enterTime, now.uptime - enterTime <= ScanDetector.gap { return nil }
            return .enter
        case .enter:
            enterTime = now.uptime
            return key
        case .character(let character):
            enterTime = nil
            return .character(context.takesOnlyPlainText ? character.plain : character)
        case .control, .alt, .function, .tab, .escape, .backspace, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown:
            return key
        }
    }
}

extension KeyContext {
    /// A scanned order number opens the look-up here.
    fileprivate var expectsNumbers: Bool {
        switch self {
        case .home, .amount, .lookUpEntry, .lookUp, .lookUpPlatform: true
        case .reference, .scan, .progress, .result, .openQuestions, .closingReason, .closingConfirmation,
            .closingUnderWay, .help, .quitting, .followUpAmount, .approver, .pin, .pinCheck, .followUpConfirmation:
            false
        case .found, .held: true
        case .offer, .findForm, .signIn: false
        }
    }

    /// Amounts, codes and numbers are ASCII.
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

extension Character {
    /// The ASCII form of a full-width character, the point of an ideographic full stop; else itself.
    fileprivate var plain: Character {
        guard let value = unicodeScalars.first?.value, unicodeScalars.count == 1 else { return self }
        switch value {
        case 0xFF01...0xFF5E: return Character(Unicode.Scalar(UInt8(value - 0xFF01 + 0x21)))
        case 0x3002: return "."
        case 0x3000: return " "
        default: return self
        }
    }
}
