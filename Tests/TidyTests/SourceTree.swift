import FoundationEssentials

/// The source tree that these tests stand in.
enum SourceTree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    /// Every Swift file of the product and of its tests.
    static let swiftFiles: [SourceFile] = ["Sources", "Tools", "Benchmarks", "Tests"].flatMap(files)
    /// All but the tests.
    static var sources: [SourceFile] { swiftFiles.filter { !$0.path.hasPrefix("Tests/") } }

    static func sources(of module: String) -> [SourceFile] {
        sources.filter { $0.module == module }
    }

    static func text(_ path: String) -> String {
        let data = try? Data(contentsOf: root.appending(path: path))
        return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func paths(under folder: String) -> [String] {
        let names = try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        return (names ?? []).sorted().map { "\(folder)/\($0)" }
    }

    private static func files(under folder: String) -> [SourceFile] {
        paths(under: folder).filter { $0.hasSuffix(".swift") }.map { SourceFile(path: $0, text: text($0)) }
    }
}
