import TestSupport
import Testing

@testable import PayEngine

/// The real transport, towards a ``TestServer``.
enum SampleTransport {
    static func made(
        connectTimeout: Duration = .seconds(5), timeout: Duration = .seconds(15)
    ) throws -> CurlTransport {
        try CurlTransport(
            gateway: TillConfiguration.Gateway(
                bases: [], authorityFile: nil, proxy: nil, connectTimeout: connectTimeout, timeout: timeout))
    }

    static func base(_ server: TestServer, scheme: String = "http") throws -> GatewayBase {
        try #require(GatewayBase("\(scheme)://\(server.address)"))
    }

    /// One request by a transport of its own.
    static func post(
        to server: TestServer, scheme: String = "http", connectTimeout: Duration = .seconds(5),
        timeout: Duration = .seconds(15)
    ) async -> TransportResult? {
        guard let base = try? base(server, scheme: scheme),
            let transport = try? made(connectTimeout: connectTimeout, timeout: timeout)
        else { return nil }
        return await transport.post(Array("{}".utf8), to: "/cpay/micro_freeze", at: base)
    }
}
