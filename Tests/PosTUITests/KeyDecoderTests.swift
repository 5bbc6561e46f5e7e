import Testing

@testable import PosTUI

struct KeyDecoderTests {
    private func decode(_ values: [(UInt32, Bool)]) -> [KeyDecoder.Input] {
        var decoder = KeyDecoder()
        return values.compactMap { decoder.decode($0.0, isCode: $0.1) }
    }

    private func characters(_ text: String) -> [(UInt32, Bool)] {
        text.unicodeScalars.map { ($0.value, false) }
    }

    private let pasteStart = (UInt32(KeyDecoder.pasteStartCode), true)
    private let pasteEnd = (UInt32(KeyDecoder.pasteEndCode), true)

    @Test(
        arguments: [
            (0x0D, Key.enter), (0x0A, .lineFeed), (0x09, .tab), (0x1B, .escape), (0x7F, .backspace), (0x08, .backspace),
            (0x11, .control("q")), (0x15, .control("u")), (0x31, .character("1")), (0x62BC, .character("押")),
        ] as [(UInt32, Key)])
    func scalars(value: UInt32, key: Key) {
        #expect(decode([(value, false)]) == [.key(key)])
    }

    @Test(
        arguments: [
            (0o402, Key.down), (0o403, .up), (0o411, .function(1)), (0o422, .function(10)), (0o527, .enter),
            (0o522, .pageDown), (0o407, .backspace),
        ] as [(UInt32, Key)])
    func codes(value: UInt32, key: Key) {
        #expect(decode([(value, true)]) == [.key(key)])
    }

    @Test(
        "What is no key is none",
        arguments: [(0x00, false), (0x9B, false), (0xD800, false), (0o632, true), (0o400, true)] as [(UInt32, Bool)])
    func nothing(value: UInt32, isCode: Bool) {
        #expect(decode([(value, isCode)]).isEmpty)
    }

    @Test func paste() {
        #expect(decode([pasteStart] + characters("a押\r1") + [pasteEnd]) == [.paste("a押\r1")])
        #expect(decode([pasteEnd]).isEmpty)
    }

    @Test("A paste without an end does not capture the keyboard")
    func lostEnd() {
        #expect(decode([pasteStart] + characters("12\u{1B}3")) == [.key(.escape), .key(.character("3"))])
        #expect(
            decode([pasteStart] + characters("12") + [(0o411, true)] + characters("3")) == [
                .key(.function(1)), .key(.character("3")),
            ])
    }

    @Test func hugePaste() {
        let inputs = decode([pasteStart] + characters(String(repeating: "x", count: 100_000)) + [pasteEnd])
        guard case .paste(let text) = inputs.first else {
            Issue.record("no paste")
            return
        }
        #expect(text.count == KeyDecoder.pasteLimit)
    }
}
