import Glibc
import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// `postui journal follow`, beside real writers.
struct JournalFollowCommandTests {
    /// What it printed so far, whole lines only.
    private static func lines(_ program: Program) throws -> [String] {
        let said = try program.output
        #expect(said.isEmpty || said.hasSuffix("\n"), "a line was cut")
        return said.split(separator: "\n").map(String.init)
    }

    /// The journal's lines as the file has them, headers too.
    private static func file(_ till: CommandTill) throws -> [String] {
        try till.folder.text(of: "journal/segment-000001.jsonl").split(separator: "\n").map(String.init)
    }

    private static func number(_ line: String) -> Int64? { Int64(line.dropFirst(5).prefix { $0.isNumber }) }

    @Test func fromTheFirstLineOnWhileOthersWrite() async throws {
        try await CommandTill.run { till in
            // The journal is not there yet.
            let follow = try till.start(["journal", "follow", "--from", "1"])
            try await Polling.until("it says so") { try follow.errors.contains("There is no journal in") }
            for amount in ["5", "0.72", "6"] { _ = try await till.freeze(amount) }
            let written = try Self.file(till)
            #expect(written.count > 6)
            try await Polling.until("all lines came") { try Self.lines(follow) == written }
            follow.signal(SIGTERM)
            let end = try await till.end(of: follow)
            #expect(end.status == 0 && end.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func fromNowOn() async throws {
        try await CommandTill.run { till in
            _ = try await till.freeze("5")
            let before = try Self.file(till)
            let follow = try till.start(["journal", "follow"])
            // Only a line that is written after it has looked once shows that it has looked.
            try await Polling.until("a new line came") {
                _ = try await till.freeze("6")
                return try !Self.lines(follow).isEmpty
            }
            let written = try Self.file(till)
            try await Polling.until("all lines came") { try Self.lines(follow).last == written.last }
            let lines = try Self.lines(follow)
            #expect(lines == Array(written.suffix(lines.count)) && lines.count <= written.count - before.count)
            follow.signal(SIGINT)
            #expect(try await till.end(of: follow).status == 0)
        }
    }

    /// A writer is killed in the middle of an order, over and over; every line comes once, and in order.
    @Test func writersThatAreKilled() async throws {
        try await CommandTill.run(faults: ["hang@micro_freeze:4"]) { till in
            let follow = try till.start(["journal", "follow", "--from", "1"])
            for round in 1...4 {
                let writer = try till.start(
                    ["freeze", "--amount", "5", "--code", "-"], input: till.code() + "\n")
                try await Polling.until("the freeze arrived") { await till.seen(.microFreeze) == round }
                let seen = try Self.file(till)
                // The intent was acknowledged, since it was sent: it must come while its writer lives or after.
                if round.isMultiple(of: 2) {
                    try await Polling.until("the intent came") { try Self.lines(follow) == seen }
                }
                writer.signal(SIGKILL)
                #expect(try await till.end(of: writer).status == nil)
            }
            _ = try await till.freeze("6")
            let written = try Self.file(till)
            try await Polling.until("all lines came") { try Self.lines(follow) == written }
            #expect(written.map(Self.number) == (1...Int64(written.count)).map { $0 })
            follow.signal(SIGTERM)
            #expect(try await till.end(of: follow).status == 0)
        }
    }

    @Test func endsWithItsReader() async throws {
        try await CommandTill.run { till in
            _ = try await till.freeze("5")
            let postui = try Program.postui()
            let command = "'\(postui)' journal follow --config '\(till.folder.file("till.toml"))' --from 1"
            let shell = try Program(
                "/bin/bash", ["-c", "set -o pipefail; \(command) | head -n 1"],
                environment: ["PATH": "/usr/bin:/bin", "HOME": till.folder.path])
            let end = try await till.end(of: shell)
            #expect(end.status == 0 && end.errors.isEmpty)
            #expect(end.output.hasPrefix("{\"n\":1,"))
        }
    }

    @Test func whatIsNoLine() async throws {
        try await CommandTill.run { till in
            for text in ["0", "x"] {
                let end = try await till.postui("journal", "follow", "--from", text)
                #expect(end.status == 2)
            }
        }
    }
}
