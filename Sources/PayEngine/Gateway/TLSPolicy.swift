internal import COpenSSL

/// What the till asks of a TLS connection, said to OpenSSL itself, so that neither the system's configuration nor what
/// libcurl takes by itself can make it less.
struct TLSPolicy: Sendable {
    let ciphers: TLSCiphers

    /// Puts the policy into a context before the first handshake.
    ///
    /// - Parameter context: an `SSL_CTX` of OpenSSL.
    /// - Returns: false when OpenSSL did not take it: nothing may be sent by the context then.
    func apply(to context: OpaquePointer) -> Bool {
        // 112 bits: RSA keys of 2,048 bits and more, no SHA-1 in a certificate.
        SSL_CTX_set_security_level(context, 2)
        // RFC 9525: the host stands in subjectAltName. Without one libcurl would take the common name, which is no name
        // of a server.
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER) { isVerified, store in
            guard isVerified == 1, let store, X509_STORE_CTX_get_error_depth(store) == 0 else { return isVerified }
            if let certificate = X509_STORE_CTX_get_current_cert(store), postui_tls_names_a_host(certificate) == 1 {
                return 1
            }
            X509_STORE_CTX_set_error(store, X509_V_ERR_HOSTNAME_MISMATCH)
            return 0
        }
        postui_tls_keep_nothing(context)
        return postui_tls_set_minimum_version(context) == 1
            && SSL_CTX_set_cipher_list(context, ciphers.text) == 1
            && SSL_CTX_set_ciphersuites(context, TLSCiphers.version13) == 1
    }
}
