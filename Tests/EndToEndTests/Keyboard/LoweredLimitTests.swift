import FoundationEssentials
import Glibc
import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// Limits that somebody lowers under a running till.
@Suite(.serialized) struct LoweredLimitTests {
    /// As `prlimit --pid` does it.
    private func lower(_ process: pid_t, _ option: String) async throws {
        let end = try await Program("/usr/bin/prlimit", ["--pid", "\(process)", option]).end()
        #expect(end.status == 0, "\(end.errors)")
    }

    /// The hard limits stay, so that they can be lifted again.
    @Test(arguments: [["--nofile=3:"], ["--as=1:"], ["--data=1:"], ["--stack=1:"], ["--nofile=3:", "--as=1:"]])
    func theTillGoesOnOrSaysASentence(limits: [String]) async throws {
        try await CommandTill.run { till in
            let terminal = try RawTerminal(["run", "--config", till.folder.file("till.toml")], in: till.folder)
            defer { terminal.close() }
            try await terminal.shows(.homeShortcut)
            let process = try #require(terminal.till)
            for limit in limits { try await lower(process, limit) }
            try await deposit(till, on: terminal, "12.50")
            if terminal.till == nil {
                // libdispatch may have needed a descriptor just then.
                #expect(limits.contains("--nofile=3:"))
                try await terminal.ends(with: 5, leaving: ["\u{1B}[?1049l"], since: 0)
                let sentence = Phrase.descriptorsTaken.text(in: .english)
                #expect(String(decoding: terminal.written, as: UTF8.self).contains(sentence))
            } else {
                for limit in limits {
                    try await lower(process, limit.replacing("3:", with: "1024:").replacing("1:", with: "unlimited:"))
                }
                try await deposit(till, on: terminal, "13.50")
                #expect(terminal.till == process, "it is the same till, and it lives")
                kill(process, SIGTERM)
                try await terminal.ends(with: 128 + SIGTERM, leaving: [], since: 0)
                #expect(await till.server.orders.count >= 1, "with its limits back it takes deposits again")
            }
            // What the gateway holds is in the journal as held, or an open question.
            let verify = try await till.postui("journal", "verify", "--full")
            #expect(verify.status == 0, "\(verify.output) \(verify.errors)")
            let reconciled = try await till.postui("reconcile", "--wait", "5")
            #expect(reconciled.status == 0, "\(reconciled.errors)")
            let listed = try await till.postui("journal", "list", "--json").objects()
            let kept = Set(listed.filter { $0["outcome"]?.text == "frozen" }.compactMap { $0["out_freeze_no"]?.text })
            let orders = await till.server.orders.map(\.order.number)
            #expect(Set(orders) == kept && orders.count == kept.count)
        }
    }

    /// As libdispatch ends a till that may open nothing, at whatever moment that is.
    @Test func aTillThatMayOpenNothingSaysWhyItEnds() async throws {
        try await CommandTill.run { till in
            let terminal = try RawTerminal(["run", "--config", till.folder.file("till.toml")], in: till.folder)
            defer { terminal.close() }
            try await terminal.shows(.homeShortcut)
            let process = try #require(terminal.till)
            try await lower(process, "--nofile=3:")
            kill(process, SIGILL)
            try await terminal.ends(with: 5, leaving: ["\u{1B}[?1049l"], since: 0)
            let sentence = Phrase.descriptorsTaken.text(in: .english)
            #expect(String(decoding: terminal.written, as: UTF8.self).contains(sentence))
        }
    }

    /// Types an amount, scans a code, and waits for whatever is told.
    private func deposit(_ till: CommandTill, on terminal: RawTerminal, _ amount: String) async throws {
        try await terminal.send(amount, gap: 20)
        try await terminal.pause(200)
        try await terminal.send("\r")
        try await terminal.pause(500)
        try await terminal.send(till.code() + "\r")
        try await terminal.pause(3000)
        guard terminal.till != nil else { return }
        // Back to Home, from a result or from wherever it stayed.
        for _ in 0..<3 {
            try await terminal.send("\u{1B}")
            try await terminal.pause(300)
        }
        try await terminal.shows(.homeShortcut)
    }
}
