import PayEngine
import Testing

struct StringPrintableTests {
    @Test(arguments: ["", "押金 12.50", "Zoë & Søn", "ไทย", "Ａ１，。", "😀", "é̂"])
    func ordinaryTextStaysAsItIs(text: String) {
        #expect(text.printable == text)
    }

    /// Not arguments of the test, so that the test's own log stays clean.
    private static let dangerous = [
        ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"), ("a\u{0}\u{7}\u{8}b\u{7F}", "ab"), ("a\u{9B}2Jb", "a2Jb"),
        ("12\u{202E}05.1", "1205.1"), ("\u{2066}x\u{2069}\u{200F}", "x"), ("a\u{200B}\u{200D}\u{FEFF}b", "ab"),
        ("one\ntwo\r\nthree\tfour", "one two  three four"), ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
        ("x\u{E0041}\u{E007F}y", "xy"), ("a\u{E000}\u{10FFFF}\u{378}b", "ab"), ("\u{3164}\u{115F}a\u{FE0F}", "a"),
        ("\u{301}a\u{301}\u{302}\u{303}\u{304}", "a\u{301}\u{302}"), ("a\u{A0}b\u{2003}c", "a b c"),
        ("\u{5D0}\u{5D1} 12", "?? 12"), ("\u{61C}\u{661}", "?"), ("soft\u{AD}hyphen", "softhyphen"),
    ]

    @Test(arguments: dangerous.indices)
    func whatMovesTheCursorOrHidesIsTakenOut(index: Int) {
        let (text, expected) = Self.dangerous[index]
        #expect(Array(text.printable.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func nothingOfTheDangerousKindsGetsThroughWhateverTheCharacter() {
        let all = String(String.UnicodeScalarView((UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)))
        let kinds = Set(all.printable.unicodeScalars.map(\.properties.generalCategory))
        let dangerous: Set<Unicode.GeneralCategory> = [
            .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate,
        ]
        #expect(kinds.isDisjoint(with: dangerous))
    }

    @Test func cleaningTwiceChangesNothingMore() {
        for value in stride(from: UInt32(0), to: 0x30000, by: 7) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = "x\(String(Character(scalar)))\u{301}y".printable
            #expect(once.printable == once)
        }
    }
}
