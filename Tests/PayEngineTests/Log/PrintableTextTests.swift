import Testing

@testable import PayEngine

@Suite struct PrintableTextTests {
    @Test(arguments: [
        ("押金 Deposit 12.50", "押金 Deposit 12.50"), ("a\u{1B}[2Jb", "a[2Jb"), ("a\nb\tc\rd", "a b c d"),
        ("a\u{202E}b\u{2066}c\u{2069}", "abc"), ("a\u{200B}b\u{200D}c\u{FEFF}d\u{2060}", "abcd"),
        ("a\u{7F}b\u{9B}c\u{0}", "abc"), ("a\u{2028}b\u{2029}", "ab"), ("a\u{E0041}\u{FE0F}b\u{3164}", "ab"),
        ("e\u{301}", "e\u{301}"), ("😀", "😀"), ("", ""),
    ])
    func keepsWhatCanBeSeen(text: String, clean: String) {
        #expect(PrintableText.clean(text) == clean)
        #expect(PrintableText.isClean(text) == (text == clean))
    }
}
