import Testing

@testable import PayEngine
@testable import Persistence

@Suite struct JournalFeedTests {
    private func poll(_ feed: JournalFeed) throws -> [Int64] {
        var numbers: [Int64] = []
        let findings = try feed.poll { line in
            let text = line.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
            numbers.append(Int64(text.dropFirst(5).prefix { $0.isNumber }) ?? 0)
        }
        #expect(findings.isEmpty)
        return numbers
    }

    @Test func fromNowOn() throws {
        let journal = try SampleJournal()
        try journal.freeze("A", .done)
        let feed = JournalFeed(directory: journal.path, from: nil)
        #expect(feed.hasNews())
        #expect(try poll(feed) == [])
        #expect(!feed.hasNews())
        try journal.freeze("B", .done)
        #expect(feed.hasNews())
        #expect(try poll(feed) == [4, 5])
        #expect(!feed.hasNews())
        #expect(try poll(feed) == [])
    }

    @Test func fromALineOnOverSegmentsWithTheirHeaders() throws {
        let journal = try SampleJournal()
        for index in 0..<30 { try journal.freeze("A\(index)", .done) }
        let count = try JournalCheck(directory: journal.path, full: false).lines
        #expect(try poll(JournalFeed(directory: journal.path, from: 1)) == Array(1...count))
        let later = JournalFeed(directory: journal.path, from: count + 2)
        #expect(try poll(later) == [])
        try journal.freeze("B", .done)
        #expect(try poll(later).first == count + 2)
    }

    @Test func aGapIsToldOnce() throws {
        let journal = try SampleJournal()
        for index in 0..<20 { try journal.freeze("A\(index)", .done) }
        let line = try #require(journal.text(2).split(separator: "\n").dropFirst(2).first)
        try journal.change(2, String(line), String(line).replacing("freeze.", with: "FREEZE."))
        let feed = JournalFeed(directory: journal.path, from: 1)
        #expect(try feed.poll { _ in }.count == 1)
        try journal.freeze("B")
        #expect(try feed.poll { _ in }.isEmpty)
    }
}
