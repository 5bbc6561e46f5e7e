import Foundation
import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// A journal's folder that is mistyped, and what commands say of a journal that is served although it is damaged.
struct JournalPresenceTests {
    private static let words = "There is no journal in "

    /// A folder without a journal, or none.
    private func mistyped(_ till: CommandTill, isThere: Bool) throws -> String {
        let folder = till.folder.file("jurnal")
        if isThere { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        try till.configure(knowsGatewayClock: false) { $0.journal = "jurnal" }
        return folder
    }

    @Test(arguments: [false, true])
    func verifyFindsNoJournal(isThere: Bool) async throws {
        try await CommandTill.run { till in
            let folder = try mistyped(till, isThere: isThere)
            for options in [[], ["--full"]] {
                let end = try await till.end(of: till.start(["journal", "verify"] + options))
                #expect(end.status == 5 && end.output.isEmpty, "\(end.output)")
                #expect(end.errors.contains(Self.words + folder))
            }
            let accepted = try await till.postui("journal", "accept-loss", "--staff", "1", "--reason", "x")
            #expect(accepted.status == 5 && accepted.errors.contains(Self.words + folder))
            let close = try await till.postui(
                "close", "sz010002cz1795239487000000000009", "--staff", "1", "--reason", "x", "--json")
            #expect(close.status == 2 && close.errors.contains(Self.words + folder))
            #expect(FileManager.default.fileExists(atPath: folder) == isThere)
            #expect(try !isThere || FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test(arguments: [
        ["open"], ["journal", "list"], ["journal", "stat"], ["journal", "export", "--format", "csv"],
        ["journal", "index", "--rebuild"], ["reconcile"],
    ])
    func readersSayThatThereIsNone(command: [String]) async throws {
        try await CommandTill.run { till in
            let folder = try mistyped(till, isThere: false)
            let end = try await till.end(of: till.start(command))
            #expect(end.status == 0)
            #expect(end.errors.contains(Self.words + folder), "\(end.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder))
            try till.configure()
            #expect(try await till.freeze("1").status == 0)
            #expect(try await !till.end(of: till.start(command)).errors.contains(Self.words))
        }
    }

    /// Whoever lost all segments of a journal still has what speaks of them.
    @Test func whatIsLeftOfOneIsDamage() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("1").status == 0)
            try FileManager.default.removeItem(atPath: till.journal + "/segment-000001.jsonl")
            #expect(try await till.postui("journal", "verify").status == 1)
            #expect(try await till.postui("reconcile").status == 5)
        }
    }

    @Test(arguments: ["en", "zh-Hans"])
    func commandsThatTakeMoneyTellOfDamage(language: String) async throws {
        try await CommandTill.run { till in
            try till.configure { $0.language = language }
            let (told, lost) =
                language == "en"
                ? ("The journal is damaged in", "codes used before can't be recognised")
                : ("处损坏，可能缺单", "以前用过的付款码认不出来")
            #expect(try await till.freeze("1").status == 0)
            let number = try await LookUpCommandTests.number(till.freeze("3"))
            let segment = "journal/segment-000001.jsonl"
            var text = try till.folder.text(of: segment)
            text.replaceSubrange(try #require(text.firstRange(of: "freeze.frozen")), with: "freeze.frozem")
            try till.folder.write(text, to: segment)
            try FileManager.default.removeItem(atPath: till.journal + "/digest.key")
            let commands = [
                ["unfreeze", number, "--staff", "1"], ["reconcile"], ["show-code", "--amount", "2", "--wait", "0"],
            ]
            for (index, command) in commands.enumerated() {
                let end = try await till.end(of: till.start(command))
                #expect(end.errors.ranges(of: told).count == 1, "\(command) \(end.errors)")
                #expect(end.errors.contains(lost) == (index == 0), "\(command) \(end.errors)")
                #expect(end.status == (index == 2 ? 3 : 0), "\(command) \(end.errors)")
            }
            let freeze = try await till.freeze("2")
            #expect(freeze.status == 0 && freeze.errors.contains(told))
            let other = try LookUpCommandTests.number(freeze)
            let consume = try await till.postui("consume", other, "--amount", "1")
            #expect(consume.status == 0 && consume.errors.contains(told))
        }
    }
}
