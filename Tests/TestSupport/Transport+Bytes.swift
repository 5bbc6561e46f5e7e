package import PayEngine

/// Bodies of tests hold no secrets.
extension Transport {
    package func post(_ body: [UInt8], to path: String, at base: GatewayBase) async -> TransportResult {
        await post(SecretBytes(body), to: path, at: base)
    }
}
