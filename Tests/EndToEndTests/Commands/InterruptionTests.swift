import Glibc
import PayEngine
import Testing

@testable import SandboxGateway

/// SIGINT and SIGTERM while a request is under way.
struct InterruptionTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptedFreezeNamesItsOrder(number signal: Int32) async throws {
        try await CommandTill.run(faults: ["hang@micro_freeze"]) { till in
            let program = try till.start(
                ["freeze", "--amount", "5", "--code", "-", "--json"], input: till.code() + "\n")
            try await Polling.until("the freeze arrived") { await till.seen(.microFreeze) == 1 }
            program.signal(signal)
            let end = try await till.end(of: program)
            #expect(end.status == 3)
            let object = try end.object()
            let number = try #require(object["out_freeze_no"]?.text)
            #expect(object["outcome"]?.text == "unknown")
            #expect(end.errors.contains("Interrupted. The outcome of \(number) is not known"))
            #expect(try till.lines(of: number) == ["intent"])
            let query = try await till.postui("query", number, "--json")
            #expect(query.status == 0)
            #expect(try query.object()["outcome"]?.text == "frozen")
        }
    }

    @Test func anInterruptedQueryNamesItsOrder() async throws {
        try await CommandTill.run(faults: ["hang@query_freeze_order"]) { till in
            let frozen = try await till.freeze("5")
            let number = try #require(frozen.object()["out_freeze_no"]?.text)
            let program = try till.start(["query", number, "--json"])
            try await Polling.until("the query arrived") { await till.seen(.queryFreezeOrder) == 1 }
            program.signal(SIGINT)
            let end = try await till.end(of: program)
            #expect(end.status == 3)
            #expect(end.errors.contains(number))
        }
    }
}
