/// Why libcurl can't be used at all.
public enum CurlError: Error, Equatable, Sendable {
    case unavailable
    /// libcurl has no descriptors left for what wakes its thread.
    case noWakeUp
    /// No thread could be made; `errno` as the kernel gave it.
    case thread(errno: Int32)
}
