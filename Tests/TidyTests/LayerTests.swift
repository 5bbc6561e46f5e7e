import Testing

/// Who may know whom.
@Suite struct LayerTests {
    /// Files that sign, digest, seal or draw from the system's random source.
    private static let cryptographers = [
        "KeyedDigest.swift", "DigestKey.swift", "SHA256Digest.swift", "Scrypt.swift", "TLSCiphers.swift",
        "TLSLibrary.swift", "TLSPolicy.swift", "CertificateFile.swift",
    ]

    /// What each module must not import.
    private static let strangers: [String: Set<String>] = [
        "Persistence": ["PayEngine", "PosTUI", "SandboxGateway", "CNcurses", "CCurl", "Logging", "TOMLKit"],
        "PayEngine": ["PosTUI", "SandboxGateway", "CNcurses", "ArgumentParser", "FlyingFox", "FlyingSocks"],
        "PosTUI": ["Persistence", "SandboxGateway", "CCurl", "COpenSSL", "FlyingFox", "FlyingSocks"],
        "JournalDisk": ["PayEngine", "PosTUI", "SandboxGateway"],
        "SandboxGateway": ["Persistence", "PosTUI", "CNcurses", "CCurl", "COpenSSL", "TOMLKit"],
    ]

    private func importers(of module: String, but allowed: [String]) -> [String] {
        SourceTree.sources.flatMap { file in
            file.imports.filter { $0.module == module && !allowed.contains(file.name) }
                .map { "\(file.path):\($0.line)" }
        }
    }

    @Test func onlyTheTerminalKnowsNcurses() {
        expectNone(
            importers(of: "CNcurses", but: ["Terminal.swift"]),
            "Only Terminal.swift imports CNcurses. Add what you need to Terminal and call that:")
    }

    @Test func onlyTheTransportKnowsCurl() {
        expectNone(
            importers(of: "CCurl", but: ["CurlTransport.swift", "CurlExchange.swift"]),
            "Only CurlTransport and its CurlExchange import CCurl. Add what you need there and call that:")
    }

    @Test func onlyTheMatrixKnowsTheEncoder() {
        expectNone(
            importers(of: "CQRencode", but: ["QRMatrix.swift"]),
            "Only QRMatrix.swift imports CQRencode. Add what you need there and call that:")
    }

    @Test func onlyFilesThatSignDigestOrSealKnowOpenSSL() {
        expectNone(
            importers(of: "COpenSSL", but: Self.cryptographers),
            "Cryptography stays in few files. Use KeyedDigest or SHA256Digest, or add the file to `cryptographers`:")
    }

    @Test func modulesKeepToTheirNeighbours() {
        let places = SourceTree.sources.flatMap { file in
            file.imports.filter { Self.strangers[file.module, default: []].contains($0.module) }
                .map { "\(file.path):\($0.line): \($0.module)" }
        }
        expectNone(places, "A module imports one that it must not know. Ask the module in between instead:")
    }

    @Test func sandboxMakesUpItsOwnMind() {
        let own = Set(SourceTree.sources(of: "SandboxGateway").flatMap { Declarations.types(in: $0).map(\.name) })
        let foreign = Set(
            SourceTree.sources(of: "PayEngine").flatMap { file in
                Declarations.types(in: file).filter(\.isTopLevel).map(\.name)
            }
        ).subtracting(own).subtracting(["AuthenCode", "AuthenKey"])
        let places = SourceTree.sources(of: "SandboxGateway").flatMap { file in
            file.words.filter { foreign.contains(String($0.text)) }.map { "\(file.path):\($0.line): \($0.text)" }
        }
        expectNone(
            places,
            "The sandbox uses AuthenCode and AuthenKey of PayEngine and nothing else, since shared types would hide "
                + "shared mistakes. Write the sandbox its own:")
    }
}
