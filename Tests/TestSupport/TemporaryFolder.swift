package import FoundationEssentials
import Glibc

/// A folder of a test's own, gone with it.
package final class TemporaryFolder: Sendable {
    /// What the system refused.
    package struct Problem: Error {
        package let errno: Int32
    }

    package let path: String

    package init() throws {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(parent)/postui-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Problem(errno: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file in it, or below it.
    package func file(_ name: String) -> String { path + "/" + name }

    package func url(_ name: String) -> URL { URL(filePath: file(name)) }

    /// The names of what is in it, sorted.
    package var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }

    package func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

    package func text(of name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

    package func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: url(name)) }

    package func append(_ name: String, _ text: String) throws { try write(name, read(name) + Array(text.utf8)) }

    /// Writes a file that only its owner may read, and returns its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        let path = file(name)
        try Data(text.utf8).write(to: URL(filePath: path))
        guard chmod(path, 0o600) == 0 else { throw Problem(errno: errno) }
        return path
    }

    /// The names of the files below it that hold a text.
    package func files(holding text: String) throws -> [String] {
        let wanted = Array(text.utf8)
        return try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
            guard let data = FileManager.default.contents(atPath: file(name)) else { return false }
            return Self.holds(data, wanted)
        }
    }

    /// Goes by memchr and memcmp: journals set megabytes aside, which generic code would walk for seconds in a debug
    /// build.
    private static func holds(_ data: Data, _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        return data.withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress else { return false }
            let end = place + bytes.count
            while place + wanted.count <= end {
                guard let found = memchr(place, Int32(first), end - place - wanted.count + 1) else { return false }
                if memcmp(found, wanted, wanted.count) == 0 { return true }
                place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}
