import Logging
import Testing

@testable import PayEngine

@Suite struct LogLineTests {
    private func line(
        _ message: Logger.Message, _ metadata: Logger.Metadata = [:], redactor: LogRedactor = LogRedactor(key: nil)
    ) -> String {
        let event = LogEvent(
            level: .warning, message: message, metadata: nil, source: nil, file: "", function: "", line: 1)
        return LogLine(
            time: Timestamp(milliseconds: 1_795_239_487_042), label: "postui.desk", event: event, metadata: metadata,
            redactor: redactor
        ).text
    }

    @Test func holdsTimeLevelLabelMessageAndSortedMetadata() {
        #expect(
            line("frozen", ["order": "sz010002cz1795239487123456789012", "base": "https://a b", "q": "say \"hi\""])
                == "2026-11-21T05:38:07.042Z warning postui.desk: frozen base=\"https://a b\" "
                + "order=sz010002cz1795239487123456789012 q=\"say \\\"hi\\\"\"\n")
    }

    @Test func isOneLineWhateverIsInIt() {
        let text = line("a\nb\u{1B}[31m\u{202E}\r\u{85}", ["k": "x\ny"])
        #expect(text.hasSuffix("postui.desk: a\\nb\\u{1b}[31m\\r\\u{85} k=x\\ny\n"))
    }

    @Test func secretsAreTakenOutOfMessageAndMetadata() throws {
        let keyText = "0123456789abcdefghijklmnopqrstuv"
        let key = try #require(AuthenKey(keyText))
        let text = line(
            "key \(keyText)", ["k": "\(keyText)", "code": "1345678901\u{200B}23456789"],
            redactor: LogRedactor(key: key))
        #expect(text.hasSuffix("key [secret] code=13************6789 k=[secret]\n"))
    }

    @Test func quotingDoesNotHideASecret() throws {
        let keyText = "0123456789abcdef\"hijklmnopqrstuv"
        let key = try #require(AuthenKey(keyText))
        #expect(line("m", ["k": "\(keyText)"], redactor: LogRedactor(key: key)).hasSuffix("m k=[secret]\n"))
    }

    @Test func longEntriesAreCut() {
        #expect(line("\(String(repeating: "押", count: 100_000))").count < LogLine.limit + 100)
    }

    @Test func timesAreUTCWithMilliseconds() {
        #expect(LogLine.iso(Timestamp(milliseconds: 0)) == "1970-01-01T00:00:00.000Z")
        #expect(LogLine.iso(Timestamp(milliseconds: 1_709_164_800_999)) == "2024-02-29T00:00:00.999Z")
        #expect(LogLine.iso(Timestamp(milliseconds: -1)) == "1969-12-31T23:59:59.999Z")
    }
}
