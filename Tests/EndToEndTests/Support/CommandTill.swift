import Foundation
import PayEngine
import Synchronization
import TestSupport
import Testing

@testable import SandboxGateway

/// A till whose commands are the real program, with a sandbox in this process.
final class CommandTill: Sendable {
    let folder: TemporaryFolder
    let server: SandboxServer
    let witness: ArrivalWitness
    let port: UInt16
    /// The sandbox's own address.
    let base: String
    private let said = Mutex<[String]>([])
    private let codes = Mutex<[String]>([])

    var journal: String { folder.file("journal") }

    private init(_ folder: TemporaryFolder, _ server: SandboxServer, _ witness: ArrivalWitness, port: UInt16) {
        self.folder = folder
        self.server = server
        self.witness = witness
        self.port = port
        base = "http://127.0.0.1:\(port)"
    }

    /// Runs a test's body, then looks for secrets in all that was printed and kept.
    static func run(
        faults: [String] = [], port: UInt16 = 0, saysAbsenceByState: Bool = false,
        body: (CommandTill) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let witness = ArrivalWitness(journal: folder.file("journal"))
        var sandbox = SandboxConfiguration(key: try TestMerchant.key())
        sandbox.faults = try faults.map { try FaultRule($0) }
        sandbox.rules.passwordTurn = .queries(2)
        // No test waits until WeChat Pay would take a release.
        try sandbox.rules.forms.add("time-end-back=60")
        sandbox.rules.saysAbsenceByState = saysAbsenceByState
        sandbox.port = port
        sandbox.log = { witness.note($0) }
        let server = try SandboxServer(sandbox)
        let till = CommandTill(folder, server, witness, port: try await server.start())
        do {
            try till.configure()
            try await body(till)
            try till.checkSecrets()
            #expect(witness.complaints == [])
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// Writes the configuration anew.
    func configure(knowsGatewayClock: Bool = true, _ change: (inout TillFile) -> Void = { _ in }) throws {
        var file = TillFile(bases: [base])
        file.polling = "interval_seconds = 0.05\nlimit_seconds = 10"
        change(&file)
        _ = try file.write(into: folder)
        if knowsGatewayClock { try TillFile.knowGatewayClock(in: folder.file(file.journal), clock: SystemClock()) }
        witness.read(file.journal.hasPrefix("/") ? file.journal : folder.file(file.journal))
    }

    /// A code that was never used, which must not turn up anywhere.
    func code(_ platform: PayPlatform = .wechat) -> String {
        let code = TestMerchant.code(platform)
        codes.withLock { $0.append(code) }
        return code
    }

    /// Runs `postui` with this till's configuration to its end.
    func postui(
        _ arguments: String..., environment: [String: String] = [:], input: String = ""
    ) async throws -> Program.End {
        try await end(of: start(arguments, environment: environment, input: input))
    }

    /// Freezes with a new code, which the program reads from its standard input.
    func freeze(
        _ amount: String, _ further: String..., platform: PayPlatform = .wechat, environment: [String: String] = [:]
    ) async throws -> Program.End {
        let arguments = ["freeze", "--amount", amount, "--code", "-", "--json"] + further
        return try await end(of: start(arguments, environment: environment, input: code(platform) + "\n"))
    }

    func start(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) throws -> Program {
        let usual = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"]
        let option = ["--config", folder.file("till.toml")]
        let count = ["journal", "staff"].contains(arguments.first) ? 2 : 1
        return try Program(
            Program.postui(), Array(arguments.prefix(count)) + option + arguments.dropFirst(count),
            environment: usual.merging(environment) { $1 }, input: input)
    }

    func end(of program: Program) async throws -> Program.End {
        let end = try await program.end()
        said.withLock { $0 += [end.output, end.errors] }
        return end
    }

    func segmentNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: journal).filter { $0.hasSuffix(".jsonl") }.sorted()
    }

    func lines(of number: String) throws -> [String] {
        try JournalLine.of(number, in: journal).map(\.description)
    }

    /// How many of each interface the sandbox saw.
    func seen(_ interface: BankInterface) async -> Int {
        await server.requests.filter { $0.note?.interface == interface }.count
    }

    private func checkSecrets() throws {
        let (said, codes) = (said.withLock { $0 }, codes.withLock { $0 })
        for secret in codes + [TestMerchant.keyText] {
            #expect(!said.contains { $0.contains(secret) }, "a secret was printed")
            let files = try folder.files(holding: secret)
            #expect(files == (secret == TestMerchant.keyText ? ["authen.key"] : []), "a secret was kept")
        }
    }
}

extension Program.End {
    /// The JSON objects of its output, one a line.
    func objects() throws -> [BankJSON] {
        try output.split(separator: "\n").map { try BankJSONReader.read(Array($0.utf8)) }
    }

    /// The one JSON object of its output.
    func object() throws -> BankJSON {
        let objects = try objects()
        try #require(objects.count == 1, "one object, not \(output) \(errors)")
        return objects[0]
    }
}

extension BankJSON {
    var items: [BankJSON]? {
        guard case .array(let items) = self else { return nil }
        return items
    }

    var names: Set<String> { Set((members ?? []).map(\.name)) }
}
