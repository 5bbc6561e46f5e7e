import Glibc
import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// A till of its own process, killed with -9 in the middle of a freeze, a release or a consume.
///
/// The next start asks about what the journal holds, and both books agree to the fen.
struct KilledOrderTests {
    /// How far the order came when the till was killed.
    enum Moment: CaseIterable, Sendable {
        /// The intent is durable.
        case intended
        /// The gateway heeded the request, and its answer is on the way for ever.
        case sent
        /// The answer is written, and told or not.
        case answered
        /// Any moment of the whole.
        case any
    }

    @Test(arguments: ["freeze", "release", "consume"], Moment.allCases)
    func aKilledOrderIsSettledAtTheNextStart(_ kind: String, _ moment: Moment) async throws {
        try await CommandTill.run(saysAbsenceByState: true) { till in
            // The clock of the next start is a made-up one: pauses as long as a till's own cost nothing.
            try till.configure { $0.polling = "" }
            for _ in 0..<(moment == .sent ? 2 : 6) {
                try await killOnce(kind, moment, till)
                try await settle(till)
            }
        }
    }

    private func killOnce(_ kind: String, _ moment: Moment, _ till: CommandTill) async throws {
        let number = kind == "freeze" ? till.code(.alipay) : try await frozenDeposit(till)
        let interface = Self.interface(kind)
        let before = (try JournalLine.all(in: till.journal).count, await till.seen(interface))
        if moment == .sent { try await till.server.add("hang@\(interface.rawValue):1") }
        let program = try Program(
            Program.tillLoad(), [till.folder.file("till.toml"), kind, number, "425"],
            environment: ["HOME": till.folder.path])
        try await Polling.until("the \(kind) came so far") {
            switch moment {
            case .intended: try JournalLine.all(in: till.journal).count > before.0
            case .sent: await till.seen(interface) > before.1
            case .answered: try JournalLine.all(in: till.journal).count > before.0 + 1
            case .any: true
            }
        }
        if moment == .any { try await Task.sleep(for: .microseconds(Int.random(in: 0...60_000))) }
        program.signal(SIGKILL)
        _ = try await program.end()
        await till.server.clearFaults()
        // The till that follows lives in a time of its own: what this one has sent must not arrive later.
        try await Polling.until("all that it sent was heeded") { till.server.connectionCount == 0 }
    }

    /// Frozen by a process that ends by itself.
    private func frozenDeposit(_ till: CommandTill) async throws -> String {
        let program = try Program(
            Program.tillLoad(), [till.folder.file("till.toml"), "freeze", till.code(.alipay), "1250"],
            environment: ["HOME": till.folder.path])
        let words = try await program.end().output.split { $0 == " " || $0 == "\n" }
        let mark = try #require(words.firstIndex(of: "settled"))
        try #require(words.count > mark + 2 && words[mark + 2] == "frozen")
        return String(words[mark + 1])
    }

    /// The next start, with injected time.
    private func settle(_ till: CommandTill) async throws {
        let configuration = try TillConfiguration.load(path: till.folder.file("till.toml"), environment: [:])
        let sentBefore = await sendings(till)
        let clock = TestClock.startingNow()
        var desk: PaymentDesk?
        try await Polling.until("the lock is free") {
            desk = try? PaymentDesk.open(
                configuration: configuration, transport: CurlTransport(gateway: configuration.gateway), clock: clock,
                log: LogFile.logger("desk", configuration: configuration))
            return desk != nil
        }
        let open = await desk?.reconcile(wait: .seconds(400)) ?? []
        #expect(open == [], "what the gateway has is known, and what never arrived is void")
        #expect(await sendings(till) == sentBefore, "a restart sends nothing again")
        let ledgers = try await Ledgers(journal: till.journal, server: till.server)
        #expect(ledgers.differences() == [])
        desk = nil
    }

    private func sendings(_ till: CommandTill) async -> Int {
        await till.server.requests.count { $0.note?.interface.makes ?? false }
    }

    private static func interface(_ kind: String) -> BankInterface {
        switch kind {
        case "release": .unfreeze
        case "consume": .depositConsume
        case _: .microFreeze
        }
    }
}
