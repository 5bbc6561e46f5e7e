internal import COpenSSL

/// The ciphers that a connection by TLS 1.2 may use.
///
/// TLS 1.3 has only good ones, which are not configurable.
public struct TLSCiphers: Equatable, Sendable {
    /// Why a text is no list of ciphers that money may travel under.
    public enum Fault: Error, Equatable, Sendable {
        /// Not the name of one cipher of TLS 1.2 that this machine's OpenSSL knows. Groups (`HIGH`) and commands
        /// (`@SECLEVEL`) are none.
        case unknown(String)
        /// Without encryption, without a certificate, or below 128 bits.
        case weak(String)
    }

    /// OpenSSL's names, joined by colons, in order of preference.
    public let text: String

    /// Forward secrecy by ECDHE, and nothing but authenticated encryption.
    public static let standard = TLSCiphers(
        trusted: [
            "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305",
            "ECDHE-RSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256",
        ])

    static let version13 = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256"

    private init(trusted names: [String]) {
        text = names.joined(separator: ":")
    }

    /// Reads a list of ciphers' names joined by colons.
    ///
    /// - Throws: ``Fault`` for the first name that can't be used.
    public init(_ text: String) throws(Fault) {
        let names = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        for name in names { try Self.check(name) }
        self.init(trusted: names)
    }

    private static func check(_ name: String) throws(Fault) {
        let isName = !name.isEmpty && name.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == 0x2D }
        guard isName, let context = SSL_CTX_new(TLS_method()) else { throw .unknown(name) }
        defer { SSL_CTX_free(context) }
        // So that a weak one is called weak, not unknown.
        SSL_CTX_set_security_level(context, 0)
        guard SSL_CTX_set_cipher_list(context, name) == 1, let ciphers = SSL_CTX_get_ciphers(context) else {
            throw .unknown(name)
        }
        for index in 0..<postui_tls_stack_count(ciphers) {
            guard let cipher = postui_tls_stack_value(ciphers, index), let found = SSL_CIPHER_get_name(cipher),
                String(cString: found) == name
            else { continue }
            let isAnonymous = SSL_CIPHER_get_auth_nid(cipher) == NID_auth_null
            guard SSL_CIPHER_get_bits(cipher, nil) >= 128, !isAnonymous else { throw .weak(name) }
            // Those of TLS 1.3 are in every list and can't be chosen here.
            guard !name.hasPrefix("TLS_") else { break }
            return
        }
        throw .unknown(name)
    }
}
