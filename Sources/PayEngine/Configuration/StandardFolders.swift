/// Where this user's files are, by the XDG Base Directory rules.
///
/// Nil where the environment tells neither that nor a home.
public struct StandardFolders: Equatable, Sendable {
    /// `$XDG_CONFIG_HOME/postui`, by default `~/.config/postui`.
    public let configuration: String?
    /// `$XDG_STATE_HOME/postui`, by default `~/.local/state/postui`.
    public let state: String?

    /// Takes the folders from `XDG_CONFIG_HOME`, `XDG_STATE_HOME` and `HOME`.
    public init(environment: [String: String]) {
        let home = Self.absolute(environment["HOME"])
        configuration = (Self.absolute(environment["XDG_CONFIG_HOME"]) ?? home.map { $0 + "/.config" })
            .map { $0 + "/postui" }
        state = (Self.absolute(environment["XDG_STATE_HOME"]) ?? home.map { $0 + "/.local/state" })
            .map { $0 + "/postui" }
    }

    /// Returns an absolute path; the rules say that any other is to be ignored.
    private static func absolute(_ path: String?) -> String? {
        guard let path, path.hasPrefix("/") else { return nil }
        return path
    }
}
