import Glibc
import PayEngine
import TestSupport

/// A certificate authority of a test's own, made by openssl.
struct TestAuthority: Sendable {
    /// What a server shows.
    enum Certificate: String, CaseIterable, Sendable {
        case good
        /// The same with an RSA key.
        case goodRSA
        case selfSigned
        case expired
        /// From the day after tomorrow on.
        case notYetValid
        /// For another host.
        case otherHost
        /// By an authority that nobody trusts.
        case otherAuthority
        /// The host stands in the common name only, which names no server.
        case commonNameOnly
        /// RSA of 1,024 bits.
        case smallKey
    }

    let folder: TemporaryFolder

    /// PEM file to trust.
    var authorityFile: String { folder.file("ca.pem") }

    init() async throws {
        folder = try TemporaryFolder()
        try await makeAuthority("ca")
    }

    /// A PEM file with a certificate and its key.
    func serverFile(_ certificate: Certificate) async throws -> String {
        let host = certificate == .otherHost ? "DNS:pay.example" : "IP:127.0.0.1"
        let kind =
            switch certificate {
            case .goodRSA: ["-newkey", "rsa:2048"]
            case .smallKey: ["-newkey", "rsa:1024"]
            case .good, .selfSigned, .expired, .notYetValid, .otherHost, .otherAuthority, .commonNameOnly:
                ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
            }
        let common = kind + ["-nodes", "-subj", "/CN=127.0.0.1"]
        // An address for mail is a name, but no host's.
        let name = certificate == .commonNameOnly ? "email:till@shop.example" : host
        let files = ["-keyout", folder.file("server.key"), "-addext", "subjectAltName=\(name)"]
        if certificate == .selfSigned {
            try await openssl(["req", "-x509", "-days", "2", "-out", folder.file("server.pem")] + common + files)
        } else {
            let signer = certificate == .otherAuthority ? "other" : "ca"
            if certificate == .otherAuthority { try await makeAuthority(signer) }
            try await openssl(["req", "-out", folder.file("server.csr")] + common + files)
            if certificate == .notYetValid {
                try await signForLater()
            } else {
                try await openssl([
                    "x509", "-req", "-in", folder.file("server.csr"), "-CA", folder.file("\(signer).pem"), "-CAkey",
                    folder.file("\(signer).key"), "-CAcreateserial", "-copy_extensions", "copy", "-days",
                    certificate == .expired ? "-1" : "2", "-out", folder.file("server.pem"),
                ])
            }
        }
        let both = try folder.text(of: "server.key") + folder.text(of: "server.pem")
        return try folder.write(both, to: "both.pem")
    }

    /// `openssl x509` has no beginning to choose before version 3.4: `openssl ca` has.
    private func signForLater() async throws {
        try folder.write("", to: "index.txt")
        try folder.write("01\n", to: "serial")
        let file = try folder.write(
            """
            [ca]
            default_ca = later
            [later]
            database = \(folder.file("index.txt"))
            serial = \(folder.file("serial"))
            new_certs_dir = \(folder.path)
            default_md = sha256
            copy_extensions = copyall
            policy = any
            [any]
            commonName = supplied
            """, to: "ca.conf")
        let (begin, end) = (Self.day(2), Self.day(4))
        try await openssl([
            "ca", "-batch", "-notext", "-config", file, "-in", folder.file("server.csr"), "-cert",
            folder.file("ca.pem"), "-keyfile", folder.file("ca.key"), "-startdate", begin, "-enddate", end, "-out",
            folder.file("server.pem"),
        ])
    }

    /// So many days from now, as openssl takes it.
    private static func day(_ days: Int) -> String {
        var time = time_t(SystemClock().now.seconds) + days * 86_400
        var parts = tm()
        gmtime_r(&time, &parts)
        return [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined() + "Z"
    }

    private func makeAuthority(_ name: String) async throws {
        try await openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=A test's \(name)", "-keyout", folder.file("\(name).key"), "-out",
            folder.file("\(name).pem"),
        ])
    }

    private func openssl(_ arguments: [String]) async throws {
        let end = try await Program("/usr/bin/openssl", arguments).end()
        guard end.status == 0 else { throw Program.Problem(description: "openssl: \(end.errors)") }
    }
}
