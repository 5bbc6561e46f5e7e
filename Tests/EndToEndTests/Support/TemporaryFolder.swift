import FoundationEssentials
import Glibc

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
    struct Problem: Error {
        let errno: Int32
    }

    let path: String

    init() throws {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(parent)/postui-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Problem(errno: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file that only its owner may read.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let path = file(name)
        try Data(text.utf8).write(to: URL(filePath: path))
        guard chmod(path, 0o600) == 0 else { throw Problem(errno: errno) }
        return path
    }

    func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: file(name))), as: UTF8.self)
    }

    /// Names of the files below it that hold a text.
    func files(holding text: String) throws -> [String] {
        let wanted = Array(text.utf8)
        return try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
            guard let data = FileManager.default.contents(atPath: file(name)) else { return false }
            return Self.holds(data, wanted)
        }
    }

    /// By memchr and memcmp: journals set megabytes aside, which generic code would walk for seconds in a debug build.
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
