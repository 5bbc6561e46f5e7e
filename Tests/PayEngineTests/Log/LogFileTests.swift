import FoundationEssentials
import TestSupport
import Testing

@testable import PayEngine

@Suite struct LogFileTests {
    let folder: ConfigurationFolder
    var path: String { "\(folder.path)/state/logs/postui.log" }

    init() throws {
        folder = try ConfigurationFolder()
    }

    private func lines(_ name: String) throws -> [Substring] {
        String(decoding: try Data(contentsOf: URL(filePath: name)), as: UTF8.self).split(separator: "\n")
    }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
    }

    @Test func folderAndFileAreMadeForThisUserOnly() throws {
        LogFile(path: path).append("one\n")
        LogFile(path: path).append("two\n")
        #expect(try lines(path) == ["one", "two"])
        #expect(try mode(path) == 0o600)
        #expect(try mode("\(folder.path)/state/logs") == 0o700)
        #expect(try mode("\(folder.path)/state") == 0o700)
    }

    @Test func aFileThatOthersMayReadBecomesThisUsersAlone() throws {
        try folder.write("open.log", "", mode: 0o666)
        LogFile(path: "\(folder.path)/open.log").append("one\n")
        #expect(try mode("\(folder.path)/open.log") == 0o600)
        #expect(try lines("\(folder.path)/open.log") == ["one"])
    }

    @Test func aSymbolicLinkIsNotFollowed() throws {
        try folder.write("other", "as it was\n")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/link.log", withDestinationPath: "\(folder.path)/other")
        let file = LogFile(path: "\(folder.path)/link.log")
        file.append("one\n")
        #expect(file.droppedCount == 1)
        #expect(try lines("\(folder.path)/other") == ["as it was"])
    }

    @Test func theLastFivePartsAreKept() throws {
        let file = LogFile(path: path, limit: 10, kept: 5)
        for number in 1...9 { file.append("line \(number)\n") }
        #expect(try lines(path) == ["line 9"])
        for age in 1...5 { #expect(try lines("\(path).\(age)") == ["line \(9 - age)"]) }
        #expect(!FileManager.default.fileExists(atPath: "\(path).6"))
        #expect(try mode("\(path).5") == 0o600)
        #expect(file.droppedCount == 0)
    }

    @Test func twoWritersOfOneFileFollowEachOthersRotation() throws {
        let files = [LogFile(path: path, limit: 20, kept: 50), LogFile(path: path, limit: 20, kept: 50)]
        for number in 0..<40 { files[number % 2].append("line \(number)\n") }
        var found = try lines(path).map(String.init)
        for age in 1...50 where FileManager.default.fileExists(atPath: "\(path).\(age)") {
            found = try lines("\(path).\(age)").map(String.init) + found
        }
        #expect(found == (0..<40).map { "line \($0)" })
    }

    @Test func threadsDoNotMixTheirLines() async throws {
        let file = LogFile(path: path, limit: 5_000, kept: 200)
        let text = String(repeating: "x", count: 90)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<200 { file.append("\(text)\n") } }
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/state/logs")
        let all = try names.flatMap { try lines("\(folder.path)/state/logs/\($0)") }
        #expect(all.count == 1600)
        #expect(all.allSatisfy { $0 == text })
    }

    @Test func aFullDiskDropsAndCounts() {
        let file = LogFile(path: "/dev/full")
        file.append("one\n")
        file.append("two\n")
        #expect(file.droppedCount == 2)
    }

    @Test func lossesAreToldAsSoonAsTheyCanBe() throws {
        try folder.write("state", "in the way")
        let file = LogFile(path: path)
        file.append("one\n")
        #expect(file.droppedCount == 1)
        try FileManager.default.removeItem(atPath: "\(folder.path)/state")
        file.append("two\n")
        file.append("three\n")
        #expect(try lines(path) == ["(1 entries of the log could not be written so far)", "two", "three"])
    }

    @Test func aFileThatWasTakenAwayIsMadeAnew() throws {
        let file = LogFile(path: path)
        file.append("one\n")
        try FileManager.default.removeItem(atPath: path)
        file.append("two\n")
        #expect(try lines(path) == ["two"])
    }
}
