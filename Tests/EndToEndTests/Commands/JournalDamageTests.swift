import Foundation
import Glibc
import PayEngine
import TestSupport
import Testing

@testable import Persistence
@testable import SandboxGateway

/// Journals that somebody touched between two commands, and what each command says of them.
struct JournalDamageTests {
    private static let segment = "journal/segment-000001.jsonl"

    /// An editor changed the line ends.
    private func spoil(_ till: CommandTill) throws {
        let text = try till.folder.text(of: Self.segment)
        let lines = text.split(separator: "\n")
        try till.folder.write(lines.map { $0 + "\r\n" }.joined(), to: Self.segment)
    }

    @Test func nothingIsBegunOverIt() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            try spoil(till)
            let before = try till.folder.text(of: Self.segment)
            let end = try await till.freeze("2")
            #expect(end.status == 5)
            #expect(try end.object()["outcome"]?.text == "not_sent")
            #expect(end.errors.contains("CR LF") && end.errors.contains("accept-loss"))
            for arguments in [["open", "--json"], ["journal", "list", "--json"], ["journal", "stat", "--json"]] {
                let read = try await till.end(of: till.start(arguments))
                #expect(read.status == 5 && read.errors.contains("CR LF"), "\(arguments)")
            }
            let verify = try await till.postui("journal", "verify")
            #expect(verify.status == 1 && verify.output.contains("CR LF"))
            #expect(try till.folder.text(of: Self.segment) == before)
            #expect(await till.seen(.microFreeze) == 1)
        }
    }

    @Test func aLossIsAccepted() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            let none = try await till.postui("journal", "accept-loss", "--staff", "1", "--reason", "x")
            #expect(none.status == 2 && none.errors.contains("Nothing is lost"))
            try spoil(till)
            #expect(try await till.postui("journal", "accept-loss", "--staff", "1", "--reason", " ").status == 2)
            let accepted = try await till.postui("journal", "accept-loss", "--staff", "1", "--reason", "no backup")
            #expect(accepted.status == 0, "\(accepted.errors)")
            #expect(try !till.folder.files(holding: #""approval":"not_needed""#).isEmpty)
            let verify = try await till.postui("journal", "verify", "--full")
            #expect(verify.status == 0)
            #expect(verify.output.contains("supervisor 1 accepted a loss. Reason: no backup"))
            #expect(verify.output.contains("(accepted)"))
            #expect(try await till.freeze("2").status == 0)
            #expect(try await till.postui("open").status == 0)
        }
    }

    /// As a till leaves a file that was emptied beside it: zeros up to where it wrote on.
    @Test func aFileThatWasEmptiedAndWrittenOnIsALoss() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            #expect(try await till.freeze("2").status == 0)
            var bytes = Array(try till.folder.text(of: Self.segment).utf8)
            let feeds = bytes.indices.filter { bytes[$0] == 0x0a }
            for offset in 0...feeds[2] { bytes[offset] = 0 }
            try till.folder.write(String(decoding: bytes, as: UTF8.self), to: Self.segment)
            let refused = try await till.freeze("3")
            #expect(
                refused.status == 5 && refused.errors.contains("are lost") && refused.errors.contains("accept-loss"))
            #expect(try await till.postui("open").status == 5)
            let query = try await till.postui("query", "sz010002cz1795850845604741162158")
            #expect(query.status == 2 && query.errors.contains("may have stood there"))
            let verify = try await till.postui("journal", "verify", "--full")
            #expect(verify.status == 1 && verify.output.contains("are lost"))
            let accepted = try await till.postui("journal", "accept-loss", "--staff", "1", "--reason", "no backup")
            #expect(accepted.status == 0, "\(accepted.errors)")
            #expect(try await till.postui("journal", "verify", "--full").status == 0)
            #expect(try await till.freeze("4").status == 0)
            #expect(await till.seen(.microFreeze) == 3)
        }
    }

    /// Two flipped bits: the rest is served, and every command says what is not there.
    @Test func aGapIsServedAndSaid() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            #expect(try await till.freeze("2").status == 0)
            var bytes = Array(try till.folder.text(of: Self.segment).utf8)
            let feeds = bytes.indices.filter { bytes[$0] == 0x0a }
            for offset in [40, 50] { bytes[feeds[0] + offset] ^= 1 }
            try till.folder.write(String(decoding: bytes, as: UTF8.self), to: Self.segment)
            let freeze = try await till.freeze("3")
            #expect(freeze.status == 0 && freeze.errors.contains("Line 2 is missing"))
            let query = try await till.postui("query", "sz010002cz1795850845604741162158")
            #expect(query.status == 2 && query.errors.contains("may have stood there"))
            #expect(try await till.postui("open").errors.contains("may have stood there"))
            let accepted = try await till.postui("journal", "accept-loss", "--staff", "1", "--reason", "no backup")
            #expect(accepted.status == 0, "\(accepted.errors)")
            #expect(try await till.postui("journal", "verify", "--full").status == 0)
        }
    }

    @Test func aTornTailIsNoDamage() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            try till.folder.write(try till.folder.text(of: Self.segment) + "{\"n\":4", to: Self.segment)
            for arguments in [["open"], ["journal", "list"], ["journal", "stat"]] {
                #expect(try await till.end(of: till.start(arguments)).status == 0, "\(arguments)")
            }
            #expect(try await till.postui("journal", "verify").status == 1)
            #expect(try await till.freeze("2").status == 0)
            #expect(try await till.postui("journal", "verify").status == 0)
        }
    }

    @Test func aLongReplayIsSparedTheNextStart() async throws {
        try await CommandTill.run { till in
            let journal = try Journal.open(directory: till.journal, till: "824") { _ in }
            let fields = Array("{\"x\":\"\(String(repeating: "x", count: 4000))\"}".utf8)
            for _ in 0..<300 { try journal.append(event: "later", order: nil, fields: fields) }
            journal.close()
            #expect(try await till.postui("reconcile", "--wait", "0").status == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: till.journal)
            #expect(names.contains("checkpoint"))
            let attributes = try FileManager.default.attributesOfItem(atPath: till.journal + "/checkpoint")
            let node = attributes[.systemFileNumber] as? Int
            // The next one has little to read, and leaves it as it is.
            #expect(try await till.freeze("1").status == 0)
            let after = try FileManager.default.attributesOfItem(atPath: till.journal + "/checkpoint")
            #expect(after[.systemFileNumber] as? Int == node)
        }
    }

    @Test func soIsTheOneBehindARebuiltIndex() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            let journal = try Journal.open(directory: till.journal, till: "824") { _ in }
            let fields = Array("{\"x\":\"\(String(repeating: "x", count: 4000))\"}".utf8)
            for _ in 0..<300 { try journal.append(event: "later", order: nil, fields: fields) }
            journal.close()
            #expect(!FileManager.default.fileExists(atPath: till.journal + "/checkpoint"))
            #expect(try await till.postui("journal", "index", "--rebuild").status == 0)
            #expect(FileManager.default.fileExists(atPath: till.journal + "/checkpoint"))
            // The next start goes by it, and knows the deposit.
            var replayed = 0
            let next = try Journal.open(
                directory: till.journal, till: "824", restore: { _ in true }, replay: { _ in replayed += 1 })
            next.close()
            #expect(replayed == 0)
            let held = try await till.postui("journal", "stat", "--json")
            #expect(held.status == 0)
            #expect(try await till.freeze("2").status == 0)
            #expect(try await till.postui("journal", "verify", "--full").status == 0)
        }
    }

    @Test(arguments: ["zh-Hans", "en"])
    func aFileThatIsTooLongIsRefusedInWords(language: String) async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            try till.configure { $0.language = language }
            let words = language == "en" ? "longer than 1 GiB" : "太长（超过 1 GiB）"
            #expect(truncate(till.folder.file(Self.segment), (1 << 30) + 1) == 0)
            let freeze = try await till.freeze("2")
            #expect(freeze.status == 5 && freeze.errors.contains(words), "\(freeze.errors)")
            #expect(await till.seen(.microFreeze) == 1)
            for arguments in [["open"], ["journal", "list"], ["journal", "verify"]] {
                let read = try await till.end(of: till.start(arguments))
                #expect(read.status == 5 && read.errors.contains(words), "\(arguments) \(read.errors)")
            }
        }
    }

    @Test func aKeyOfDigestsThatIsTooLongIsALostOne() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            #expect(truncate(till.journal + "/digest.key", (1 << 30) + 1) == 0)
            #expect(try await till.postui("journal", "verify").status == 1)
            #expect(try await till.freeze("2").status == 0)
            let size = try FileManager.default.attributesOfItem(atPath: till.journal + "/digest.key")[.size]
            #expect(size as? Int == 32)
            #expect(try await till.postui("journal", "verify").status == 0)
        }
    }

    @Test func aLossIsAcceptedByPIN() async throws {
        try await CommandTill.run { till in
            let staff = try PinCommandTests.staff()
            try till.configure { $0.staff = staff }
            #expect(try await till.freeze("1").status == 0)
            try spoil(till)
            let before = try till.folder.text(of: Self.segment)
            func accept(_ input: String, _ option: [String] = ["--pin", "-"]) async throws -> Program.End {
                let words = ["journal", "accept-loss", "--staff", "1", "--reason", "no backup"]
                return try await till.end(of: till.start(words + option, input: input))
            }
            let wrong = try await accept("0000\n")
            #expect(wrong.status == 2 && wrong.errors.contains("Wrong PIN, 4 tries left"), "\(wrong.errors)")
            // A payment code that is scanned into the question is no PIN, and no try.
            let code = till.code()
            let scanned = try await accept(code + "\r\n")
            #expect(scanned.status == 2 && scanned.errors.contains("A PIN is 4 to 12 digits"))
            let unasked = try await accept(PinCommandTests.pin + "\n", [])
            #expect(unasked.status == 2 && unasked.errors.contains("standard input is no terminal"))
            #expect(try till.folder.text(of: Self.segment) == before)
            #expect(try till.segmentNames() == ["segment-000001.jsonl"], "nothing was written")
            let again = try await accept("1111\n")
            #expect(again.errors.contains("Wrong PIN, 3 tries left"), "\(again.errors)")
            // As a badge reader types it.
            let right = try await accept(PinCommandTests.pin + "\r\n")
            #expect(right.status == 0, "\(right.errors)")
            let verify = try await till.postui("journal", "verify", "--full")
            #expect(verify.status == 0 && verify.output.contains("supervisor 1 accepted a loss. Reason: no backup"))
            #expect(try till.folder.files(holding: PinCommandTests.pin) == [])
        }
    }

    @Test func aTimeZoneThatIsAFIFOIsRefused() async throws {
        try await CommandTill.run { till in
            #expect(mkfifo(till.folder.file("zone"), 0o600) == 0)
            let end = try await till.postui("journal", "stat", environment: ["TZ": till.folder.file("zone")])
            #expect(end.status == 2 && end.errors.contains("not a regular file"))
        }
    }
}
