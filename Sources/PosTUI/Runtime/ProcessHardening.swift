import CSystem
import Glibc

/// Keeps what is in memory, the key among it, from reaching a file when the process dies, and from others of the same
/// user.
///
/// That memory is overwritten when it is given back is the work of the module CWipe.
enum ProcessHardening {
    static func apply() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = postui_forbid_core_dump()
    }
}
