import FoundationEssentials
import Logging
import TestSupport
import Testing

@testable import PayEngine

@Suite struct FileLogHandlerTests {
    @Test func entriesReachTheFileWithoutSecrets() throws {
        let folder = try ConfigurationFolder()
        let key = try #require(AuthenKey(ConfigurationFolder.keyText))
        let path = "\(folder.path)/postui.log"
        let file = LogFile(path: path)
        var logger = Logger(label: "postui.test") { label in
            FileLogHandler(label: label, file: file, level: .notice, redactor: LogRedactor(key: key))
        }
        logger[metadataKey: "till"] = "824"
        logger.info("not this one")
        logger.warning("scanned 134567890123456789 with \(ConfigurationFolder.keyText)", metadata: ["till": "825"])
        logger.error("no answer", error: AuthenKeyFileError.notAKey)
        let lines = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.first?.hasSuffix("warning postui.test: scanned 13************6789 with [secret] till=825") == true)
        #expect(lines.last?.hasSuffix("error postui.test: no answer error=notAKey till=824") == true)
    }

    @Test func levelsAreTheConfigurations() {
        for level in TillConfiguration.Log.Level.allCases {
            #expect(Logger.Level(level).rawValue == level.rawValue)
        }
    }
}
