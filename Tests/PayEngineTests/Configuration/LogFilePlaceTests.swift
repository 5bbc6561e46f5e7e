import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import PayEngine

/// What `[log] file` must not be.
@Suite struct LogFilePlaceTests {
    let folder: ConfigurationFolder
    private let files = FileManager.default

    init() throws {
        folder = try ConfigurationFolder()
        try files.createDirectory(atPath: "\(folder.path)/journal/sub", withIntermediateDirectories: true)
        try folder.write("journal/segment-000001.jsonl", "{}\n")
        try folder.write("till.toml", "")
    }

    private func trouble(_ file: String, journal: String = "journal") -> LogFileTrouble? {
        let problems = folder.problems(["log.file": "\"\(file)\"", "journal.directory": "\"\(journal)\""])
        guard let problem = problems.first, case .logFile(_, let trouble) = problem.kind else {
            #expect(problems.isEmpty, "\(problems)")
            return nil
        }
        #expect(problem.key == "log.file")
        for language in TillConfiguration.Language.allCases { #expect(!problem.text(in: language).isEmpty) }
        return trouble
    }

    @Test(arguments: [
        "journal/segment-000001.jsonl", "journal/new.log", "./journal/../journal/digest.key", "journal/sub/x.log",
        "alias/x.log",
    ])
    func nothingOfTheJournal(file: String) throws {
        try files.createSymbolicLink(atPath: "\(folder.path)/alias", withDestinationPath: "\(folder.path)/journal")
        #expect(trouble(file) == .journal)
    }

    @Test func nothingOfAJournalThatIsYetToBeMade() {
        #expect(trouble("later/x.log", journal: "later") == .journal)
        #expect(trouble("later.log", journal: "later") == nil)
    }

    @Test func neitherKeyNorConfiguration() throws {
        #expect(trouble("authen.key") == .key)
        #expect(trouble("till.toml") == .configuration)
        for (name, wanted) in [
            ("authen.key", LogFileTrouble.key), ("till.toml", .configuration),
            ("journal/segment-000001.jsonl", .journal),
        ] {
            try? files.removeItem(atPath: "\(folder.path)/hard.log")
            #expect(link("\(folder.path)/\(name)", "\(folder.path)/hard.log") == 0)
            // The configuration is written anew for each look.
            if wanted != .configuration { #expect(trouble("hard.log") == wanted) }
        }
    }

    @Test func neitherLinkNorFolderNorDevice() throws {
        try folder.write("other", "")
        try files.createSymbolicLink(atPath: "\(folder.path)/link.log", withDestinationPath: "\(folder.path)/other")
        #expect(mkfifo("\(folder.path)/fifo.log", 0o600) == 0)
        #expect(trouble("link.log") == .symbolicLink)
        for name in ["fifo.log", "journal", "/dev/full"] where name != "journal" {
            #expect(trouble(name) == .notRegular, "\(name)")
        }
    }

    @Test func itsOwnFileIsTaken() throws {
        #expect(trouble("new.log") == nil)
        #expect(trouble("logs/deep/new.log") == nil)
        try folder.write("postui.log", "", mode: 0o666)
        #expect(trouble("postui.log") == nil)
        try #require(geteuid() == 0)
        #expect(chown("\(folder.path)/postui.log", 1234, 1234) == 0)
        #expect(trouble("postui.log") == .foreign(mode: 0o666))
    }
}
