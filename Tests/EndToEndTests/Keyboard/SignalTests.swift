import Glibc
import Testing

@testable import PosTUI

/// Whatever signal ends the till, it gives the terminal back.
@Suite(.serialized) struct SignalTests {
    private static let numbers = [
        SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSYS, SIGSEGV, SIGABRT, 50,
    ]

    @Test(arguments: numbers)
    func theTerminalIsGivenBack(signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let port = try ClosedPort()
        _ = try TillFile(bases: [port.base]).write(into: folder)
        let terminal = try RawTerminal(["run", "--config", folder.file("till.toml")], in: folder)
        defer { terminal.close() }
        try await terminal.shows(.homeShortcut)
        let start = terminal.written.count
        kill(try #require(terminal.till), signal)
        // Marks of pastes, cursor keys, number pad, cursor, alternate screen.
        let leaving = ["\u{1B}[?2004l", "\u{1B}[?1l", "\u{1B}>", "\u{1B}[?25h", "\u{1B}[?1049l"]
        try await terminal.ends(with: 128 + signal, leaving: leaving, since: start)
    }
}
