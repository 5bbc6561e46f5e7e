import COpenSSL

/// scrypt (RFC 7914) by OpenSSL: a digest that takes memory and time on purpose, so that who finds the hash of a PIN
/// can't try all PINs at once.
struct Scrypt: Equatable {
    /// OpenSSL refuses the parameters, or there is no memory for them.
    struct Failure: Error, Equatable {}

    /// Binary logarithm of N.
    var cost: Int
    /// The block size r.
    var blockSize = 8
    /// The parallelism p.
    var parallelism = 1

    /// Derives bytes from a secret; takes 128 r (N + p) bytes of memory while it runs.
    func derive(_ count: Int, from secret: SecretBytes, salt: [UInt8]) throws(Failure) -> [UInt8] {
        let memory = 128 * blockSize * ((1 << cost) + parallelism + 2)
        var derived = [UInt8](repeating: 0, count: count)
        let done = secret.withUnsafeBytes { secret in
            // OpenSSL takes the secret as C text with a length.
            secret.withMemoryRebound(to: CChar.self) { secret in
                EVP_PBE_scrypt(
                    secret.baseAddress, secret.count, salt, salt.count, 1 << UInt64(cost), UInt64(blockSize),
                    UInt64(parallelism), UInt64(memory), &derived, count)
            }
        }
        guard done == 1 else {
            // What OpenSSL noted about it must not be found by the next who asks it for errors.
            ERR_clear_error()
            throw Failure()
        }
        return derived
    }
}
