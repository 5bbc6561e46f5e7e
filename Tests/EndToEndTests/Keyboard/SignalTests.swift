import Foundation
import Glibc
import TestSupport
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

    /// Signals of faults that a thread blocked would end the process before any handler.
    @Test func noThreadBlocksFaults() async throws {
        let folder = try TemporaryFolder()
        let port = try ClosedPort()
        _ = try TillFile(bases: [port.base]).write(into: folder)
        let terminal = try RawTerminal(["run", "--config", folder.file("till.toml")], in: folder)
        defer { terminal.close() }
        try await terminal.shows(.homeShortcut)
        let process = try #require(terminal.till)
        let tasks = "/proc/\(process)/task"
        let threads = try FileManager.default.contentsOfDirectory(atPath: tasks)
        #expect(threads.count > 2)
        let faults = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE].reduce(UInt64(0)) { $0 | 1 << UInt64($1 - 1) }
        for thread in threads {
            let status = try String(contentsOfFile: "\(tasks)/\(thread)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") })
            let blocked = try #require(UInt64(line.dropFirst(7).filter(\.isHexDigit), radix: 16))
            #expect(blocked & faults == 0, "thread \(thread) blocks \(String(blocked, radix: 16))")
        }
    }
}
