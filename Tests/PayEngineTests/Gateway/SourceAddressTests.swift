import Testing

@testable import PayEngine

@Suite struct SourceAddressTests {
    @Test(arguments: [
        ("192.0.2.7", true), ("0.0.0.0", true), ("255.255.255.255", true), ("256.0.0.1", false), ("1.2.3", false),
        ("1.2.3.4.5", false), ("", false), ("::1", false), ("a.b.c.d", false), (" 1.2.3.4", false),
        ("1.2.3.4\n", false),
        ("0x7f.0.0.1", false), ("١.٢.٣.٤", false),
    ])
    func knowsIPv4(text: String, isIPv4: Bool) {
        #expect(SourceAddress.isIPv4(text) == isIPv4)
    }

    @Test func theRouteToLoopbackIsLoopback() throws {
        for text in ["http://127.0.0.1:1", "http://[::1]:1"] {
            #expect(SourceAddress.ofRoute(to: try #require(GatewayBase(text))) == "127.0.0.1")
        }
    }

    @Test func anyRouteIsAnIPv4ThatFits() {
        for base in GatewayBase.published {
            let address = SourceAddress.ofRoute(to: base)
            #expect(SourceAddress.isIPv4(address) && address.utf8.count <= 16)
        }
    }
}
