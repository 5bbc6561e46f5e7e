/// Parts the bytes of a terminal into characters and whole escape sequences.
///
/// It goes by the grammar of ECMA-48 and the few things that terminals send beside it. It knows no time and no keys:
/// what is unfinished stays until it is finished, given up, or shown to be something else.
struct InputParser: Sendable {
    /// What stands between two boundaries.
    enum Token: Equatable, Sendable {
        /// A character, or a control byte.
        case scalar(Unicode.Scalar)
        /// An escape byte that another escape byte follows, and that nothing can belong to any more.
        case escape
        /// A sequence of parameters or of one letter, from the byte behind the escape byte on.
        case sequence([UInt8], hasAlt: Bool)
        /// Three digits where a mouse report has its place: they may be the beginning of something else.
        case doubtfulMouse
        /// Something whole that says nothing to a till: a report as a string, the mouse, an accented Alt key.
        case dropped
        /// The byte does not go on with what was unfinished, which is forgotten. The byte itself was not taken.
        case broken
    }

    /// Where in something unfinished the bytes are.
    private enum Place: Equatable, Sendable {
        case ground
        /// In a character of several bytes.
        case character(UTF8Character, isDropped: Bool)
        /// Behind one escape byte, or behind two.
        case escape(isDouble: Bool)
        /// Behind `ESC [`, with what is told of the sequence so far.
        case control(hasAlt: Bool, isPastParameters: Bool)
        /// Behind `ESC [ [`, with which the Linux console begins F1 to F5.
        case console(hasAlt: Bool)
        /// Behind `ESC O`.
        case single(hasAlt: Bool)
        /// In the three bytes of a mouse report.
        case mouse(left: Int, areDigits: Bool)
        /// In a string that only its own end mark ends.
        case string(previous: UInt8)
        /// Behind an escape byte in a string: a backslash ends it.
        case stringEnd
    }

    private static let escape: UInt8 = 0x1B
    /// More than any key's sequence; what is longer is unknown, and its bytes need not be kept.
    private static let longest = 32

    /// What `ESC [ M` begins, unless the terminal calls a key so.
    private let readsMouse: Bool
    private var place = Place.ground
    private var bytes: [UInt8] = []

    /// - Parameter readsMouse: false where `ESC [ M` is a key.
    init(readsMouse: Bool = true) {
        self.readsMouse = readsMouse
    }

    /// Nothing is unfinished but perhaps a character.
    var isBetweenSequences: Bool {
        switch place {
        case .ground, .character(_, isDropped: false): true
        case .character, .escape, .control, .console, .single, .mouse, .string, .stringEnd: false
        }
    }

    /// How many escape bytes stand alone so far: 0, 1 or 2.
    var loneEscapes: Int {
        switch place {
        case .escape(let isDouble): isDouble ? 2 : 1
        case .ground, .character, .control, .console, .single, .mouse, .string, .stringEnd: 0
        }
    }

    /// Forgets what is unfinished.
    mutating func giveUp() {
        place = .ground
        // Digits of a scan that ran into a sequence may be among them.
        for index in bytes.indices { bytes[index] = 0 }
        bytes.removeAll(keepingCapacity: true)
    }

    /// Goes on as if the escape byte before the next `[` were just here.
    mutating func resumeEscape() {
        giveUp()
        place = .escape(isDouble: false)
    }

    /// Takes a byte; nil while something is unfinished.
    mutating func feed(_ byte: UInt8) -> Token? {
        // An escape byte begins anew, wherever it stands.
        if byte == Self.escape { return feedEscape() }
        switch place {
        case .ground: return begin(byte)
        case .character(let character, let isDropped): return goOn(character, isDropped: isDropped, byte)
        case .escape(let isDouble): return feedBehindEscape(byte, isDouble: isDouble)
        case .string(let previous): return feedString(byte, previous: previous)
        case .stringEnd:
            // ESC \ ends it. Any other byte belongs to the escape byte before it.
            if byte == UInt8(ascii: "\\") { return end(.dropped) }
            return feedBehindEscape(byte, isDouble: false)
        case .control, .console, .single, .mouse: break
        }
        // CAN and SUB take a sequence back. A mouse report has no byte below the space, and one above ASCII only there.
        if byte == 0x18 || byte == 0x1A { return end(.dropped) }
        switch place {
        case .mouse(let left, let areDigits): return feedMouse(byte, left: left, areDigits: areDigits)
        case .control(let hasAlt, let isPast): return feedControl(byte, hasAlt: hasAlt, isPastParameters: isPast)
        case .console(let hasAlt): return feedLast(byte, hasAlt: hasAlt)
        case .single(let hasAlt):
            // The number pad's space; a modifier that some terminals write between the O and the letter.
            if byte == 0x20, bytes.count == 1 { return end(.dropped) }
            return (0x30...0x3F).contains(byte) ? keep(byte) : feedLast(byte, hasAlt: hasAlt)
        case .ground, .character, .escape, .string, .stringEnd: return end(.dropped)
        }
    }

    // MARK: - Beginnings

    private mutating func feedEscape() -> Token? {
        switch place {
        case .escape(let isDouble):
            place = .escape(isDouble: true)
            return isDouble ? .escape : nil
        case .string:
            place = .stringEnd
        case .ground, .character, .control, .console, .single, .mouse, .stringEnd:
            place = .escape(isDouble: false)
        }
        return nil
    }

    private mutating func begin(_ byte: UInt8) -> Token? {
        if byte < 0x80 { return .scalar(Unicode.Scalar(byte)) }
        // What can't begin a character is dropped.
        if let character = UTF8Character(lead: byte) { place = .character(character, isDropped: false) }
        return nil
    }

    private mutating func goOn(_ character: UTF8Character, isDropped: Bool, _ byte: UInt8) -> Token? {
        var character = character
        guard character.append(byte) else {
            // The beginning is dropped; this byte may begin something.
            place = .ground
            return begin(byte)
        }
        guard let scalar = character.whole else {
            place = .character(character, isDropped: isDropped)
            return nil
        }
        place = .ground
        if isDropped { return .dropped }
        // The same introducers as one character: U+009B is ESC [, and so on.
        guard (0x80...0x9F).contains(scalar.value) else { return .scalar(scalar) }
        return introduce(UInt8(scalar.value) - 0x40, hasAlt: false) ? nil : .dropped
    }

    private mutating func feedBehindEscape(_ byte: UInt8, isDouble: Bool) -> Token? {
        if introduce(byte, hasAlt: isDouble) { return nil }
        if byte >= 0x80 {
            giveUp()
            guard let character = UTF8Character(lead: byte) else { return .dropped }
            place = .character(character, isDropped: true)
            return nil
        }
        // Alt with a control byte, with Delete or with a second escape byte: nobody's key.
        guard (0x20...0x7E).contains(byte) else { return end(.dropped) }
        return end(.sequence([byte], hasAlt: isDouble))
    }

    /// Enters what that byte behind an escape byte introduces; false where it introduces nothing.
    private mutating func introduce(_ byte: UInt8, hasAlt: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "["): place = .control(hasAlt: hasAlt, isPastParameters: false)
        case UInt8(ascii: "O"): place = .single(hasAlt: hasAlt)
        // DCS, SOS, OSC, PM, APC.
        case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            place = .string(previous: 0)
        default: return false
        }
        bytes.removeAll(keepingCapacity: true)
        bytes.append(byte)
        return true
    }

    // MARK: - Sequences

    private mutating func feedControl(_ byte: UInt8, hasAlt: Bool, isPastParameters: Bool) -> Token? {
        switch byte {
        case 0x30...0x3F where !isPastParameters:
            return keep(byte)
        case 0x20...0x2F:
            // Where a sequence goes on behind it rxvt ends that of a key with Shift: a number and a dollar sign.
            let isShiftedKey =
                byte == UInt8(ascii: "$") && bytes.count > 1 && bytes.dropFirst().allSatisfy(Self.isDigit)
            if isShiftedKey { return end(.dropped) }
            place = .control(hasAlt: hasAlt, isPastParameters: true)
            return keep(byte)
        case UInt8(ascii: "[") where bytes.count == 1:
            place = .console(hasAlt: hasAlt)
            return keep(byte)
        case UInt8(ascii: "M") where bytes.count == 1 && readsMouse:
            place = .mouse(left: 3, areDigits: true)
            return nil
        default:
            return feedLast(byte, hasAlt: hasAlt)
        }
    }

    /// Takes in the byte that ends a sequence.
    private mutating func feedLast(_ byte: UInt8, hasAlt: Bool) -> Token? {
        guard (0x40...0x7E).contains(byte) else { return end(.broken) }
        _ = keep(byte)
        return end(bytes.count > Self.longest ? .dropped : .sequence(bytes, hasAlt: hasAlt))
    }

    private mutating func feedMouse(_ byte: UInt8, left: Int, areDigits: Bool) -> Token? {
        guard byte >= 0x20 else { return end(.broken) }
        let areDigits = areDigits && Self.isDigit(byte)
        guard left == 1 else {
            place = .mouse(left: left - 1, areDigits: areDigits)
            return nil
        }
        return end(areDigits ? .doubtfulMouse : .dropped)
    }

    private mutating func feedString(_ byte: UInt8, previous: UInt8) -> Token? {
        switch byte {
        // BEL; CAN and SUB; the end mark as one character, U+009C.
        case 0x07, 0x18, 0x1A: return end(.dropped)
        case 0x9C where previous == 0xC2: return end(.dropped)
        case 0x00...0x1F: return end(.broken)
        default:
            place = .string(previous: byte)
            return nil
        }
    }

    private mutating func keep(_ byte: UInt8) -> Token? {
        if bytes.count <= Self.longest { bytes.append(byte) }
        return nil
    }

    private mutating func end(_ token: Token) -> Token {
        giveUp()
        return token
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
