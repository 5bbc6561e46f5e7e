import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// `postui freeze --code -` on a terminal: the code is not shown, and the terminal is as before afterwards.
@Suite(.serialized) struct CodePromptTests {
    private struct Desk {
        let terminal: RawTerminal
        let gateway: GatewayProcess
        let code = TestMerchant.code(.wechat)

        /// Types what is given between the parts of the code, and looks whether anything of it is shown.
        func type(_ parts: [String]) async throws {
            #expect(!terminal.isEchoing)
            for part in parts {
                try await terminal.send(part, gap: 3)
                try await terminal.pause(60)
                #expect(!terminal.isEchoing)
            }
        }

        /// What is seen of the code at most is its mask.
        func isUnseen() {
            let written = String(decoding: terminal.written, as: UTF8.self)
            #expect(!written.contains(code.dropFirst(2).prefix(8)))
            #expect(!written.contains(code.dropFirst(9)))
        }
    }

    private func ask(_ body: (Desk) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let gateway = try await GatewayProcess.start(in: folder)
        do {
            let path = try TillFile(bases: [gateway.base]).write(into: folder)
            let arguments = ["freeze", "--amount", "5", "--code", "-", "--config", path]
            let terminal = try RawTerminal(arguments, in: folder)
            defer { terminal.close() }
            try await terminal.shows(.codeQuestion)
            try await body(Desk(terminal: terminal, gateway: gateway))
        } catch {
            await gateway.end()
            throw error
        }
        await gateway.end()
    }

    /// Ctrl-Z in the middle stops nothing: a shell would come to a terminal that shows nothing.
    ///
    /// It empties the line.
    @Test(arguments: [false, true])
    func controlZInTheMiddleStopsNothing(withControlZ: Bool) async throws {
        try await ask { desk in
            let half = String(desk.code.prefix(9))
            try await desk.type(withControlZ ? [half, "\u{1A}", desk.code] : [half, String(desk.code.dropFirst(9))])
            try await desk.terminal.send("\r")
            try await desk.terminal.ends(with: 0, leaving: [], since: 0)
            #expect(desk.terminal.isEchoing)
            desk.isUnseen()
            #expect(try await desk.gateway.orders().map { $0["freeze_fee"]?.whole } == [500])
            #expect(try await desk.terminal.left() == "\n")
        }
    }

    /// Ctrl-C and Ctrl-\ end it as they end any program; what was typed is not left for the shell.
    @Test(arguments: [("\u{03}", 130), ("\u{1C}", 131)] as [(String, Int32)])
    func whatEndsAnyProgramEndsIt(key: String, status: Int32) async throws {
        try await ask { desk in
            try await desk.type([String(desk.code.prefix(9))])
            try await desk.terminal.send(key)
            try await desk.terminal.ends(with: status, leaving: [], since: 0)
            #expect(desk.terminal.isEchoing)
            desk.isUnseen()
            #expect(try await desk.gateway.orders().isEmpty)
            #expect(try await desk.terminal.left() == "\n")
        }
    }

    /// Ctrl-D, and what is no code.
    @Test(arguments: ["\u{04}", "12\r"])
    func whatIsNoCodeIsRefused(typed: String) async throws {
        try await ask { desk in
            try await desk.type([])
            try await desk.terminal.send(typed)
            try await desk.terminal.ends(with: 2, leaving: [], since: 0)
            #expect(desk.terminal.isEchoing)
            #expect(try await desk.gateway.orders().isEmpty)
        }
    }
}
