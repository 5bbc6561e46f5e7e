internal import COpenSSL

/// A file of authorities, as `[gateway] ca_file` names it.
enum CertificateFile {
    /// Whether OpenSSL reads at least one certificate of these bytes (PEM).
    ///
    /// One that begins and can't be read is none.
    static func holdsCertificate(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let input = BIO_new_mem_buf(base, Int32(clamping: buffer.count)) else {
                return false
            }
            defer {
                BIO_free(input)
                ERR_clear_error()
            }
            guard let certificate = PEM_read_bio_X509_AUX(input, nil, nil, nil) else { return false }
            X509_free(certificate)
            return true
        }
    }
}
