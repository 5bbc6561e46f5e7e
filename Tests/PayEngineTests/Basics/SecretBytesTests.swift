import Testing

@testable import PayEngine

@Suite struct SecretBytesTests {
    private static let text = "134550264496882447"

    @Test func theyAreAValue() {
        var first = SecretBytes(Self.text.utf8)
        let second = first
        first.removeLast()
        first.append(0x38)
        #expect(Array(second) == Array(Self.text.utf8))
        #expect(Array(first) == Array(Self.text.utf8.dropLast()) + [0x38])
        #expect(first != second)
        first.removeLast()
        first.append(0x37)
        #expect(first == second && first.hashValue == second.hashValue)
        first.removeAll()
        #expect(first.isEmpty && first == SecretBytes() && second.count == 18)
    }

    @Test func theyGrowOverPages() {
        let wanted = (0..<20_000).map { UInt8(truncatingIfNeeded: $0) }
        let bytes = SecretBytes(wanted)
        #expect(bytes.elementsEqual(wanted))
        #expect(bytes.withUnsafeBytes { $0.elementsEqual(wanted) })
        #expect(SecretBytes(bytes.dropFirst(4096)).elementsEqual(wanted.dropFirst(4096)))
    }

    @Test func differencesAnywhereCount() {
        let bytes = SecretBytes(Self.text.utf8)
        for index in bytes.indices {
            var other = Array(bytes)
            other[index] ^= 1
            #expect(SecretBytes(other) != bytes)
        }
        #expect(SecretBytes(bytes.dropLast()) != bytes)
    }

    @Test func theyPrintAsTheirLength() {
        let bytes = SecretBytes(Self.text.utf8)
        var dumped = ""
        dump(bytes, to: &dumped)
        for print in ["\(bytes)", String(reflecting: bytes), "\([bytes])", "\(Optional(bytes) as Any)", dumped] {
            #expect(print.contains("SecretBytes(18)"))
            #expect(!print.contains("1345") && !print.contains("49, 51"))
        }
    }

    /// The encoder has spelled everything but the code, and nobody's text takes its place.
    @Test func aTextLikeThePlaceOfTheCodeIsNone() throws {
        var sample = SampleRequest()
        sample.body = "\"author_code\":\"\""
        let content = try JSONValue(sample.made().bytes())["freeze_content"]
        #expect(content?["author_code"] == .text(SampleTill.wechatCode.text))
        #expect(content?["body"] == .text(sample.body))
    }
}
