@testable import PosTUI

/// What terminals and scanners send, and what it is.
struct SampleBytes: Sendable, CustomStringConvertible {
    let bytes: [UInt8]
    let inputs: [InputDecoder.Input]

    init(_ bytes: String, _ inputs: InputDecoder.Input...) {
        self.bytes = Array(bytes.utf8)
        self.inputs = inputs
    }

    init(bytes: [UInt8], _ inputs: InputDecoder.Input...) {
        self.bytes = bytes
        self.inputs = inputs
    }

    var description: String { bytes.map { String($0, radix: 16) }.joined(separator: " ") }

    static let all = characters + controls + cursorKeys + functionKeys + numberPad + strangers + reports + pastes

    static let characters = [
        SampleBytes("1", .key(.character("1"))), SampleBytes(".", .key(.character("."))),
        SampleBytes("．", .key(.character("．"))), SampleBytes("１", .key(.character("１"))),
        SampleBytes("张", .key(.character("张"))), SampleBytes("é", .key(.character("é"))),
        SampleBytes("𠮷", .key(.character("𠮷"))),
        SampleBytes("\u{1B}5", .key(.alt("5"))),
    ]

    static let controls = [
        SampleBytes("\r", .key(.enter)), SampleBytes("\n", .key(.lineFeed)), SampleBytes("\t", .key(.tab)),
        SampleBytes("\u{7F}", .key(.backspace)), SampleBytes("\u{08}", .key(.backspace)),
        SampleBytes("\u{02}", .key(.control("b"))), SampleBytes("\u{03}", .key(.control("c"))),
        SampleBytes("\u{11}", .key(.control("q"))), SampleBytes("\u{13}", .key(.control("s"))),
        SampleBytes("\u{1A}", .key(.control("z"))), SampleBytes("\u{1D}", .key(.control("]"))),
        SampleBytes("\u{1C}", .key(.control("\\"))), SampleBytes("\u{1F}", .key(.control("_"))),
        SampleBytes("\u{00}"),
    ]

    static let cursorKeys: [SampleBytes] = {
        let letters: [(String, Key)] = [
            ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
        ]
        let numbers: [(Int, Key)] = [(1, .home), (7, .home), (4, .end), (8, .end), (5, .pageUp), (6, .pageDown)]
        return letters.flatMap { [SampleBytes("\u{1B}[\($0)", .key($1)), SampleBytes("\u{1B}O\($0)", .key($1))] }
            + numbers.map { SampleBytes("\u{1B}[\($0)~", .key($1)) }
            // As one character, as a terminal with 8-bit controls writes in UTF-8.
            + [SampleBytes("\u{9B}A", .key(.up)), SampleBytes("\u{8F}A", .key(.up))]
    }()

    static let functionKeys: [SampleBytes] = {
        let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
        let byNumber = numbers.enumerated().map { SampleBytes("\u{1B}[\($1)~", .key(.function($0 + 1))) }
        let byLetter = "PQRS".enumerated().map { SampleBytes("\u{1B}O\($1)", .key(.function($0 + 1))) }
        let onConsoles = "ABCDE".enumerated().map { SampleBytes("\u{1B}[[\($1)", .key(.function($0 + 1))) }
        return byNumber + byLetter + onConsoles
    }()

    static let numberPad: [SampleBytes] =
        zip("jklmnopqrstuvwxyX", "*+,-./0123456789=").map { SampleBytes("\u{1B}O\($0)", .key(.character($1))) }
        + [SampleBytes("\u{1B}OM", .key(.enter)), SampleBytes("\u{1B}OI", .key(.tab)), SampleBytes("\u{1B}O ")]

    /// Keys that mean nothing to a till: Delete, Insert, with Shift, with Control, with Alt.
    static let strangers = [
        "[2~", "[3~", "[3;2~", "[15;2~", "[15;5~", "[1;2A", "[1;3P", "[25~", "[34~", "[Z", "[G", "[E", "OE", "O2P",
        "O5A",
        "[3$", "[7$", "[23^", "[24@", "[a", "Oa", "\u{1B}[15~", "\u{1B}OP", "\u{1B}[A", "\u{1B}[[A", "\u{1B}5", "a",
        "Z", ".", "é",
        "张", "\r", "\u{7F}", "\u{00}", "[97;5u", "[57399;1:3u", "[27;5;105~", "[13u",
    ].map { SampleBytes("\u{1B}" + $0) }

    static let reports =
        [
            // Focus, the cursor's place, what the terminal is, what it can, its size, a mode.
            "[I", "[O", "[24;80R", "[?24;80R", "[?62;1;6c", "[>41;354;0c", "[0n", "[8;24;80t", "[?2026;2$y", "[?1u",
            // A colour, a title, a setting, a version; other strings.
            "]10;rgb:ffff/ffff/ffff\u{1B}\\", "]11;rgb:0000/0000/0000\u{07}", "]l200\u{1B}\\", "]0;张三 1203\u{07}",
            "P1$r0m\u{1B}\\", "P>|XTerm(370)\u{1B}\\", "P1+r544e=787465726d\u{1B}\\", "_Gi=1;OK\u{1B}\\", "^12\u{1B}\\",
            "X34\u{1B}\\",
            // The mouse: SGR, urxvt, X10.
            "[<0;12;34M", "[<0;12;34m", "[<64;5;5M", "[32;12;34M", "[M !!", "[M#45", "[M 1a",
            // Taken back.
            "[12\u{18}", "]0;12\u{1A}",
        ].map { SampleBytes("\u{1B}" + $0) }
        + [
            SampleBytes(bytes: [0x1B, 0x5B, 0x4D, 0x20, 0xC3, 0x85]),
            SampleBytes("\u{9D}0;12\u{9C}"),
        ]

    static let pastes = [
        SampleBytes("\u{1B}[200~12.50\u{1B}[201~", .paste("12.50")),
        SampleBytes("\u{1B}[200~a押\r1\u{1B}[201~", .paste("a押\r1")),
        SampleBytes("\u{1B}[200~\u{1B}[201~"), SampleBytes("\u{1B}[201~"),
        SampleBytes("\u{1B}\u{1B}[200~7\u{1B}[201~", .paste("7")),
        // Codes of keys and control bytes are no text, and no keys.
        SampleBytes("\u{1B}[200~\u{1B}[20~\u{1B}[201~"), SampleBytes("\u{1B}[200~\u{1B}[[A\u{1B}5\u{03}\u{1B}[201~"),
        SampleBytes("\u{1B}[200~1\u{1B}[31m2\u{1B}OP\u{07}\u{1B}[200~3\u{1B}[201~", .paste("123")),
        SampleBytes("\u{1B}[200~1\u{1B}]0;2\u{1B}[201~", .paste("1")),
        SampleBytes(bytes: Array("\u{1B}[200~1".utf8) + [0xEF, 0xBC] + Array("2\u{1B}[201~".utf8), .paste("12")),
        SampleBytes(bytes: Array("\u{1B}[200~1".utf8) + [0xEF, 0xBC] + Array("\u{1B}[201~".utf8), .paste("1")),
    ]
}
