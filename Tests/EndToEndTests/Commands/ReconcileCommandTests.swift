import Glibc
import PayEngine
import Testing

@testable import SandboxGateway

/// `postui reconcile`.
struct ReconcileCommandTests {
    @Test func nothingIsOpen() async throws {
        try await CommandTill.run { till in
            let end = try await till.postui("reconcile", "--json")
            #expect(end.status == 0)
            #expect(end.output.isEmpty)
            #expect(await till.server.requests.isEmpty)
        }
    }

    /// A freeze, a release and a consume whose answers were lost.
    @Test func settlesAllKinds() async throws {
        try await CommandTill.run { till in
            let first = try await LookUpCommandTests.number(till.freeze("5", platform: .alipay))
            let second = try await LookUpCommandTests.number(till.freeze("6"))
            for fault in ["lost@unfreeze:1", "lost@deposit_consume:1", "lost@micro_freeze:1"] {
                try await till.server.add(fault)
            }
            let release = try await till.postui(
                "unfreeze", first, "--amount", "2", "--staff", "1", "--wait", "0", "--json")
            let consume = try await till.postui("consume", second, "--amount", "1", "--wait", "0", "--json")
            let freeze = try await till.freeze("7", "--wait", "0")
            #expect([release, consume, freeze].map(\.status) == [3, 3, 3])
            let open = try await till.postui("open", "--json").objects()
            #expect(open.map { $0["outcome"]?.text } == ["unknown", "unknown", "unknown"])
            #expect(open.map { $0["unfreeze_fee"]?.whole } == [200, nil, nil])
            #expect(open.map { $0["total_fee"]?.whole } == [nil, 100, nil])
            let end = try await till.postui("reconcile", "--json")
            #expect(end.status == 0, "\(end.output)")
            let settled = try end.objects()
            #expect(settled.map { $0["outcome"]?.text } == ["released", "consumed", "frozen"])
            #expect(settled.map { $0["left_fee"]?.whole } == [300, 0, 700])
            #expect(settled[1]["manual_unfreeze_fee"]?.whole == 500)
            #expect(end.errors.contains("3 settled, 0 still open"))
            #expect(await till.seen(.unfreeze) == 1)
            #expect(await till.seen(.depositConsume) == 1)
            #expect(try await till.postui("open", "--json").output.isEmpty)
        }
    }

    @Test func leavesWhatNobodyKnows() async throws {
        try await CommandTill.run(faults: ["swallowed@unfreeze"]) { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let release = try await till.postui("unfreeze", number, "--staff", "1", "--wait", "0", "--json")
            #expect(release.status == 3)
            let end = try await till.postui("reconcile", "--wait", "0.3", "--json")
            #expect(end.status == 3)
            #expect(try end.object()["out_unfreeze_no"] == release.object()["out_unfreeze_no"])
            #expect(end.errors.contains("0 settled, 1 still open"))
            let words = try await till.postui("reconcile", "--wait", "0")
            #expect(words.status == 3)
            #expect(words.output.contains("\tRELEASE: OUTCOME UNKNOWN\t5.00\t"), "\(words.output)")
        }
    }

    /// Killed with -9 when the gateway had the release or the consume.
    @Test(arguments: [["unfreeze", "--staff", "1"], ["consume", "--amount", "2"]])
    func afterACrash(command: [String]) async throws {
        let interface: BankInterface = command[0] == "unfreeze" ? .unfreeze : .depositConsume
        try await CommandTill.run(faults: ["hang@\(interface.rawValue)"]) { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let program = try till.start([command[0], number] + command.dropFirst())
            try await Polling.until("it arrived") { await till.seen(interface) == 1 }
            program.signal(SIGKILL)
            #expect(try await till.end(of: program).status == nil)
            // Beside the open one there is no second.
            #expect(try await till.postui("unfreeze", number, "--staff", "1").status == 3)
            let end = try await till.postui("reconcile", "--json")
            #expect(end.status == 0)
            #expect(try end.object()["outcome"]?.text == (interface == .unfreeze ? "released" : "consumed"))
            #expect(await till.seen(interface) == 1)
            #expect(await till.server.orders[0].json["left"]?.whole == 0)
        }
    }

    @Test func anInterruptedReconcilingEndsTheCommand() async throws {
        try await CommandTill.run(faults: ["lost@micro_freeze"]) { till in
            let number = try await LookUpCommandTests.number(till.freeze("5", "--wait", "0"))
            try await till.server.add("hang@query_freeze_order")
            let before = await till.seen(.queryFreezeOrder)
            let program = try till.start(["reconcile", "--json"])
            try await Polling.until("it asks") { await till.seen(.queryFreezeOrder) > before }
            program.signal(SIGTERM)
            let end = try await till.end(of: program)
            #expect(end.status == 3)
            #expect(end.errors.contains("postui open"))
            #expect(try till.lines(of: number).first == "intent")
        }
    }
}
