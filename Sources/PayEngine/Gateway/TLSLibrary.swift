internal import COpenSSL
import Glibc

/// OpenSSL as the process uses it.
public enum TLSLibrary {
    /// What OpenSSL and libcurl obey of the environment: a file for the session's secrets, other configurations,
    /// modules, authorities.
    private static let prefixes = ["OPENSSL_", "SSL", "CURL_", "CTLOG_"]

    /// Whether OpenSSL digests and signs.
    ///
    /// The machine's `openssl.cnf`, which counts here as everywhere, may name no provider that does.
    public static var canSign: Bool { KeyedDigest.isAvailable }

    /// Takes the libraries' variables out of the environment of this process and those that it starts.
    ///
    /// Call it before either library is used, while one thread runs.
    public static func prepare() {
        var names: [String] = []
        var entry = environ
        while let text = entry.pointee {
            let name = String(cString: text).prefix { $0 != "=" }
            if prefixes.contains(where: name.hasPrefix) { names.append(String(name)) }
            entry = entry.successor()
        }
        for name in names { unsetenv(name) }
        // At the end of a process the transport's thread may still be closing a connection: what it uses must not be
        // taken from under it.
        OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil)
    }
}
