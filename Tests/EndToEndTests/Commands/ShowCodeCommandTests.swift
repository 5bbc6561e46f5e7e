import Glibc
import PayEngine
import Testing

@testable import SandboxGateway

/// `postui show-code`.
struct ShowCodeCommandTests {
    /// The number, once the code is offered.
    private static func offered(_ program: Program) async throws -> BankJSON {
        try await Polling.until("the code is offered") { try program.output.contains("\n") }
        let first = try #require(program.output.split(separator: "\n").first)
        return try BankJSONReader.read(Array(first.utf8))
    }

    @Test func aCodeThatIsPaidIsFrozen() async throws {
        try await CommandTill.run { till in
            let program = try till.start(["show-code", "--amount", "5", "--reference", "204", "--json"])
            let offer = try await Self.offered(program)
            let number = try #require(offer["out_freeze_no"]?.text)
            let url = await till.server.orders.first?.json["code_url"]?.text
            #expect(url != nil && offer["code_url"]?.text == url)
            #expect(offer["outcome"]?.text == "waiting")
            #expect(offer["time_expire"]?.whole ?? 0 > 1_700_000_000)
            try await till.server.scanCode(of: number, pays: true)
            let end = try await till.end(of: program)
            #expect(end.status == 0, "\(end.errors)")
            let objects = try end.objects()
            try #require(objects.count == 2)
            #expect(objects[1]["outcome"]?.text == "frozen")
            #expect(objects[1]["out_freeze_no"]?.text == number)
            #expect(objects[1]["pay_platform"]?.whole == 2)
            #expect(objects[1]["reference"]?.text == "204")
            #expect(objects[1]["left_fee"]?.whole == 500)
            #expect(objects[1]["code_url"] == nil)
        }
    }

    /// Words: the code in ASCII, then a line that tells what became of it.
    @Test func inWords() async throws {
        try await CommandTill.run { till in
            let program = try till.start(["show-code", "--amount", "5"])
            try await Polling.until("the code is there") { try program.output.contains("##") }
            let number = try #require(await till.server.orders.first?.order.number)
            try await till.server.scanCode(of: number, pays: true)
            let end = try await till.end(of: program)
            #expect(end.status == 0)
            let lines = end.output.split(separator: "\n")
            #expect(lines.dropLast().allSatisfy { $0.allSatisfy { $0 == "#" || $0 == " " } })
            #expect(lines.count > 21)
            #expect(lines.last?.hasPrefix("\(number)\tFROZEN\t5.00\tAlipay\t") == true)
            #expect(end.errors.contains("scans this with Alipay until"))
        }
    }

    @Test func notScannedInTime() async throws {
        try await CommandTill.run { till in
            let end = try await till.postui("show-code", "--amount", "5", "--wait", "0.5", "--json")
            #expect(end.status == 3)
            let objects = try end.objects()
            #expect(objects.map { $0["outcome"]?.text } == ["waiting", "waiting"])
            #expect(try await till.postui("open", "--json").objects().count == 1)
        }
    }

    /// Scanned and never paid: the platform closes it.
    @Test func aCodeThatNobodyPaysIsClosed() async throws {
        try await CommandTill.run { till in
            let program = try till.start(["show-code", "--amount", "5", "--json"])
            let number = try #require(try await Self.offered(program)["out_freeze_no"]?.text)
            try await till.server.setState("closed", of: number)
            let end = try await till.end(of: program)
            #expect(end.status == 1, "\(end.errors)")
            #expect(try end.objects().last?["outcome"]?.text == "refused")
            #expect(try end.objects().last?["reason"]?.text == "closed_unpaid")
        }
    }

    @Test(arguments: [("status-104@scancode_freeze", 1, "refused"), ("swallowed@scancode_freeze", 3, "waiting")])
    func notOffered(fault: String, status: Int32, outcome: String) async throws {
        try await CommandTill.run(faults: [fault]) { till in
            let end = try await till.postui("show-code", "--amount", "5", "--wait", "1", "--json")
            #expect(end.status == status, "\(end.output) \(end.errors)")
            #expect(try end.object()["outcome"]?.text == outcome)
            #expect(try end.object()["code_url"] == nil)
        }
    }

    @Test func wrongInputAndNoGateway() async throws {
        let closed = try ClosedPort()
        try await CommandTill.run { till in
            for further in [["--amount", "0"], ["--amount", "50000.01"], ["--amount", "1", "--staff", "nobody"]] {
                let end = try await till.end(of: till.start(["show-code", "--json"] + further))
                #expect(end.status == 2)
                #expect(try end.object().names == ["outcome", "error"])
            }
            try till.configure { $0.bases = [closed.base] }
            let down = try await till.postui("show-code", "--amount", "1", "--json")
            #expect(down.status == 4)
            #expect(try down.object()["outcome"]?.text == "not_sent")
            #expect(try down.object()["out_freeze_no"] != nil)
        }
    }

    @Test func anInterruptedCodeNamesItsOrder() async throws {
        try await CommandTill.run { till in
            let program = try till.start(["show-code", "--amount", "5", "--json"])
            let number = try #require(try await Self.offered(program)["out_freeze_no"]?.text)
            program.signal(SIGINT)
            let end = try await till.end(of: program)
            #expect(end.status == 3)
            #expect(try end.objects().last?["out_freeze_no"]?.text == number)
            #expect(end.errors.contains("Interrupted"))
        }
    }
}
