import Foundation
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
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("regular-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(mkfifo(folder + "/fifo", 0o600) == 0)
        try Data(count: 100).write(to: URL(fileURLWithPath: folder + "/file"))
        #expect(failure(folder + "/fifo") == .notRegular)
        #expect(failure("/dev/zero") == .notRegular)
        #expect(failure("/dev/tty") != nil)
        #expect(failure(folder) == .unreadable(code: EISDIR))
        #expect(failure(folder + "/nothing") == .unreadable(code: ENOENT))
        #expect(failure(folder + "/file") == nil)
        #expect(failure(folder + "/file", limit: 99) == .tooLong)
    }

    @Test func aConfigurationThatIsAFIFOIsRefused() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("fifo-\(UUID()).toml").path
        #expect(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        #expect {
            _ = try TillConfiguration.load(path: path, environment: [:])
        } throws: { error in
            (error as? ConfigurationError)?.problems.map(\.kind) == [.notRegular(path: path)]
        }
    }
}
