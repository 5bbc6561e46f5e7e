import Testing

@testable import PayEngine

@Suite struct LogRedactorTests {
    private static let keyText = "Ab3/0123456789abcdefghijklmnopqr"

    @Test(arguments: [
        ("code 134567890123456789", "code 13************6789"),
        ("code=134567890123456789,", "code=13************6789,"),
        ("2512345678901234", "25**********1234"), ("251234567890123456789012", "25******************9012"),
        ("码134567890123456789。", "码13************6789。"), ("x134567890123456789y", "x13************6789y"),
        ("phone 13800138000134567890123456789", "phone 13***********************6789"),
        ("{\"author_code\":\"134567890123456789\"}", "{\"author_code\":\"13************6789\"}"),
    ])
    func masksWhatMayBeAPaymentCode(text: String, redacted: String) {
        #expect(LogRedactor(key: nil).redact(text) == redacted)
    }

    @Test(arguments: [
        "sz010002cz1795239487123456789012", "01000052179523948712345678901234", "1795239487123", "123456789012345",
        "amount 1250 fen", "4200000384201908236723637327", "押金", "",
    ])
    func leavesTheRest(text: String) {
        #expect(LogRedactor(key: nil).redact(text) == text)
    }

    @Test func blanksTheKeyAndOtherSecretsWhereverTheyStand() throws {
        let key = try #require(AuthenKey(Self.keyText))
        let redactor = LogRedactor(key: key, others: ["4711", ""])
        #expect(redactor.redact("x\(Self.keyText)\(Self.keyText)y") == "x[secret][secret]y")
        #expect(redactor.redact("pin 4711.") == "pin [secret].")
        #expect(redactor.redact(Self.keyText.uppercased()) == Self.keyText.uppercased())
    }
}
