import Testing

@testable import PayEngine

@Suite struct GatewayBaseTests {
    @Test(arguments: [
        ("https://pay.qcloud.com", "pay.qcloud.com", UInt16(443), false), ("https://a:8443", "a", 8443, false),
        ("https://192.0.2.7", "192.0.2.7", 443, false), ("https://[2001:db8::1]", "2001:db8::1", 443, false),
        ("https://[2001:db8::1]:8443", "2001:db8::1", 8443, false), ("http://127.0.0.1", "127.0.0.1", 80, true),
        ("http://127.0.0.1:18080", "127.0.0.1", 18080, true), ("http://127.255.1.2:1", "127.255.1.2", 1, true),
        ("http://[::1]:18080", "::1", 18080, true), ("http://[::1]", "::1", 80, true),
        ("https://a:65535", "a", 65535, false),
    ])
    func takes(text: String, host: String, port: UInt16, isSandbox: Bool) throws {
        let base = try #require(GatewayBase(text))
        #expect(base.host == host && base.port == port && base.isSandbox == isSandbox)
        #expect(base.text == text && "\(base)" == text)
    }

    @Test(arguments: [
        "", "pay.qcloud.com", "ftp://a", "HTTPS://a", "https:/a", "https://", "https://:443", "https://a:",
        "https://a:0",
        "https://a:65536", "https://a:-1", "https://a:+80", "https://a: 80", "https://a:8o", "https://a/",
        "https://a/cpay",
        "https://a?x=1", "https://a#x", "https://user@a", "https://user:pw@a", "https://a b", "https://a\n",
        "https://押金.cn",
        "https://a\\b", "https://a:1:2", "https://::1", "https://[::1", "https://::1]", "https://[]", "https://[a.b]",
        "https://[::1]x", "https://[::1]]", "https://a%2eb", "https://a_b",
    ])
    func whatIsNoAddressIsRefused(text: String) {
        #expect(GatewayBase(text) == nil)
    }

    @Test(arguments: [
        "http://pay.qcloud.com", "http://localhost", "http://localhost:80", "http://192.0.2.7", "http://10.0.0.1",
        "http://128.0.0.1", "http://127.0.0.1.evil.example", "http://127.0.0", "http://127.0.0.256",
        "http://127.0.0.1.",
        "http://[::2]", "http://[::ffff:127.0.0.1]", "http://0.0.0.0", "http://127.0.0.1@evil.example",
        "http://2130706433",
        "http://0x7f.0.0.1", "http://127.1",
    ])
    func withoutTLSOnlyToLiteralLoopback(text: String) {
        #expect(GatewayBase(text) == nil)
    }

    @Test func thePublishedOnesInTheirOrder() {
        #expect(
            GatewayBase.published.map(\.host) == [
                "pay.qcloud.com", "sz.pay.qcloud.com", "sh.pay.qcloud.com", "tj.pay.qcloud.com",
            ])
        #expect(GatewayBase.published.allSatisfy { !$0.isSandbox })
    }
}
