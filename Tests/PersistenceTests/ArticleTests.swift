import Persistence
import TestSupport
import Testing

/// The code of the documentation's articles, which is the same text (see TidyTests).
struct ArticleTests {
    @Test func keepingAJournal() throws {
        let folder = try TemporaryFolder()
        let directory = folder.file("journal")

        var replayed: [String] = []
        let journal = try Journal.open(directory: directory, till: "824") { replayed.append($0.event) }
        let fields = Array(#"{"guests":2}"#.utf8)
        let arrival = try journal.append(event: "arrived", order: "room-302", keys: ["zhang"], fields: fields)
        try journal.append(event: "left", order: "room-302", fields: Array("{}".utf8))

        var found: [String] = []
        try journal.find("zhang") { found.append($0.event) }
        journal.close()

        var lines: [Int64] = []
        let report = try JournalReader.read(directory: directory) { lines.append($0.number) }
        let isClean = try report.isClean && JournalReader.verify(directory: directory, full: true).isClean

        #expect(replayed == [])
        #expect(String(decoding: arrival.line, as: UTF8.self).contains(#""guests":2"#))
        #expect(found == ["arrived"])
        #expect(lines == [arrival.number, arrival.number + 1])
        #expect(isClean)
    }
}
