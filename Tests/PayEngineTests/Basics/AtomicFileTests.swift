import Foundation
import TestSupport
import Testing

@testable import PayEngine

@Suite struct AtomicFileTests {
    @Test func theNewOneTakesThePlaceWhole() throws {
        let folder = try ConfigurationFolder()
        let path = "\(folder.path)/small"
        for text in ["first, and longer", "second"] {
            try folder.write("small.new", "left over", mode: 0o666)
            try AtomicFile.replace(path, with: Array(text.utf8), by: path + ".new", isDurable: true)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
            #expect(!FileManager.default.fileExists(atPath: path + ".new"))
        }
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func whatCannotBeReplacedStaysAndNothingIsLeftBesideIt() throws {
        let folder = try ConfigurationFolder()
        let path = "\(folder.path)/small"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(throws: AtomicFile.Failure(call: "rename", path: path, code: EISDIR)) {
            try AtomicFile.replace(path, with: [1], by: path + ".new", isDurable: false)
        }
        #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }

    @Test func whatLiesInTheWayIsToldByName() throws {
        let folder = try ConfigurationFolder()
        let path = "\(folder.path)/small"
        try FileManager.default.createDirectory(atPath: path + ".new", withIntermediateDirectories: false)
        #expect(throws: AtomicFile.Failure(call: "unlink", path: path + ".new", code: EISDIR)) {
            try AtomicFile.replace(path, with: [1], by: path + ".new", isDurable: false)
        }
    }
}
