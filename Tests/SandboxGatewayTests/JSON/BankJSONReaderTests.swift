import Testing

@testable import SandboxGateway

struct BankJSONReaderTests {
    private func read(_ text: String) throws -> BankJSON { try BankJSONReader.read(Array(text.utf8)) }

    @Test(arguments: [
        ("{}", BankJSON.object([])),
        (" [1, -2,0] ", .array([.whole(1), .whole(-2), .whole(0)])),
        ("{\"a\":true,\"b\":null}", .object([.init("a", .truth(true)), .init("b", .null)])),
        ("1.0", .otherNumber("1.0")),
        ("1e3", .otherNumber("1e3")),
        ("99999999999999999999", .otherNumber("99999999999999999999")),
        (#""\u62BC\u91D1 \uD83D\uDE00 \"\\\/\b\f\n\r\t""#, .text("押金 😀 \"\\/\u{8}\u{C}\n\r\t")),
    ])
    func readsWhatTheStandardAllows(_ text: String, _ value: BankJSON) throws {
        #expect(try read(text) == value)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "+1", "1.", ".5", "1e", "\"\u{1}\"", "\"\\x\"",
        "\"\\uD83D\"", "\"\\uDE00\"", "\"\\u12\"", "tru", "nul", "{a:1}", "{'a':1}", "1 2", "\u{FEFF}1", "\"a", "-",
        String(repeating: "[", count: 64),
    ])
    func refusesEverythingElse(_ text: String) {
        #expect(throws: BankJSONReader.Problem.self) { try read(text) }
    }

    @Test func refusesWhatIsNotUTF8() {
        #expect(throws: BankJSONReader.Problem.self) { try BankJSONReader.read([0x22, 0xC3, 0x28, 0x22]) }
    }

    @Test func writesWhatItReads() throws {
        let text = #"{"b":"\u62BC\u91D1 \uD83D\uDE00 \"\\\n\u0001","a":[1,-5,{"c":false}],"d":null,"e":1.50}"#
        #expect(try read(text).written == text)
    }
}
