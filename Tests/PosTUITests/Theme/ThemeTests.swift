import FoundationEssentials
import PayEngine
import TestSupport
import Testing

@testable import PosTUI

struct ThemeTests {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

    private func full(_ change: (inout [String]) -> Void = { _ in }) -> String {
        var lines = Role.allCases.map { "\($0.rawValue) = {}" }
        change(&lines)
        return "[roles]\n" + lines.joined(separator: "\n")
    }

    @Test(arguments: ["classic", "mono"])
    func theThemesOfTheProductAreWhole(name: String) throws {
        let path = "\(Self.root)/themes/\(name).toml"
        let theme = try ThemeFile.theme(
            named: name, text: String(contentsOfFile: path, encoding: .utf8), file: path)
        let bands = Outcome.allCases.map { theme[$0.band] }
        if name == "mono" {
            #expect(Role.allCases.allSatisfy { theme[$0] == Theme.builtInMono[$0] })
            let colourless = Role.allCases.filter { ![.qrLight, .qrDark].contains($0) }
            #expect(colourless.allSatisfy { theme[$0].foreground == .standard && theme[$0].background == .standard })
        } else {
            #expect(Set(bands.map { "\($0)" }).count == bands.count, "each outcome has its own band")
        }
        #expect(Outcome.allCases.allSatisfy { theme[$0.band] != theme[$0.sign] }, "the sign can be seen in its band")
    }

    @Test func coloursAndAttributesAreRead() throws {
        let text = full { lines in
            lines[0] = #"text = { foreground = "bright-red", background = 235, attributes = ["bold", "underline"] }"#
        }
        let theme = try ThemeFile.theme(named: "t", text: text, file: "t.toml")
        #expect(
            theme[.text]
                == Style(foreground: .palette(9), background: .palette(235), attributes: [.bold, .underline]))
        #expect(theme[.muted] == Style())
    }

    @Test(
        arguments: [
            ("text = 3", "roles.text"), (#"text = { foreground = "pink" }"#, "roles.text.foreground"),
            ("text = { foreground = 256 }", "roles.text.foreground"),
            ("text = { background = true }", "roles.text.background"),
            (#"text = { attributes = "bold" }"#, "roles.text.attributes"),
            (#"text = { attributes = ["blink"] }"#, "roles.text.attributes"),
            ("text = { attributes = [1] }", "roles.text.attributes"), ("text = { colour = 1 }", "roles.text.colour"),
            ("text = {}\nnonsense = {}", "roles.nonsense"), ("", "roles.text"),
        ])
    func errorsNameTheFileAndTheKey(line: String, key: String) throws {
        let text = full { $0[0] = line }
        let error = #expect(throws: ThemeError.self) {
            try ThemeFile.theme(named: "t", text: text, file: "/x/t.toml")
        }
        #expect(try #require(error).description.hasPrefix("/x/t.toml: \(key): found "))
    }

    @Test func notATheme() {
        #expect(throws: ThemeError.self) { try ThemeFile.theme(named: "t", text: "a = = b", file: "t") }
        #expect(throws: ThemeError.self) { try ThemeFile.theme(named: "t", text: "", file: "t") }
        #expect(throws: ThemeError.self) { try ThemeFile.theme(named: "t", text: full() + "\n[more]", file: "t") }
    }

    @Test func aThemeIsFoundByNameAndByPath() throws {
        let manager = FileManager.default
        let place = try TemporaryFolder()
        let folder = place.path
        try manager.createDirectory(atPath: folder + "/config/postui/themes", withIntermediateDirectories: true)
        try manager.createDirectory(atPath: folder + "/prefix/share/postui/themes", withIntermediateDirectories: true)
        let own = folder + "/config/postui/themes/classic.toml"
        try full { $0[0] = "text = { foreground = 1 }" }.write(toFile: own, atomically: true, encoding: .utf8)
        try full { $0[0] = "text = { foreground = 2 }" }.write(
            toFile: folder + "/prefix/share/postui/themes/classic.toml", atomically: true, encoding: .utf8)

        var finder = ThemeFinder(
            environment: ["XDG_CONFIG_HOME": folder + "/config"], executable: folder + "/prefix/bin/postui",
            currentDirectory: Self.root)
        #expect(try finder.find("classic").theme[.text].foreground == .palette(1))
        #expect(try finder.find(own).theme[.text].foreground == .palette(1))
        finder.environment = [:]
        #expect(try finder.find("classic").theme[.text].foreground == .palette(2))
        finder.executable = "/nowhere/bin/postui"
        #expect(try finder.find("classic").isFallback == false, "beside the sources")
        finder.currentDirectory = "/nowhere"
        #expect(try finder.find("classic") == .init(theme: .builtInMono, isFallback: true))
        #expect(try finder.find("mono") == .init(theme: .builtInMono, isFallback: false))
        #expect(throws: ThemeError.missing(file: "/nowhere/x.toml")) { try finder.find("/nowhere/x.toml") }
        finder.environment = ["NO_COLOR": "1"]
        #expect(try finder.find("classic") == .init(theme: .builtInMono, isFallback: false))
    }
}
