internal import COpenSSL

/// SHA-256 over pieces, with one context that is used again for each message.
final class SHA256Digest {
    private let context: OpaquePointer?
    private var started = false

    init() {
        context = EVP_MD_CTX_new()
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds bytes to the message.
    func update(_ bytes: UnsafeRawBufferPointer) {
        if !started {
            EVP_DigestInit_ex(context, EVP_sha256(), nil)
            started = true
        }
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// Returns the 32 bytes of the message's digest; the next update starts a new message.
    func finish() -> [UInt8] {
        update(UnsafeRawBufferPointer(start: nil, count: 0))
        started = false
        return [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            // Whatever OpenSSL does, a line never shows what lay here before.
            buffer.initialize(repeating: 0)
            EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
            count = 32
        }
    }
}
