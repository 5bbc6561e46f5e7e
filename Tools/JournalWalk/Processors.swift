import Glibc

/// The machine's processors.
enum Processors {
    /// How many may be used now; at least 1.
    static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
