import FoundationEssentials
import PayEngine
import TestSupport

/// A folder of its own with a `till.toml` and a key beside it, gone at the end of the test.
final class ConfigurationFolder {
    static let keyText = "0123456789abcdefghijklmnopqrstuv"

    private let folder: TemporaryFolder
    var path: String { folder.path }
    var file: String { "\(path)/till.toml" }
    /// No home, so that nothing of the person who runs the tests is read.
    var environment = ["XDG_STATE_HOME": "/state"]

    init() throws {
        folder = try TemporaryFolder()
        try write("authen.key", Self.keyText + "\n")
    }

    func write(_ name: String, _ text: String, mode: Int = 0o600) throws {
        let file = try folder.write(text, to: name)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }

    /// Loads the least configuration with these values, written as in TOML, in the place of its own; nil takes one out.
    func load(_ changes: [String: String?] = [:], tail: String = "") throws(ConfigurationError) -> TillConfiguration {
        try load(text: Self.text(changes) + tail)
    }

    func load(text: String) throws(ConfigurationError) -> TillConfiguration {
        do {
            try write("till.toml", text)
        } catch {
            return try TillConfiguration.load(path: "/nowhere/\(error)", environment: environment)
        }
        return try TillConfiguration.load(path: file, environment: environment)
    }

    /// What is told about such a configuration.
    func problems(_ changes: [String: String?] = [:], tail: String = "") -> [ConfigurationProblem] {
        problems(text: Self.text(changes) + tail)
    }

    func problems(text: String) -> [ConfigurationProblem] {
        do throws(ConfigurationError) {
            _ = try load(text: text)
            return []
        } catch {
            return error.problems
        }
    }

    private static let least = [
        "till.device_id": "\"824\"", "till.machine_no": "\"00-05-9a-3c-7a-00\"",
        "till.order_prefix": "\"sz010002cz\"", "merchant.out_mch_id": "\"sz01lXKA6DKGjNzr2l4B\"",
        "merchant.out_sub_mch_id": "\"sz01KzuCUOmw8yjtPite\"", "merchant.out_shop_id": "\"sz011biKxOguirmBqiFR\"",
        "merchant.authen_key_file": "\"authen.key\"",
    ]

    private static func text(_ changes: [String: String?]) -> String {
        let values = least.merging(changes.compactMapValues(\.self)) { $1 }
            .filter { key, _ in changes[key] != .some(nil) }
        var tables: [String: [String]] = [:]
        for (key, value) in values {
            let mark = key.firstIndex(of: ".") ?? key.startIndex
            tables[String(key[..<mark]), default: []].append("\(key[key.index(after: mark)...]) = \(value)")
        }
        return tables.sorted { $0.key < $1.key }
            .map { "[\($0.key)]\n" + $0.value.sorted().joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }
}
