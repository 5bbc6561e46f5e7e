import FoundationEssentials
import TestSupport
import Testing

@testable import PayEngine

@Suite struct ConfigurationFileTests {
    @Test func searchOrder() {
        let order: [(path: String?, [String: String], [String])] = [
            ("/a.toml", ["POSTUI_CONFIG": "/b.toml", "HOME": "/home/till"], ["/a.toml"]),
            (nil, ["POSTUI_CONFIG": "/b.toml", "HOME": "/home/till"], ["/b.toml"]),
            (
                nil, ["XDG_CONFIG_HOME": "/x", "HOME": "/home/till"],
                ["/x/postui/till.toml", "/etc/postui/till.toml"]
            ),
            (
                nil, ["HOME": "/home/till", "POSTUI_CONFIG": ""],
                ["/home/till/.config/postui/till.toml", "/etc/postui/till.toml"]
            ),
            (
                nil, ["XDG_CONFIG_HOME": "relative", "HOME": "/home/till"],
                ["/home/till/.config/postui/till.toml", "/etc/postui/till.toml"]
            ),
            (nil, [:], ["/etc/postui/till.toml"]),
        ]
        for (path, environment, candidates) in order {
            #expect(ConfigurationFile.candidates(path: path, environment: environment) == candidates)
        }
    }

    @Test func environmentNamesTheFile() throws {
        let folder = try ConfigurationFolder()
        _ = try folder.load()
        var environment = folder.environment
        environment["POSTUI_CONFIG"] = folder.file
        #expect(try TillConfiguration.load(path: nil, environment: environment).till.deviceID == "824")
    }

    @Test func usersFolderIsSearched() throws {
        let folder = try ConfigurationFolder()
        let own = "\(folder.path)/postui"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: false)
        _ = try folder.load()
        try FileManager.default.moveItem(atPath: folder.file, toPath: "\(own)/till.toml")
        try FileManager.default.moveItem(atPath: "\(folder.path)/authen.key", toPath: "\(own)/authen.key")
        var environment = folder.environment
        environment["XDG_CONFIG_HOME"] = folder.path
        #expect(try TillConfiguration.load(path: nil, environment: environment).till.deviceID == "824")
    }

    @Test func aNamedFileThatIsAbsentIsAnErrorThatNamesIt() {
        #expect(throws: ConfigurationError.self) {
            try TillConfiguration.load(path: "/nowhere/till.toml", environment: [:])
        }
        do throws(ConfigurationError) {
            _ = try TillConfiguration.load(path: "/nowhere/till.toml", environment: [:])
        } catch {
            #expect(
                error.text(in: .english)
                    == "there is no configuration; looked for /nowhere/till.toml; examples/till.toml is one to begin "
                    + "with, and postui demo needs none")
            #expect(error.text(in: .chinese).contains("/nowhere/till.toml"))
        }
    }

    @Test func aFolderIsNoConfiguration() throws {
        let folder = try ConfigurationFolder()
        do throws(ConfigurationError) {
            _ = try TillConfiguration.load(path: folder.path, environment: [:])
            Issue.record("loaded a folder")
        } catch {
            #expect(error.problems.map(\.kind) == [.unreadable(path: folder.path, code: 21)])
        }
    }
}
