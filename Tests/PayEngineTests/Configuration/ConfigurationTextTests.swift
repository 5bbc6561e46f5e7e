import TestSupport
import Testing

@testable import PayEngine

@Suite struct ConfigurationTextTests {
    private static let kinds: [ConfigurationProblem.Kind] = [
        .noFile(searched: ["/a", "/b"]), .unreadable(path: "/a", code: 13), .notText, .noCertificate(path: "/a"),
        .syntax("words"), .unknownKey,
        .noHome, .repeated(found: "\"1\""),
        .badValue(found: nil, wanted: .pinHash), .badValue(found: "\"x\"", wanted: .oneOf(["zh-Hans", "en"])),
    ]

    private static let requirements: [ConfigurationRequirement] = [
        .table, .tables, .text(bytes: 64), .wholeNumber(1...365), .seconds(.milliseconds(50)...(.seconds(60))), .truth,
        .amount(maximum: Fen(5_000_000)), .orderPrefix, .ipv4, .base, .proxy, .ciphers, .oneOf(["en"]), .theme, .path,
        .codePrefix, .pinHash, .list(.base, count: 1...16),
    ]

    private static let keyErrors: [AuthenKeyFileError] = [
        .unreadable(code: 2), .symbolicLink, .notRegularFile, .foreignOwner(user: 7), .openToOthers(mode: 0o644),
        .notAKey,
    ]

    private static var all: [ConfigurationProblem.Kind] {
        kinds + requirements.map { .missing(wanted: $0) } + keyErrors.map { .keyFile(path: "/k", $0) }
            + ConfigurationValueType.allCases.map { .wrongType(found: $0, wanted: .path) }
    }

    @Test func everyProblemHasItsOwnLineInBothLanguages() {
        for language in TillConfiguration.Language.allCases {
            let texts = Self.all.map { kind in
                ConfigurationProblem(file: "/etc/till.toml", key: "till.ip", line: 3, kind: kind).text(in: language)
            }
            #expect(Set(texts).count == texts.count)
            for text in texts {
                #expect(text.hasPrefix("/etc/till.toml:3"))
                #expect(text.contains("till.ip"))
                #expect(!text.contains("\n"))
                #expect(text.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) } == (language == .chinese))
            }
        }
    }

    @Test func placeFoundAndWantedStandInOneLine() {
        let problem = ConfigurationProblem(
            file: "/etc/postui/till.toml", key: "till.sub_terminal_type", line: 12,
            kind: .badValue(found: "-1", wanted: .wholeNumber(0...2_147_483_647)))
        #expect(
            problem.text(in: .english)
                == "/etc/postui/till.toml:12: till.sub_terminal_type: found -1; "
                + "wanted: a whole number, 0 to 2147483647")
        #expect(
            problem.text(in: .chinese) == "/etc/postui/till.toml:12：till.sub_terminal_type：现为 -1；应为：0 到 2147483647 的整数")
    }

    @Test func secondsAreWrittenWithTheirDecimals() {
        let range = ConfigurationRequirement.seconds(.milliseconds(50)...(.seconds(60)))
        #expect(range.text(in: .english) == "seconds, 0.05 to 60")
    }

    @Test func foundValuesCannotMoveTheCursor() throws {
        let folder = try ConfigurationFolder()
        let problems = folder.problems([
            "till.language": #""\u001b[2J\u202e""#, "till.ip": "\"\(String(repeating: "9", count: 500))\"",
            "gateway.proxy": "\"http://user:word@proxy\"",
        ])
        let text = ConfigurationError(problems).text(in: .english)
        #expect(problems.count == 3)
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(!text.contains("word"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count < 400 })
    }

    @Test func languageComesFromTheLocale() {
        let languages: [([String: String], TillConfiguration.Language)] = [
            ([:], .english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "C.UTF-8"], .english),
            (["LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"], .english),
            (["LANG": "en_US.UTF-8", "LC_ALL": "", "LC_MESSAGES": "zh_CN.UTF-8"], .chinese),
        ]
        for (environment, language) in languages {
            #expect(TillConfiguration.Language(environment: environment) == language)
        }
    }
}
