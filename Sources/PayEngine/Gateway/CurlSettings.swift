/// What every request of one transport has in common.
struct CurlSettings: Sendable {
    let authorityFile: String?
    /// The proxy; empty: none.
    ///
    /// The environment's proxies never count.
    let proxy: String
    let tls: TLSPolicy
    let connectTimeoutMilliseconds: Int
    let timeoutMilliseconds: Int

    init(_ gateway: TillConfiguration.Gateway) {
        authorityFile = gateway.authorityFile
        proxy = gateway.proxy ?? ""
        tls = TLSPolicy(ciphers: gateway.ciphers)
        connectTimeoutMilliseconds = max(1, gateway.connectTimeout.wholeMilliseconds)
        timeoutMilliseconds = max(1, gateway.timeout.wholeMilliseconds)
    }
}
