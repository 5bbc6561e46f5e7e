/// Makes keys and pastes of the bytes that a terminal sends, in pieces of any size.
///
/// What is unfinished is kept from read to read. What is whole and unknown is dropped whole, and so is what does not
/// hold together: no part of a sequence ever becomes text, and no scan that runs into one is cut. It reads no clock:
/// whoever reads says when bytes came, and when none did.
struct InputDecoder: Sendable {
    enum Input: Equatable, Sendable {
        case key(Key)
        /// A bracketed paste, without control characters but line ends and tabs.
        case paste(String)
    }

    private enum Mode: Equatable, Sendable {
        case keys
        /// Between the marks of a paste.
        case paste(since: Int64)
        /// Behind a paste that did not end: what comes may still be its rest.
        case pasteRest(until: Int64)
        /// Behind something that did not hold together.
        case noise
    }

    /// The milliseconds between bytes that may belong together.
    ///
    /// An escape byte that stood alone for so long is Esc.
    static let escapeTime: Int64 = 50
    /// Further apart than this the bytes of a longer sequence are not trusted to be one.
    static let sequenceGap: Int64 = 100
    /// What is unfinished for so long is forgotten.
    static let unfinishedTime: Int64 = 1000
    /// Noise ends with so much silence: a scanner pauses less within a code.
    static let noiseSilence: Int64 = 300
    /// A paste ends when nothing came for so long, and what follows for so long is dropped.
    static let pasteSilence: Int64 = 1000
    /// No paste takes longer.
    static let longestPaste: Int64 = 60_000
    /// In bytes of UTF-8; more than any field takes.
    static let pasteLimit = 4096

    private let sequences: KeySequences
    private var parser: InputParser
    private var mode: Mode
    private var paste = ""
    private var lastTime: Int64
    /// A longer sequence is under way whose bytes came too slowly.
    private var isTorn = false
    /// Nothing but the rest of a burst has come since a paste's end mark.
    private var isBehindPaste = false
    /// The last byte ended a mouse report that may be three digits of a code.
    private var isBehindDoubt = false
    /// Text was dropped that may be a part of a scan.
    private var hasLostText = false
    /// When the escape byte came that was taken for Esc last.
    private var escapeMoment: Int64?

    /// - Parameters:
    ///   - sequences: what the terminal's keys send.
    ///   - time: now, in milliseconds of any steady clock, the one that the others are by.
    ///   - isMidway: what was sent before now was dropped, and more of it may come.
    init(sequences: KeySequences = KeySequences(), at time: Int64, isMidway: Bool = false) {
        self.sequences = sequences
        parser = InputParser(readsMouse: !sequences.hasKeyInPlaceOfMouse)
        lastTime = time
        mode = isMidway ? .noise : .keys
    }

    /// When ``pass(to:)`` is to be called next if no byte comes before; nil: nothing waits.
    var deadline: Int64? {
        switch mode {
        case .keys:
            if parser.isBetweenSequences { return nil }
            return lastTime + (parser.loneEscapes > 0 ? Self.escapeTime : Self.unfinishedTime)
        case .paste: return lastTime + Self.pasteSilence
        case .pasteRest(let until): return max(until, lastTime + Self.noiseSilence)
        case .noise: return lastTime + Self.noiseSilence
        }
    }

    /// Whether text was dropped since this was asked last: what follows may be the rest of it.
    mutating func takeLoss() -> Bool {
        defer { hasLostText = false }
        return hasLostText
    }

    /// Takes a byte that was read at that time.
    ///
    /// One by one, so that no array ever holds the keys of a whole scan.
    mutating func decode(_ byte: UInt8, at time: Int64) -> [Input] {
        var inputs: [Input] = []
        take(byte, at: time, into: &inputs)
        lastTime = time
        return inputs
    }

    /// There was nothing to read at that time.
    mutating func pass(to time: Int64) -> [Input] {
        guard let deadline, time >= deadline else { return [] }
        var inputs: [Input] = []
        switch mode {
        case .keys:
            for _ in 0..<parser.loneEscapes { add(.escape, to: &inputs) }
            escapeMoment = parser.loneEscapes > 0 ? lastTime : nil
            parser.giveUp()
        case .paste:
            // Half a paste is none.
            endPaste()
            mode = .pasteRest(until: time + Self.pasteSilence)
        case .pasteRest, .noise:
            parser.giveUp()
            mode = .keys
        }
        return inputs
    }

    private mutating func take(_ byte: UInt8, at time: Int64, into inputs: inout [Input]) {
        if mode == .noise {
            hasLostText = hasLostText || byte >= 0x20
            return
        }
        let gap = time - lastTime
        isBehindPaste = isBehindPaste && gap <= Self.escapeTime
        guard mode == .keys else { return takeInPaste(byte, at: time, into: &inputs) }
        if startsNoise(byte, gap: gap) {
            mode = .noise
            hasLostText = true
            return
        }
        if isRestOfEscape(byte, at: time) {
            parser.resumeEscape()
            isTorn = true
        } else if byte == 0x1B || parser.isBetweenSequences {
            isTorn = false
        } else {
            isTorn = isTorn || gap > Self.sequenceGap
        }
        guard let token = parser.feed(byte) else { return }
        take(token, at: time, into: &inputs)
    }

    private mutating func take(_ token: InputParser.Token, at time: Int64, into inputs: inout [Input]) {
        if case .sequence(KeySequences.pasteStart, _) = token {
            mode = .paste(since: time)
            return
        }
        guard !isTorn else {
            mode = .noise
            return
        }
        switch token {
        case .scalar(let scalar):
            if let key = Self.key(scalar) { add(key, to: &inputs) }
        case .escape: add(.escape, to: &inputs)
        case .sequence(let bytes, hasAlt: false):
            if let key = sequences[bytes] { add(key, to: &inputs) }
        case .doubtfulMouse: isBehindDoubt = true
        case .broken:
            mode = .noise
            // Digits may have gone into the place of its parameters.
            hasLostText = true
        case .sequence, .dropped: break
        }
    }

    /// A code's digits may have gone into the place of a mouse report; then the others must go, too.
    private mutating func startsNoise(_ byte: UInt8, gap: Int64) -> Bool {
        defer { isBehindDoubt = false }
        return isBehindDoubt && gap <= Self.escapeTime && byte != 0x1B
    }

    /// A sequence whose escape byte was taken for Esc already.
    private mutating func isRestOfEscape(_ byte: UInt8, at time: Int64) -> Bool {
        defer { escapeMoment = nil }
        guard let escapeMoment, byte == UInt8(ascii: "[") else { return false }
        return time - escapeMoment <= Self.unfinishedTime
    }

    // MARK: - Pastes

    private mutating func takeInPaste(_ byte: UInt8, at time: Int64, into inputs: inout [Input]) {
        if case .paste(let start) = mode, time - start > Self.longestPaste {
            endPaste()
            mode = .pasteRest(until: time + Self.pasteSilence)
        }
        guard let token = parser.feed(byte) else { return }
        switch token {
        case .sequence(KeySequences.pasteEnd, _):
            if case .paste = mode, !paste.isEmpty { inputs.append(.paste(paste)) }
            endPaste()
            mode = .keys
            isBehindPaste = true
        case .scalar(let scalar):
            add(scalar)
        case .broken:
            if case .scalar(let scalar)? = parser.feed(byte) { add(scalar) }
        // Codes of keys, and whatever else is between the marks, are no keys.
        case .escape, .sequence, .doubtfulMouse, .dropped: break
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        guard Self.isText(scalar) else { return }
        guard case .paste = mode else {
            hasLostText = true
            return
        }
        if paste.utf8.count + scalar.utf8.count <= Self.pasteLimit { paste.unicodeScalars.append(scalar) }
    }

    private mutating func endPaste() {
        parser.giveUp()
        paste = ""
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0x00...0x1F, 0x7F...0x9F: false
        default: true
        }
    }

    // MARK: - Keys

    /// What comes in one burst with a paste's end mark is part of it: it may be typed, and does nothing else.
    private func add(_ key: Key, to inputs: inout [Input]) {
        switch key {
        case .character, .enter, .lineFeed, .tab, .backspace: break
        case .control, .alt, .function, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown:
            guard !isBehindPaste else { return }
        }
        inputs.append(.key(key))
    }

    private static func key(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x0D: .enter
        case 0x0A: .lineFeed
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x00, 0x80...0x9F: nil
        case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0x1B...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        default: .character(Character(scalar))
        }
    }
}
