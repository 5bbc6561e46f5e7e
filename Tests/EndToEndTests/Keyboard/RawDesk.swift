import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// The real till on a pseudo-terminal, its sandbox, and what a clerk does there.
struct RawDesk {
    static let f2 = "\u{1B}OQ"

    let till: RawTerminal
    let gateway: GatewayProcess
    let folder: TemporaryFolder

    /// Runs a body on a desk behind a terminal.
    ///
    /// `terminal` is what `TERM` says, `deposit` lines of `[deposit]`.
    static func run(
        terminal: String = "xterm-256color", deposit: String = "", body: (RawDesk) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let gateway = try await GatewayProcess.start(in: folder)
        do {
            var file = TillFile(bases: [gateway.base])
            file.staff = [StaffMember(id: "1206", name: "Li", role: .supervisor)]
            file.polling = "interval_seconds = 0.1\nlimit_seconds = 60"
            file.deposit = deposit
            let path = try file.write(into: folder)
            let screen = try RawTerminal(["run", "--config", path], in: folder, terminal: terminal)
            defer { screen.close() }
            try await screen.shows(.homeShortcut)
            try await body(RawDesk(till: screen, gateway: gateway, folder: folder))
        } catch {
            await gateway.end()
            throw error
        }
        await gateway.end()
    }

    func fees() async throws -> [Int?] { try await gateway.orders().map { $0["freeze_fee"]?.whole } }

    /// Keys work as ever: one leaves the screen, another comes back to it.
    func isAlive(f2: String = RawDesk.f2) async throws {
        #expect(till.till != nil)
        // A key right behind a paste or a quick run may be a part of it.
        try await till.pause(1200)
        try await till.press("\u{1B}", until: .homeShortcut)
        try await till.press(f2, until: .amountPrompt)
    }

    func arm(_ amount: String) async throws {
        try await till.press(Self.f2, until: .amountPrompt)
        // A scan that was refused a moment ago, or a burst, must be over.
        try await till.pause(400)
        try await till.send(amount, gap: 90)
        try await till.send("\r")
        try await till.shows(.scanPrompt)
    }
}
