import Glibc
import PayEngine
import TestSupport
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

    @Test(arguments: TestAuthority.Certificate.allCases.filter { $0 != .good && $0 != .goodRSA })
    func badCertificate(_ certificate: TestAuthority.Certificate) async throws {
        let authority = try await TestAuthority()
        // The server itself must be ready to show a small key.
        let further = certificate == .smallKey ? ["ciphers = ALL:@SECLEVEL=0", "securityLevel = 0"] : []
        try await refused(
            authority.serverFile(certificate), authorityFile: authority.authorityFile, further: further)
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
            try await speaks("-tls1_1", to: front, authority, says: "Protocol version: TLSv1.1")
        }
    }

    /// Ciphers without forward secrecy or without authenticated encryption.
    @Test(arguments: ["AES128-SHA", "AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA256"])
    func weakCipher(_ cipher: String) async throws {
        let authority = try await TestAuthority()
        let kind: TestAuthority.Certificate = cipher.hasPrefix("ECDHE-ECDSA") ? .good : .goodRSA
        try await refused(
            authority.serverFile(kind), authorityFile: authority.authorityFile,
            further: ["sslVersionMax = TLSv1.2", "ciphers = \(cipher)"]
        ) { front in
            try await speaks("-tls1_2", to: front, authority, says: "Ciphersuite: \(cipher)")
        }
    }

    @Test func aConfiguredCipherIsUsed() async throws {
        try await CommandTill.run { till in
            let authority = try await TestAuthority()
            let further = ["sslVersionMax = TLSv1.2", "ciphers = AES128-SHA"]
            let certificate = try await authority.serverFile(.goodRSA)
            try await TLSFront.run(before: till.port, certificate: certificate, further: further) { front in
                try till.configure { file in
                    file.bases = [front.base]
                    file.authorityFile = authority.authorityFile
                    file.gateway = "tls12_ciphers = \"ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA\""
                }
                let end = try await till.freeze("12.50")
                #expect(end.status == 0, "\(end)")
            }
        }
    }

    /// Neither the session's secrets in a file, nor what OpenSSL would take from a configuration of somebody's own.
    @Test func theEnvironmentChangesNothing() async throws {
        let authority = try await TestAuthority()
        let folder = try TemporaryFolder()
        let weak = try folder.write(
            """
            openssl_conf = all
            [all]
            ssl_conf = ssl
            [ssl]
            system_default = weak
            [weak]
            MinProtocol = TLSv1
            CipherString = ALL:COMPLEMENTOFALL:@SECLEVEL=0
            """, to: "openssl.cnf")
        let environment = [
            "SSLKEYLOGFILE": folder.file("secrets"), "OPENSSL_CONF": weak, "SSL_CERT_FILE": authority.authorityFile,
            "SSL_CERT_DIR": folder.path, "CURL_CA_BUNDLE": authority.authorityFile,
        ]
        let smallKey = ["ciphers = ALL:COMPLEMENTOFALL:@SECLEVEL=0", "securityLevel = 0"]
        try await refused(
            authority.serverFile(.smallKey), authorityFile: authority.authorityFile, further: smallKey,
            environment: environment
        ) { front in
            try await speaks("-tls1_3", to: front, authority, says: "Verification: OK")
        }
        let noCipher = ["sslVersionMax = TLSv1.2", "ciphers = NULL-SHA256:@SECLEVEL=0", "securityLevel = 0"]
        try await refused(
            authority.serverFile(.goodRSA), authorityFile: authority.authorityFile, further: noCipher,
            environment: environment
        ) { front in
            try await speaks("-tls1_2", to: front, authority, says: "Ciphersuite: NULL-SHA256")
        }
        // The system's authorities are not those of the environment.
        try await refused(authority.serverFile(.good), authorityFile: nil, environment: environment)
        try await CommandTill.run { till in
            try await TLSFront.run(before: till.port, certificate: authority.serverFile(.good)) { front in
                try till.configure { file in
                    file.bases = [front.base]
                    file.authorityFile = authority.authorityFile
                }
                #expect(try await till.freeze("12.50", environment: environment).status == 0)
            }
        }
        #expect(access(folder.file("secrets"), F_OK) != 0, "the session's secrets were written to a file")
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
                try await TLSFront.run(before: till.port, certificate: authority.serverFile(.good)) { good in
                    try till.configure { file in
                        file.bases = [bad.base, good.base]
                        file.authorityFile = authority.authorityFile
                    }
                    let end = try await till.freeze("12.50")
                    #expect(end.status == 0)
                    #expect(try end.object()["base"]?.text == good.base)
                    let lines = try till.lines(of: LookUpCommandTests.number(end))
                    #expect(lines == ["intent", "unknown(next_base)", "frozen(held)"])
                    #expect(await till.seen(.microFreeze) == 1)
                }
            }
        }
    }

    /// The server does speak so, to those who do.
    private func speaks(
        _ version: String, to front: TLSFront, _ authority: TestAuthority, says expected: String
    ) async throws {
        let client = try await Program(
            "/usr/bin/openssl",
            [
                "s_client", "-connect", "127.0.0.1:\(front.port)", version, "-cipher",
                "ALL:COMPLEMENTOFALL:@SECLEVEL=0", "-brief", "-CAfile", authority.authorityFile,
                "-verify_return_error",
            ]
        ).end()
        #expect(client.errors.contains(expected), "\(client.errors)")
    }

    private func refused(
        _ certificate: String, authorityFile: String?, further: [String] = [],
        environment: [String: String] = [:], check: (TLSFront) async throws -> Void = { _ in }
    ) async throws {
        try await CommandTill.run { till in
            try await TLSFront.run(before: till.port, certificate: certificate, further: further) { front in
                try await check(front)
                try till.configure { file in
                    file.bases = [front.base]
                    file.authorityFile = authorityFile
                }
                try await checkRefused(till, environment: environment)
            }
        }
    }

    private func checkRefused(_ till: CommandTill, environment: [String: String] = [:]) async throws {
        let end = try await till.freeze("12.50", environment: environment)
        #expect(end.status == 4)
        #expect(try end.object()["outcome"]?.text == "not_sent")
        #expect(try till.lines(of: LookUpCommandTests.number(end)) == ["intent", "not_sent(no_connection)"])
        #expect(await till.server.requests.isEmpty)
    }
}
