import PayEngine
import Testing

@testable import SandboxGateway

/// The real program against a real TLS server: whom it believes, and that it sends nothing to anybody else.
struct TLSTests {
    @Test func goodCertificate() async throws {
        try await CommandTill.run { till in
            let authority = try await TestAuthority()
            try await TLSFront.run(before: till.port, certificate: authority.serverFile(.good)) { front in
                try till.configure { file in
                    file.bases = [front.base]
                    file.authorityFile = authority.authorityFile
                }
                let end = try await till.freeze("12.50")
                #expect(end.status == 0)
                #expect(try end.object()["outcome"]?.text == "frozen")
                #expect(try end.object()["base"]?.text == front.base)
                #expect(await till.seen(.microFreeze) == 1)
                let query = try await till.postui("query", LookUpCommandTests.number(end), "--json")
                #expect(query.status == 0)
            }
        }
    }

    @Test(arguments: TestAuthority.Certificate.allCases.filter { $0 != .good })
    func badCertificate(_ certificate: TestAuthority.Certificate) async throws {
        let authority = try await TestAuthority()
        try await refused(authority.serverFile(certificate), authorityFile: authority.authorityFile)
    }

    /// Without `ca_file` the system's authorities count, which did not sign it.
    @Test(arguments: [TestAuthority.Certificate.good, .selfSigned])
    func notTheSystems(_ certificate: TestAuthority.Certificate) async throws {
        let authority = try await TestAuthority()
        try await refused(authority.serverFile(certificate), authorityFile: nil)
    }

    @Test func oldVersionOfTLS() async throws {
        let authority = try await TestAuthority()
        let old = [
            "sslVersionMin = TLSv1.1", "sslVersionMax = TLSv1.1", "securityLevel = 0", "ciphers = ALL:@SECLEVEL=0",
        ]
        try await refused(
            authority.serverFile(.good), authorityFile: authority.authorityFile, further: old
        ) { front in
            // The server does speak it, to those who do.
            let client = try await Program(
                "/usr/bin/openssl",
                [
                    "s_client", "-connect", "127.0.0.1:\(front.port)", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0",
                    "-brief", "-CAfile", authority.authorityFile, "-verify_return_error",
                ]
            ).end()
            #expect(client.errors.contains("Protocol version: TLSv1.1"), "\(client.errors)")
        }
    }

    /// A server that speaks no TLS at all.
    @Test func plainServer() async throws {
        try await CommandTill.run { till in
            try till.configure { $0.bases = ["https://127.0.0.1:\(till.port)"] }
            try await checkRefused(till)
        }
    }

    /// What is not believed gets nothing; the next base gets it, once.
    @Test func nextBaseAfterABadCertificate() async throws {
        try await CommandTill.run { till in
            let authority = try await TestAuthority()
            try await TLSFront.run(before: till.port, certificate: authority.serverFile(.expired)) { bad in
                try till.configure { file in
                    file.bases = [bad.base, till.base]
                    file.authorityFile = authority.authorityFile
                }
                let end = try await till.freeze("12.50")
                #expect(end.status == 0)
                #expect(try end.object()["base"]?.text == till.base)
                let lines = try till.lines(of: LookUpCommandTests.number(end))
                #expect(lines == ["intent", "unknown(next_base)", "frozen(held)"])
                #expect(await till.seen(.microFreeze) == 1)
            }
        }
    }

    private func refused(
        _ certificate: String, authorityFile: String?, further: [String] = [],
        check: (TLSFront) async throws -> Void = { _ in }
    ) async throws {
        try await CommandTill.run { till in
            try await TLSFront.run(before: till.port, certificate: certificate, further: further) { front in
                try await check(front)
                try till.configure { file in
                    file.bases = [front.base]
                    file.authorityFile = authorityFile
                }
                try await checkRefused(till)
            }
        }
    }

    private func checkRefused(_ till: CommandTill) async throws {
        let end = try await till.freeze("12.50")
        #expect(end.status == 4)
        #expect(try end.object()["outcome"]?.text == "not_sent")
        #expect(try till.lines(of: LookUpCommandTests.number(end)) == ["intent", "not_sent(no_connection)"])
        #expect(await till.server.requests.isEmpty)
    }
}
