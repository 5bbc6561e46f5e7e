import Foundation
import TestSupport
import Testing

@testable import PayEngine

@Suite struct RegularFileTests {
    private func failure(_ path: String, limit: Int = 100) -> RegularFile.Failure? {
        do {
            _ = try RegularFile.bytes(of: path, limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test func onlyRegularFilesOfABoundedSizeAreRead() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.file("fifo"), 0o600) == 0)
        try folder.write("file", Array(repeating: 0, count: 100))
        #expect(failure(folder.file("fifo")) == .notRegular)
        #expect(failure("/dev/zero") == .notRegular)
        #expect(failure("/dev/tty") != nil)
        #expect(failure(folder.path) == .unreadable(code: EISDIR))
        #expect(failure(folder.file("nothing")) == .unreadable(code: ENOENT))
        #expect(failure(folder.file("file")) == nil)
        #expect(failure(folder.file("file"), limit: 99) == .tooLong)
    }

    @Test func aConfigurationThatIsAFIFOIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("till.toml")
        #expect(mkfifo(path, 0o600) == 0)
        #expect {
            _ = try TillConfiguration.load(path: path, environment: [:])
        } throws: { error in
            (error as? ConfigurationError)?.problems.map(\.kind) == [.notRegular(path: path)]
        }
    }
}
