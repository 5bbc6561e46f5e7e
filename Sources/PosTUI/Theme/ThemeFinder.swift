import FoundationEssentials
import PayEngine

/// Where themes are looked for: `$XDG_CONFIG_HOME/postui/themes`, `PREFIX/share/postui/themes`, then `themes/` beside
/// the sources.
struct ThemeFinder {
    struct Lookup: Equatable {
        var theme: Theme
        /// No file of that name was found anywhere: the built-in form is used.
        var isFallback: Bool
    }

    var environment: [String: String]
    /// Absolute path of this program's file.
    var executable: String
    var currentDirectory: String

    /// Finds the theme of that name or path; one without colours where the environment asks for none.
    func find(_ name: String) throws(ThemeError) -> Lookup {
        if let value = environment["NO_COLOR"], !value.isEmpty {
            return Lookup(theme: .builtInMono, isFallback: false)
        }
        if name.contains("/") || name.hasSuffix(".toml") {
            guard FileManager.default.fileExists(atPath: name) else { throw .missing(file: name) }
            return Lookup(theme: try read(name, name: name), isFallback: false)
        }
        for folder in folders {
            let path = folder + "/\(name).toml"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            return Lookup(theme: try read(path, name: name), isFallback: false)
        }
        return Lookup(theme: .builtInMono, isFallback: name != Theme.builtInMono.name)
    }

    /// In the order in which they are looked into.
    var folders: [String] {
        var folders: [String] = []
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
            folders.append(base + "/postui/themes")
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            folders.append(home + "/.config/postui/themes")
        }
        var folder = parent(executable)
        folders.append(parent(folder) + "/share/postui/themes")
        // A build lies some folders below the sources: .build/x86_64-unknown-linux-gnu/debug.
        for _ in 0..<4 where folder.count > 1 {
            folders.append(folder + "/themes")
            folder = parent(folder)
        }
        folders.append(currentDirectory + "/themes")
        return folders
    }

    private func parent(_ path: String) -> String {
        let parts = path.split(separator: "/").dropLast()
        return "/" + parts.joined(separator: "/")
    }

    private func read(_ path: String, name: String) throws(ThemeError) -> Theme {
        let bytes: [UInt8]
        do throws(RegularFile.Failure) {
            bytes = try RegularFile.bytes(of: path, limit: 1 << 20)
        } catch {
            throw .unreadable(file: path, reason: "\(error)")
        }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(file: path, reason: "not UTF-8")
        }
        return try ThemeFile.theme(named: name, text: text, file: path)
    }
}
