import FoundationEssentials
import PayEngine
import Testing

@testable import PosTUI

/// Screens kept as readable text in `Golden/<screen>/<state>.<language>.txt`.
///
/// To write them anew run the tests with `POSTUI_REWRITE_GOLDEN=1`, read the difference, and run them again: a run that
/// writes fails.
enum Golden {
    private static let folder = String(#filePath.split(separator: "/").dropLast(2).joined(separator: "/"))

    static func check(
        _ frame: Frame, _ name: String, _ language: TillConfiguration.Language,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let path = "/\(folder)/Golden/\(name).\(language.rawValue).txt"
        let text = frame.lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["POSTUI_REWRITE_GOLDEN"] != nil {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("\(path) was written anew; look at it and run the tests again", sourceLocation: location)
            return
        }
        let expected = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == expected, "\(name) differs from \(path)", sourceLocation: location)
    }
}
