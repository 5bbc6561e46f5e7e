import TestSupport
import Testing

@testable import PayEngine

@Suite struct StrictJSONTests {
    private func value(_ text: String) -> WireValue? { StrictJSON.value(Array(text.utf8)) }

    @Test func whatIsNoJSONIsNoValue() {
        for text in JSONTexts.wrongValues {
            #expect(value(text) == nil, "\(text)")
            // Nor in a list or under a name, with other values around it.
            #expect(value("[0,\(text),0]") == nil, "\(text)")
            #expect(value("{\"a\":0,\"b\":\(text)}") == nil, "\(text)")
        }
        for text in JSONTexts.wrongTails { #expect(value("{\"a\":1}" + text) == nil, "\(text)") }
        for text in JSONTexts.wrongHeads { #expect(value(text + "{\"a\":1}") == nil, "\(text)") }
        for text in ["", " ", "\n", "\u{FEFF}", "\t\r\n "] { #expect(value(text) == nil) }
    }

    @Test func whatIsJSONIsAValue() {
        for text in JSONTexts.rightValues {
            #expect(value(text) != nil, "\(text)")
            #expect(value(" \t\r\n\(text)\n ") == value(text), "\(text)")
            #expect(value("[\(text),{\"x\":\(text)}]") != nil, "\(text)")
        }
    }

    @Test func noNameIsThereTwice() {
        for members in JSONTexts.doubledNames { #expect(value("{\(members)}") == nil, "\(members)") }
        // Whatever stands between the two, and however many do.
        let many = (0..<300).map { "\"m\($0)\":\($0)" }.joined(separator: ",")
        #expect(value("{\(many)}") != nil)
        for index in [0, 150, 299] { #expect(value("{\(many),\"m\(index)\":0}") == nil) }
    }

    @Test func halfAPairOfSurrogatesIsNoName() {
        for half in ["\\ud83d", "\\ude00", "\\ud83dx", "\\ud83d\\u0041", "\\ude00\\ud83d"] {
            #expect(value("{\"\(half)\":1}") == nil, "\(half)")
        }
        #expect(value("\"a\\ud83db\"") == .text("a\u{FFFD}b"))
        #expect(value("\"\\ud83d\\u0041\"") == .text("\u{FFFD}A"))
        #expect(value("\"\\ude00\\ud83d\\ude00\"") == .text("\u{FFFD}😀"))
        #expect(value("\"\\ud83d\\n\"") == .text("\u{FFFD}\n"))
    }

    @Test func badUTF8IsNoText() {
        let bad: [[UInt8]] = [
            [0xFF], [0x80], [0xC0, 0x80], [0xC3], [0xE6, 0x93], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xFE],
        ]
        for bytes in bad {
            for (before, after) in [
                ("\"", "\""), ("{\"", "\":1}"), ("\"\\n", "\""), ("\"", "\\n\""), ("", ""), ("[1", "]"),
            ] {
                #expect(StrictJSON.value(Array(before.utf8) + bytes + Array(after.utf8)) == nil)
            }
        }
    }

    @Test func numbersAreWholeOrNothing() {
        let whole: [(String, Int64?)] = [
            ("0", 0), ("-0", 0), ("7", 7), ("-12", -12), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("18446744073709551616", nil), ("1.0", nil),
            ("1e0", nil), ("1E2", nil), ("1250.0000000000000000000001", nil), ("1e-400", nil), ("0.0", nil),
            ("0e0", nil),
            ("100000000000000000000000000000000000000", nil),
        ]
        for (text, number) in whole { #expect(value(text) == .number(number), "\(text)") }
    }

    @Test func depthIsBounded() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(value(nested(StrictJSON.deepest)) != nil)
        #expect(value(nested(StrictJSON.deepest + 1)) == nil)
        #expect(value(nested(1_000_000)) == nil)
        #expect(value(String(repeating: "{\"a\":[", count: 100_000)) == nil)
    }

    @Test func membersAreFoundByTheirNames() throws {
        let object = try #require(
            StrictJSON.object(Array("{\"a\":1,\"b\":\"\",\"c\":null,\"\\u0064\":\"x\\/y\",\"A\":[{}]}".utf8)))
        #expect(object["a"] == .number(1) && object["d"] == .text("x/y"))
        #expect(object["A"] == .list([.object(WireObject(members: []))]))
        #expect(object["b"] == nil && object["c"] == nil && object["z"] == nil)
        #expect(object.value("b") == .text("") && object.value("c") == .null)
        for text in ["[]", "1", "\"{}\"", "null", "[{}]"] { #expect(StrictJSON.object(Array(text.utf8)) == nil) }
    }

    /// No cut, flipped or repeated byte of a right text is read as another right one unless it is one by the grammar,
    /// which a second reader knows.
    @Test func itAgreesWithAnotherReaderOrIsStricter() throws {
        let random = SeededRandomSource(71)
        let texts = JSONTexts.rightValues.filter { !$0.isEmpty }.map { Array("{\"a\":\($0),\"b\":[1,\"x\"]}".utf8) }
        for _ in 0..<20_000 {
            var bytes = random.element(of: texts)
            for _ in 0...random.below(3) where !bytes.isEmpty {
                let place = random.below(bytes.count)
                switch random.below(4) {
                case 0: bytes[place] ^= UInt8(1 << random.below(8))
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(random.element(of: Array("\"{}[],:\\0123e.-+u \n".utf8)), at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            guard StrictJSON.value(bytes) != nil else { continue }
            // Foundation's is laxer, never stricter, but for numbers and depths that it can't hold.
            let isKnown = (try? JSONValue(bytes)) != nil || Self.hasHugeNumber(bytes) || Self.hasHalfAPair(bytes)
            #expect(isKnown, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private static func hasHugeNumber(_ bytes: [UInt8]) -> Bool {
        bytes.contains(UInt8(ascii: "e")) || bytes.contains(UInt8(ascii: "E")) || bytes.contains(UInt8(ascii: "."))
            || bytes.count { (0x30...0x39).contains($0) } > 15
    }

    private static func hasHalfAPair(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains("\\u")
    }
}
