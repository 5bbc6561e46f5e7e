import Glibc

/// The text of `till.toml` and where it was found.
struct ConfigurationFile {
    static let limit = 1 << 20

    /// Absolute.
    let path: String
    let text: String

    /// What relative paths in it are relative to.
    var folder: String {
        let end = path.lastIndex(of: "/") ?? path.startIndex
        return String(path[..<end])
    }

    /// Returns where a configuration is looked for, best first.
    ///
    /// A place that was named by the user is the only one.
    static func candidates(path: String?, environment: [String: String]) -> [String] {
        if let path { return [path] }
        if let named = environment["POSTUI_CONFIG"], !named.isEmpty { return [named] }
        let own = StandardFolders(environment: environment).configuration.map { $0 + "/till.toml" }
        return [own, "/etc/postui/till.toml"].compactMap(\.self)
    }

    /// Reads the first of the candidates that exists.
    ///
    /// A file that is there and can't be read is an error, never passed over.
    init(path: String?, environment: [String: String]) throws(ConfigurationError) {
        let candidates = Self.candidates(path: path, environment: environment).map(Self.absolute)
        for candidate in candidates {
            guard let bytes = try Self.bytes(of: candidate) else { continue }
            guard bytes.count <= Self.limit, !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self)
            else { throw Self.error(.notText, file: candidate) }
            self.path = candidate
            self.text = text
            return
        }
        throw Self.error(.noFile(searched: candidates), file: "")
    }

    /// Reads a file; nil when there is none.
    private static func bytes(of path: String) throws(ConfigurationError) -> [UInt8]? {
        do throws(RegularFile.Failure) {
            return try RegularFile.bytes(of: path, limit: limit)
        } catch {
            switch error {
            case .unreadable(ENOENT), .unreadable(ENOTDIR): return nil
            case .unreadable(let code): throw Self.error(.unreadable(path: path, code: code), file: path)
            case .notRegular: throw Self.error(.notRegular(path: path), file: path)
            case .tooLong: throw Self.error(.tooLong(path: path), file: path)
            }
        }
    }

    private static func error(_ kind: ConfigurationProblem.Kind, file: String) -> ConfigurationError {
        ConfigurationError([ConfigurationProblem(file: file, key: nil, line: nil, kind: kind)])
    }

    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }
}
