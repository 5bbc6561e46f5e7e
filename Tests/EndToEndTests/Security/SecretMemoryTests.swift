import Glibc
import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// Codes and PINs are gone from the till's memory once they have done their work: neither their first nor their last
/// half stands anywhere in what the process can write to, be it as text, as cells or as an array of characters.
@Suite(.serialized) struct SecretMemoryTests {
    private static let code = "139274618053928471"
    private static let pin = "739184620517"

    private struct Desk {
        let till: RawTerminal
        let gateway: GatewayProcess
    }

    private func run(
        staff: [StaffMember] = [], isSecure: Bool = false, _ body: (Desk) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let gateway = try await GatewayProcess.start(in: folder)
        do {
            var file = TillFile(bases: [gateway.base])
            file.staff = staff
            file.polling = "interval_seconds = 0.1\nlimit_seconds = 60"
            if isSecure {
                let authority = try await TestAuthority()
                file.authorityFile = authority.authorityFile
                try await TLSFront.run(before: gateway.port, certificate: authority.serverFile(.good)) { front in
                    file.bases = [front.base]
                    try await run(file, in: folder, gateway, body)
                }
            } else {
                try await run(file, in: folder, gateway, body)
            }
        } catch {
            await gateway.end()
            throw error
        }
        await gateway.end()
    }

    private func run(
        _ file: TillFile, in folder: TemporaryFolder, _ gateway: GatewayProcess, _ body: (Desk) async throws -> Void
    ) async throws {
        let terminal = try RawTerminal(["run", "--config", try file.write(into: folder)], in: folder)
        defer { terminal.close() }
        try await body(Desk(till: terminal, gateway: gateway))
    }

    /// Expects that at the most so many halves are found; twice as many as whole copies.
    private func expectNone(of secret: String, in till: RawTerminal, but most: Int = 0) async throws {
        // What a thread is about to give back may take a moment.
        try await till.pause(500)
        let halves = try ProcessMemory(of: try #require(till.till)).copies(of: secret)
        #expect(halves.count <= most, "\(halves.count) halves: \(halves.map(\.description).joined(separator: "\n"))")
    }

    private func scan(_ amount: String, _ till: RawTerminal) async throws {
        try await till.shows(.homeShortcut)
        try await till.press("\u{1B}OQ", until: .amountPrompt)
        try await till.send(amount, gap: 90)
        try await till.send("\r")
        try await till.shows(.scanPrompt)
        try await till.send(Self.code + "\r", gap: 2)
    }

    @Test(arguments: [false, true])
    func noCodeIsLeftBehindItsResult(isSecure: Bool) async throws {
        try await run(isSecure: isSecure) { desk in
            try await scan("200", desk.till)
            try await desk.till.shows(.headline(.done))
            try await expectNone(of: Self.code, in: desk.till)
        }
    }

    /// The code as scanned and the request that may have to be sent again, and nothing else.
    @Test func twoCopiesLiveWhileTheOrderIsOpen() async throws {
        try await run { desk in
            try await scan("0.12", desk.till)
            try await desk.till.shows(.headline(.waiting))
            try await expectNone(of: Self.code, in: desk.till, but: 4)
            let number = try #require(try await desk.gateway.orders().first?["number"]?.text)
            try await desk.gateway.setState("frozen", of: number)
            try await desk.till.shows(.headline(.done))
            try await expectNone(of: Self.code, in: desk.till)
        }
    }

    @Test(arguments: [nil, 4])
    func noCodeIsLeftBehindARefusedScan(gap: Int?) async throws {
        try await run { desk in
            try await desk.till.shows(.homeShortcut)
            try await desk.till.press("\u{1B}OQ", until: .amountPrompt)
            try await desk.till.send(Self.code + "\r", gap: gap)
            try await desk.till.shows(.amountFirst)
            try await expectNone(of: Self.code, in: desk.till)
        }
    }

    @Test func noPINIsLeftBehindASignIn() async throws {
        let pin = try #require(Pin(Self.pin))
        let hash = try #require(try PinHash(hashing: pin))
        let member = StaffMember(id: "1206", name: "Li", role: .supervisor, pinHash: hash)
        try await run(staff: [member]) { desk in
            let till = desk.till
            try await till.shows(.signInHint)
            try await till.send("1206", gap: 90)
            try await till.send("\r")
            try await till.shows(["Li (1206)"])
            try await till.send(Self.pin, gap: 90)
            try await till.send("\r")
            try await till.shows(.homeShortcut)
            try await expectNone(of: Self.pin, in: till)
        }
    }
}
