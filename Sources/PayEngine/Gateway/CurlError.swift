/// Why libcurl can't be used at all.
public enum CurlError: Error, Equatable, Sendable {
    case unavailable
    /// No thread could be made; `errno` as the kernel gave it.
    case thread(errno: Int32)
}
