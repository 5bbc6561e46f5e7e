import Foundation
import TestSupport
import Testing

@testable import Persistence

/// The journal's writer.
struct JournalTests {
    @Test func makesItsFolderItsKeyAndItsFirstSegment() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a/b"
        let journal = try Journal.open(directory: path, till: "824") { _ in }
        #expect(journal.report == JournalReport())
        #expect(journal.digestKey.count == 32)
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(Set(names).isSuperset(of: ["digest.key", "lock", "segment-000001.jsonl"]))
        for (name, mode) in [("", 0o700), ("/digest.key", 0o600), ("/lock", 0o600), ("/segment-000001.jsonl", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
            #expect(attributes[.posixPermissions] as? Int == mode)
        }
    }

    @Test func replaysWhatItWroteInOrderAndGoesOnInTheSameSegment() throws {
        let folder = try TemporaryFolder()
        let fields = Array(#"{"text":"ä\"\\\n","list":[1,-2.5e+3,{"a":null}],"yes":true}"#.utf8)
        var written: [JournalRecord] = []
        for round in 0..<3 {
            var replayed: [JournalRecord] = []
            let journal = try Journal.open(directory: folder.path, till: "t\"\n") { replayed.append($0) }
            #expect(replayed == written)
            for event in 0..<5 {
                written.append(
                    try journal.append(
                        event: "e\(event)", order: event == 0 ? nil : "o\u{1}\(round)",
                        keys: event == 2 ? ["k", "押"] : [],
                        fields: event == 3 ? fields : Array("{}".utf8)))
            }
        }
        #expect(written.map(\.number) == Array(2...16))
        #expect(written[3].line.count > fields.count && written[3].order == "o\u{1}0" && written[2].keys == ["k", "押"])
        #expect(try folder.names.filter { $0.hasSuffix(".jsonl") }.count == 1)
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
    }

    @Test func findsAnOrdersRecordsByAnyOfItsNames() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "824") { _ in }
        let empty = Array("{}".utf8)
        try journal.append(event: "a", order: "one", keys: ["first", "押\""], fields: empty)
        try journal.append(event: "b", order: "two", fields: Array(#"{"text":"one"}"#.utf8))
        try journal.append(event: "c", order: "one", keys: ["second"], fields: empty)
        for (name, events) in [("one", ["a", "c"]), ("押\"", ["a"]), ("second", ["c"]), ("on", []), ("text", [])] {
            var found: [String] = []
            try JournalReader.find(name, directory: folder.path) { found.append($0.event) }
            #expect(found == events)
        }
    }

    @Test func keepsItsKeyAndItsIdentity() throws {
        let folder = try TemporaryFolder()
        let first = try Journal.open(directory: folder.path, till: "824") { _ in }
        let (key, generation) = (first.digestKey, first.generation)
        first.close()
        let second = try Journal.open(directory: folder.path, till: "824") { _ in }
        #expect(second.digestKey == key && second.generation == generation)
        second.close()
        try folder.write("digest.key", [1, 2, 3])
        let third = try Journal.open(directory: folder.path, till: "824") { _ in }
        #expect(third.digestKey.count == 32 && third.report.problems == [.newDigestKey])
    }

    @Test(
        arguments: [
            ("e", "o", "{\"n\":1}"), ("e", "o", "{\"\\u006e\":1}"), ("e", "o", "{\"a\":1,\"a\":2}"), ("e", "o", ""),
            ("e", "o", "{\"a\": 1}"), ("e", "o", "{\"a\":01}"), ("e", "o", "{\"a\":1,}"), ("e", "o", "[1]"),
            ("e", "o", "{\"a\":\"\n\"}"), ("e", "o", "{\"a\":\"\\ud800\"}"), ("e", "o", "{}{}"), ("", "o", "{}"),
            ("segment", "o", "{}"), ("e", "", "{}"),
        ])
    func refusesWhatMakesNoLine(event: String, order: String, fields: String) throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "824") { _ in }
        #expect {
            try journal.append(event: event, order: order, fields: Array(fields.utf8))
        } throws: { error in
            guard case JournalError.unacceptable = error else { return false }
            return true
        }
        let record = try journal.append(event: "next", order: nil, fields: Array("{}".utf8))
        #expect(record.number == 2)
        #expect(try folder.names.filter { $0.hasSuffix(".jsonl") } == ["segment-000001.jsonl"])
    }

    @Test func refusesALineThatIsTooLongAndTakesTheLongest() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "824") { _ in }
        let short = try journal.append(event: "e", order: nil, fields: Array(#"{"a":""}"#.utf8)).line.count
        let room = LineShape.longest - 1 - short
        func fields(_ count: Int) -> [UInt8] { Array("{\"a\":\"\(String(repeating: "x", count: count))\"}".utf8) }
        let longest = try journal.append(event: "e", order: nil, fields: fields(room))
        #expect(longest.line.count == LineShape.longest - 1)
        #expect(throws: JournalError.unacceptable("a line of 8192 bytes is longer than 8191")) {
            try journal.append(event: "e", order: nil, fields: fields(room + 1))
        }
        #expect(try JournalReader.verify(directory: folder.path, full: true).lines == 3)
    }

    @Test func aSecondWriterSaysWhichProcessHasItAndReadersStayBesideIt() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "824") { _ in }
        try journal.append(event: "a", order: nil, fields: Array("{}".utf8))
        #expect(throws: JournalError.locked(process: getpid())) {
            _ = try Journal.open(directory: folder.path, till: "824", lockWait: .zero) { _ in }
        }
        // A line that is on its way to the disk is nobody's business.
        let name = SegmentName.make(1)
        let file = try FileHandle(forUpdating: folder.url(name))
        try file.seek(toOffset: UInt64(journal.end?.length ?? 0))
        try file.write(contentsOf: Data("{\"n\":3".utf8))
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
        journal.close()
        #expect(try JournalReader.verify(directory: folder.path, full: true).tornTailBytes == 6)
        let next = try Journal.open(directory: folder.path, till: "824", lockWait: .zero) { _ in }
        #expect(next.report.tornTailBytes == 6 && next.end?.segment == 2)
        #expect(throws: JournalError.closed) { try journal.append(event: "b", order: nil, fields: []) }
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
    }
}
