import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import PayEngine

@Suite struct AuthenKeyFileTests {
    let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    private func error(_ name: String = "authen.key") -> AuthenKeyFileError? {
        do throws(AuthenKeyFileError) {
            _ = try AuthenKey(file: "\(folder.path)/\(name)")
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["", "\n", "\r\n"]) func lineEndMayBeThereOrNot(end: String) throws {
        try folder.write("authen.key", ConfigurationFolder.keyText + end, mode: 0o400)
        #expect(try AuthenKey(file: "\(folder.path)/authen.key") == AuthenKey(ConfigurationFolder.keyText))
    }

    @Test(arguments: [
        "", "\n", "short", "0123456789abcdefghijklmnopqrstuv0", "0123456789abcdefghijklmnopqrstuv\n\n",
        "0123456789abcdefghijklmnopqrstuv\nmore\n", "0123456789 bcdefghijklmnopqrstuv",
        "0123456789abcdefghijklmnopqrst押", "postui-sealed-1\nZm9v\n",
    ])
    func otherContentIsNoKey(content: String) throws {
        try folder.write("authen.key", content)
        #expect(error() == .notAKey)
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o620, 0o601, 0o610, 0o777]) func othersMustNotReachIt(mode: Int)
        throws
    {
        try folder.write("authen.key", ConfigurationFolder.keyText, mode: mode)
        #expect(error() == .openToOthers(mode: UInt32(mode)))
    }

    @Test func onlyItsUserAndRootOwnIt() {
        let regular = S_IFREG | 0o600
        #expect(AuthenKey.trouble(mode: regular, owner: 1000, user: 1000) == nil)
        #expect(AuthenKey.trouble(mode: regular, owner: 0, user: 1000) == nil)
        #expect(AuthenKey.trouble(mode: regular, owner: 1001, user: 1000) == .foreignOwner(user: 1001))
        #expect(AuthenKey.trouble(mode: regular, owner: 1001, user: 0) == .foreignOwner(user: 1001))
    }

    @Test func onlyARegularFileIsRead() throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/link", withDestinationPath: "\(folder.path)/authen.key")
        try FileManager.default.createDirectory(atPath: "\(folder.path)/folder", withIntermediateDirectories: false)
        #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
        #expect(error("link") == .symbolicLink)
        #expect(error("folder") == .notRegularFile)
        #expect(error("pipe") == .notRegularFile)
        #expect(error("absent") == .unreadable(code: ENOENT))
    }

    @Test func troubleWithTheFileIsToldWithItsPathAndWithoutItsContent() throws {
        let secret = "0123456789abcdefghijklmnopqrstuvwxyz"
        try folder.write("authen.key", secret)
        let problems = folder.problems()
        #expect(problems.map(\.kind) == [.keyFile(path: "\(folder.path)/authen.key", .notAKey)])
        for language in TillConfiguration.Language.allCases {
            let text = ConfigurationError(problems).text(in: language)
            #expect(text.contains("\(folder.path)/authen.key"))
            #expect(!text.contains("0123456789abc"))
        }
    }

    @Test(arguments: [ConfigurationFolder.keyText, "0123456789/bcdefghij.lmnopqrstuv"])
    func theKeyInThePlaceOfItsFileIsNotShown(key: String) {
        let problems = folder.problems(["merchant.authen_key_file": "\"\(key)\""])
        #expect(problems.map(\.key) == ["merchant.authen_key_file"])
        #expect(!ConfigurationError(problems).text(in: .english).contains(key))
        #expect(!"\(problems)".contains(key))
    }

    @Test func anAbsentFileIsNamed() {
        let problems = folder.problems(["merchant.authen_key_file": "\"absent.key\""])
        #expect(problems.map(\.kind) == [.keyFile(path: "\(folder.path)/absent.key", .unreadable(code: ENOENT))])
    }
}
