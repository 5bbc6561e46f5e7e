/// What the keys of terminals send behind an escape byte: the spellings of xterm, the Linux console, PuTTY, rxvt,
/// screen, tmux and the VTs, in both modes of the cursor keys and of the number pad, and a terminal's own beside them.
struct KeySequences: Sendable {
    static let pasteStart = Array("[200~".utf8)
    static let pasteEnd = Array("[201~".utf8)

    private let own: [[UInt8]: Key]

    /// - Parameter own: what the terminal's description says of its keys, from the escape byte on. Where it gives a
    ///   digit of the number pad to another key, as that of the VT100 does, it stays a digit.
    init(own: [(sequence: [UInt8], key: Key)] = []) {
        let behindEscape = own.filter { $0.sequence.count > 1 && $0.sequence.first == 0x1B }
            .map { (Array($0.sequence.dropFirst()), $0.key) }
        self.own = Dictionary(behindEscape) { first, _ in first }
    }

    /// The key that sends these bytes behind an escape byte, if any does.
    subscript(_ bytes: [UInt8]) -> Key? {
        if bytes.count == 1, (0x30...0x39).contains(bytes[0]) { return .alt(Character(Unicode.Scalar(bytes[0]))) }
        return Self.numberPad[bytes] ?? own[bytes] ?? Self.common[bytes]
    }

    /// `ESC [ M`, with which mouse reports begin elsewhere.
    var hasKeyInPlaceOfMouse: Bool { own[Array("[M".utf8)] != nil }

    private static let numberPad: [[UInt8]: Key] = {
        // In the order of their letters, from j on.
        let signs = zip("jklmnopqrstuvwxy".utf8, "*+,-./0123456789")
        var table: [[UInt8]: Key] = [:]
        for (letter, sign) in signs { table[[UInt8(ascii: "O"), letter]] = .character(sign) }
        return table.merging(keyed(["OM": .enter, "OI": .tab, "OX": .character("=")])) { $1 }
    }()

    private static let common: [[UInt8]: Key] = {
        var table = keyed([
            "[1~": .home, "[7~": .home, "[4~": .end, "[8~": .end, "[5~": .pageUp, "[6~": .pageDown,
        ])
        let letters: [(String, Key)] = [
            ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
        ]
        for (letter, key) in letters {
            table.merge(keyed(["[" + letter: key, "O" + letter: key])) { $1 }
        }
        // VT220: with holes where its keyboard has them.
        let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
        for (index, number) in numbers.enumerated() {
            table.merge(keyed(["[\(number)~": .function(index + 1)])) { $1 }
        }
        // The keys PF1 to PF4 of the VT100, and those that PuTTY adds to them; its F9 is a number pad's equals sign.
        for (index, letter) in "PQRSTUVWXYZ[".enumerated() where letter != "X" {
            table.merge(keyed(["O\(letter)": .function(index + 1)])) { $1 }
        }
        for (index, letter) in "ABCDE".enumerated() {
            table.merge(keyed(["[[\(letter)": .function(index + 1)])) { $1 }
        }
        return table
    }()

    private static func keyed(_ spellings: [String: Key]) -> [[UInt8]: Key] {
        Dictionary(uniqueKeysWithValues: spellings.map { (Array($0.utf8), $1) })
    }
}
