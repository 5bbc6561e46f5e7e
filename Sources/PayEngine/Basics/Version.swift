/// The till's version.
public enum Version {
    /// The version, as `postui --version` prints it.
    public static let text = "0.1.0"
}
