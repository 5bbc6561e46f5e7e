import Glibc
import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// `postui unfreeze`.
struct UnfreezeCommandTests {
    /// 0.02 deposited: 0.03 is too much, 0.01 goes back, 0.02 is too much now, 0.01 more is all of it.
    @Test func inParts() async throws {
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("0.02", platform: .alipay))
            let unfreeze = ["unfreeze", number, "--staff", "1", "--json", "--amount"]
            for wrong in ["0.03", "0", "0.001", "x"] {
                let end = try await till.end(of: till.start(unfreeze + [wrong]))
                #expect(end.status == 2, "\(wrong)")
                #expect(try end.object().names == ["outcome", "error"])
                #expect(try end.object()["outcome"]?.text == "not_sent")
            }
            #expect(await till.seen(.unfreeze) == 0)
            let part = try await till.end(of: till.start(unfreeze + ["0.01"]))
            #expect(part.status == 0, "\(part.errors)")
            let object = try part.object()
            #expect(object["outcome"]?.text == "released")
            #expect(object["out_freeze_no"]?.text == number)
            #expect(object["unfreeze_fee"]?.whole == 1)
            #expect(object["freeze_fee"]?.whole == 2)
            #expect(object["released_fee"]?.whole == 1)
            #expect(object["left_fee"]?.whole == 1)
            #expect(object["source"]?.text == "gateway")
            #expect(object["authorization_staff_id"]?.text == "1")
            #expect(object["record"]?.text?.count == 16)
            let above = try await till.end(of: till.start(unfreeze + ["0.02"]))
            #expect(above.status == 2)
            #expect(above.errors.contains("only 0.01 yuan are left"), "\(above.errors)")
            // Without an amount it is all that is left.
            let rest = try await till.postui("unfreeze", number, "--staff", "1", "--remark", "returned")
            #expect(rest.status == 0)
            #expect(rest.output.contains("\tRELEASED\t0.01\tAlipay\t"), "\(rest.output)")
            #expect(rest.output.contains("deposit \(number) left 0.00"))
            let query = try await till.postui("query", number, "--json")
            #expect(try query.object()["outcome"]?.text == "over")
            #expect(try query.object()["released_fee"]?.whole == 2)
            let again = try await till.end(of: till.start(unfreeze + ["0.01"]))
            #expect(again.status == 1)
            #expect(again.errors.contains("Nothing of this order is held (over)"))
            #expect(await till.seen(.unfreeze) == 2)
            #expect(
                try till.lines(of: number).filter { $0.hasPrefix("unfreeze.") } == [
                    "unfreeze.intent", "unfreeze.released(carried_out)", "unfreeze.intent",
                    "unfreeze.released(carried_out)",
                ])
        }
    }

    @Test func wechatReleasesTheWholeOnly() async throws {
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let part = try await till.postui("unfreeze", number, "--amount", "1", "--staff", "1", "--json")
            #expect(part.status == 2)
            #expect(part.errors.contains("releases the whole deposit only (5.00 yuan)"), "\(part.errors)")
            let whole = try await till.postui("unfreeze", number, "--amount", "5.00", "--staff", "1", "--json")
            #expect(whole.status == 0)
            #expect(try whole.object()["unfreeze_fee"]?.whole == 500)
            #expect(try whole.object()["left_fee"]?.whole == 0)
        }
    }

    /// Refused, failed, unknown: what the status says of each, and how often money moved.
    @Test(arguments: [
        ("status-104@unfreeze", 1, "refused"), ("status-102@unfreeze", 1, "refused"),
        ("failed@unfreeze", 1, "refused"), ("lost@unfreeze:1", 0, "released"),
        ("status-3-made@unfreeze:1", 0, "released"), ("bad-signature@unfreeze:1", 0, "released"),
        ("swallowed@unfreeze", 3, "unknown"), ("status-3@unfreeze", 3, "unknown"),
    ])
    func theStatusTellsTheOutcome(fault: String, status: Int32, outcome: String) async throws {
        try await CommandTill.run(faults: [fault]) { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let end = try await till.postui("unfreeze", number, "--staff", "1", "--wait", "5", "--json")
            #expect(end.status == status, "\(end.output) \(end.errors)")
            let object = try end.object()
            #expect(object["outcome"]?.text == outcome)
            #expect(end.errors.contains("Do not do it again") == (status == 3))
            #expect(object["out_unfreeze_no"]?.text?.hasPrefix("sz010002cz") == true)
            let open = try await till.postui("open", "--json").objects()
            #expect(open.map { $0["out_unfreeze_no"]?.text } == (status == 3 ? [object["out_unfreeze_no"]?.text] : []))
            let released = await till.server.orders[0].json["released"]?.whole
            #expect(released == (status == 0 ? 500 : 0))
        }
    }

    /// A second release beside one that is open could give the money back twice.
    @Test func besideAnOpenOne() async throws {
        try await CommandTill.run(faults: ["lost@unfreeze:1"]) { till in
            let number = try await LookUpCommandTests.number(till.freeze("5", platform: .alipay))
            let first = try await till.postui(
                "unfreeze", number, "--amount", "2", "--staff", "1", "--wait", "0", "--json")
            #expect(first.status == 3)
            let release = try #require(first.object()["out_unfreeze_no"]?.text)
            for command in [["unfreeze", number, "--staff", "1"], ["consume", number, "--amount", "1"]] {
                let second = try await till.end(of: till.start(command + ["--json"]))
                #expect(second.status == 3)
                #expect(try second.object()["out_unfreeze_no"]?.text == release)
                #expect(try second.object()["error"]?.text?.contains(release) == true)
            }
            #expect(await till.seen(.unfreeze) == 1)
            #expect(await till.seen(.depositConsume) == 0)
        }
    }

    @Test func gatewayDown() async throws {
        let closed = try ClosedPort()
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            try await till.server.add("status-3@query_freeze_order:1")
            let undecided = try await till.postui("unfreeze", number, "--staff", "1", "--json")
            #expect(undecided.status == 4)
            #expect(undecided.errors.contains("Nothing was sent, try again"))
            try till.configure { $0.bases = [closed.base] }
            for command in [["unfreeze", number, "--staff", "1"], ["consume", number, "--amount", "1"]] {
                let end = try await till.end(of: till.start(command + ["--json"]))
                #expect(end.status == 4)
                #expect(try end.object().names == ["outcome", "error"])
                #expect(try end.object()["outcome"]?.text == "not_sent")
            }
            #expect(try till.lines(of: number) == ["intent", "frozen(held)"])
        }
    }

    @Test func ofAnotherTill() async throws {
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("5", platform: .alipay))
            try till.configure { $0.journal = "another-journal" }
            let unsaid = try await till.postui("unfreeze", number, "--staff", "1", "--json")
            #expect(unsaid.status == 2)
            #expect(unsaid.errors.contains("--platform"))
            let wrong = try await till.postui("unfreeze", number, "--staff", "1", "--platform", "wechat", "--json")
            #expect(wrong.status == 1 || wrong.status == 4, "\(wrong.errors)")
            let part = try await till.postui(
                "unfreeze", number, "--staff", "1", "--platform", "alipay", "--amount", "2", "--json")
            #expect(part.status == 0)
            #expect(try part.object()["left_fee"]?.whole == 300)
            #expect(try part.object()["pay_platform"]?.whole == 2)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptedReleaseNamesItsOrder(by signal: Int32) async throws {
        try await CommandTill.run(faults: ["hang@unfreeze"]) { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let program = try till.start(["unfreeze", number, "--staff", "1", "--json"])
            try await Polling.until("the release arrived") { await till.seen(.unfreeze) == 1 }
            program.signal(signal)
            let end = try await till.end(of: program)
            #expect(end.status == 3)
            let release = try #require(end.object()["out_unfreeze_no"]?.text)
            #expect(try end.object()["outcome"]?.text == "unknown")
            #expect(end.errors.contains(release) && end.errors.contains("Interrupted"))
            #expect(try till.lines(of: number).last == "unfreeze.intent")
        }
    }

    /// What is left was asked for, and nothing was sent.
    @Test func interruptedBeforeSending() async throws {
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            try await till.server.add("hang@query_freeze_order")
            let program = try till.start(["unfreeze", number, "--staff", "1", "--json"])
            try await Polling.until("the query arrived") { await till.seen(.queryFreezeOrder) == 1 }
            program.signal(SIGINT)
            let end = try await till.end(of: program)
            #expect(end.status == 4)
            #expect(try end.object()["outcome"]?.text == "not_sent")
            #expect(try till.lines(of: number) == ["intent", "frozen(held)"])
        }
    }

    /// WeChat Pay takes no release so soon: the command waits, and a signal meanwhile leaves nothing behind.
    @Test(arguments: [SIGINT, SIGTERM])
    func interruptedWhileHeldBack(signal: Int32) async throws {
        try await CommandTill.run { till in
            try await till.server.add(form: "time-end-back=0")
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let start = ContinuousClock.now
            let program = try till.start(["unfreeze", number, "--staff", "1", "--json"])
            try await Polling.until("it says that it waits", within: .seconds(12)) {
                try program.errors.contains("within 15 seconds of the freeze")
            }
            program.signal(signal)
            let end = try await till.end(of: program)
            #expect(ContinuousClock.now - start < .seconds(13), "it did not wait on")
            #expect(end.status == 4, "\(end)")
            #expect(try end.object().names == ["outcome", "error"])
            #expect(try end.object()["outcome"]?.text == "not_sent")
            #expect(end.errors.contains(Phrase.interruptedBeforeSending.english))
            #expect(await till.seen(.unfreeze) == 0)
            #expect(try till.lines(of: number) == ["intent", "frozen(held)"])
            let open = try await till.postui("open", "--json")
            #expect(open.status == 0 && open.output.isEmpty)
            // Nothing is in the way of the next one.
            try await till.server.add(form: "time-end-back=60")
            let next = try await till.postui("unfreeze", number, "--staff", "1", "--json")
            #expect(next.status == 0, "\(next)")
            #expect(await till.seen(.unfreeze) == 1)
        }
    }

    /// A supervisor's word, by PIN.
    @Test func approval() async throws {
        try await CommandTill.run { till in
            let staff = try PinCommandTests.staff() + [StaffMember(id: "7", name: "Li", role: .clerk)]
            try till.configure { $0.staff = staff }
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            func end(_ staff: String, _ input: String = "") async throws -> Program.End {
                let pin = input.isEmpty ? [] : ["--pin", "-"]
                return try await till.end(
                    of: till.start(["unfreeze", number, "--json", "--staff", staff] + pin, input: input))
            }
            #expect(try await end("7").errors.contains("a supervisor must approve"))
            #expect(try await end("8").errors.contains("lists no staff 8"))
            for left in ["4 tries left", "3 tries left", "2 tries left", "1 try left", "locked"] {
                let wrong = try await end("1", "1111\n")
                #expect(wrong.status == 2)
                #expect(wrong.errors.contains(left), "\(wrong.errors)")
                #expect(try wrong.object()["outcome"]?.text == "not_sent")
            }
            #expect(try await end("1", PinCommandTests.pin + "\n").status == 2)
            #expect(await till.seen(.unfreeze) == 0)
            let right = try await end("2", PinCommandTests.pin + "\n")
            #expect(right.status == 0, "\(right.errors)")
            #expect(try right.object()["authorization_staff_id"]?.text == "2")
            #expect(try right.object()["staff_id"]?.text == "2")
            #expect(try !till.folder.files(holding: #""approval":"pin""#).isEmpty)
            #expect(try till.folder.files(holding: PinCommandTests.pin) == [])
        }
    }

    @Test(arguments: [
        ["unfreeze", "A1"], ["unfreeze", "--staff", "1"], ["unfreeze", "A1", "--staff", "1", "--wait", "x"],
        ["consume", "A1"], ["consume", "--amount", "1"],
    ])
    func wrongCommandLines(arguments: [String]) async throws {
        try await CommandTill.run { till in
            let end = try await till.end(of: till.start(arguments + ["--json"]))
            #expect(end.status == 2)
            #expect(try end.object()["outcome"]?.text == "not_sent")
            #expect(await till.server.requests.isEmpty)
        }
    }
}
