import Glibc
import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// `postui freeze`: exit statuses, JSON and words.
struct FreezeCommandTests {
    @Test func aFrozenDepositEndsWithZero() async throws {
        try await CommandTill.run { till in
            let end = try await till.freeze("12.5", "--remark", "room 8", "--reference", "Zhang 138")
            #expect(end.status == 0)
            let object = try end.object()
            #expect(
                object.names.isSuperset(of: [
                    "outcome", "out_freeze_no", "freeze_fee", "fee_type", "pay_platform", "current_trade_state",
                    "is_transforming", "consumed_fee", "released_fee", "left_fee", "create_time", "status",
                    "internal_status", "description", "log_id", "base", "source", "record",
                ]))
            #expect(object["outcome"]?.text == "frozen")
            #expect(object["freeze_fee"]?.whole == 1250)
            #expect(object["fee_type"]?.text == "CNY")
            #expect(object["pay_platform"]?.whole == 1)
            #expect(object["current_trade_state"]?.whole == 2)
            #expect(object["left_fee"]?.whole == 1250)
            #expect(object["status"]?.whole == 0)
            #expect(object["base"]?.text == till.base)
            #expect(object["source"]?.text == "gateway")
            let number = try #require(object["out_freeze_no"]?.text)
            let lines = try JournalLine.of(number, in: till.journal)
            #expect(lines.map(\.description) == ["intent", "frozen(held)"])
            #expect(object["record"]?.text == lines.last?.record)
            let order = try #require(await till.server.orders.first)
            #expect(order.order.number == number)
            #expect(order.order.remark == "room 8")
            #expect(try till.folder.files(holding: "Zhang 138").contains { $0.hasPrefix("journal/") })
        }
    }

    @Test func codeOnTheCommandLine() async throws {
        try await CommandTill.run { till in
            let end = try await till.postui("freeze", "--amount", "1", "--code", till.code(.alipay))
            #expect(end.status == 0)
            #expect(end.output.contains("\tFROZEN\t1.00\t"))
            #expect(end.errors.contains("The platform says that the money is held."))
            #expect(await till.server.orders.first?.order.platform == .alipay)
        }
    }

    @Test(arguments: [("0.23", "refused"), ("0.14", "refused"), ("0.13", "refused"), ("0.20", "refused")])
    func aRefusedDepositEndsWithOne(amount: String, outcome: String) async throws {
        try await CommandTill.run { till in
            let end = try await till.freeze(amount)
            #expect(end.status == 1)
            let object = try end.object()
            #expect(object["outcome"]?.text == outcome)
            #expect(object["record"] != nil)
            #expect(object["left_fee"] == nil)
        }
    }

    @Test func aDepositThatIsOverEndsWithOne() async throws {
        try await CommandTill.run(faults: ["state=5@micro_freeze"]) { till in
            let end = try await till.freeze("5")
            #expect(end.status == 1)
            let object = try end.object()
            #expect(object["outcome"]?.text == "over")
            #expect(object["left_fee"]?.whole == 0)
        }
    }

    @Test(arguments: [("0.31", "unknown"), ("0.11", "waiting")])
    func withoutWaiting(amount: String, outcome: String) async throws {
        try await CommandTill.run { till in
            let end = try await till.freeze(amount, "--wait", "0")
            #expect(end.status == 3)
            let object = try end.object()
            #expect(object["outcome"]?.text == outcome)
            #expect(object["record"] == nil)
            #expect(await till.seen(.queryFreezeOrder) == 0)
        }
    }

    @Test func waitsForThePassword() async throws {
        try await CommandTill.run { till in
            let end = try await till.freeze("0.11")
            #expect(end.status == 0)
            #expect(try end.object()["outcome"]?.text == "frozen")
            let number = try #require(end.object()["out_freeze_no"]?.text)
            #expect(try till.lines(of: number) == ["intent", "waiting(customer_typing)", "frozen(held)"])
        }
    }

    @Test func gatewayDown() async throws {
        let closed = try ClosedPort()
        try await CommandTill.run { till in
            try till.configure { $0.bases = [closed.base] }
            let end = try await till.freeze("5")
            #expect(end.status == 4)
            let object = try end.object()
            #expect(object["outcome"]?.text == "not_sent")
            #expect(object["error"]?.text?.contains("No connection to any gateway") == true)
            let number = try #require(object["out_freeze_no"]?.text)
            #expect(try till.lines(of: number) == ["intent", "not_sent(no_connection)"])
            #expect(end.errors.contains("No connection to any gateway"))
        }
    }

    @Test(arguments: [
        ["--amount", "0"], ["--amount", "0.001"], ["--amount", "-1"], ["--amount", "1.234"], ["--amount", "x"],
        ["--amount", "50000.01"], ["--amount", "1", "--staff", "9"], ["--amount", "1", "--code", "62123"],
        ["--amount", "1", "--body", String(repeating: "押", count: 43)],
    ])
    func wrongInput(arguments: [String]) async throws {
        try await CommandTill.run { till in
            let usual = arguments.contains("--code") ? [] : ["--code", "-"]
            let program = try till.start(["freeze", "--json"] + arguments + usual, input: till.code() + "\n")
            let end = try await till.end(of: program)
            #expect(end.status == 2)
            let object = try end.object()
            #expect(object["outcome"]?.text == "not_sent")
            #expect(object.names == ["outcome", "error"])
            let words = try #require(object["error"]?.text)
            #expect(end.errors == words + "\n")
            #expect(await till.server.requests.isEmpty)
        }
    }

    @Test func wrongCommandLine() async throws {
        try await CommandTill.run { till in
            let code = till.code()
            for arguments in [
                ["freeze", "--json"], ["freeze", "--amount", "1", "--code", "-", "--json", "--nonsense"],
                ["freeze", "--amount", "1", code, "--json"], ["freeze", "--json", "--wait", "x"],
            ] {
                let end = try await till.end(of: till.start(arguments))
                #expect(end.status == 2)
                #expect(try end.object()["outcome"]?.text == "not_sent")
                #expect(!end.errors.isEmpty)
            }
            #expect(await till.server.requests.isEmpty)
        }
    }

    @Test func codeSeenBefore() async throws {
        try await CommandTill.run { till in
            let code = till.code()
            let first = try await till.postui(
                "freeze", "--amount", "3", "--code", "-", "--json", input: code + "\n")
            // An earlier order of another amount is not what was asked for.
            for (amount, status) in [("3", Int32(0)), ("4", 2)] {
                let second = try await till.postui(
                    "freeze", "--amount", amount, "--code", "-", "--json", input: code + "\r\n")
                #expect(second.status == status)
                #expect(try second.object()["out_freeze_no"] == first.object()["out_freeze_no"])
                #expect(try second.object()["freeze_fee"]?.whole == 300)
                #expect(try second.object()["source"]?.text == "journal")
                #expect(second.errors.contains("Nothing was sent again and nothing was taken"))
            }
            #expect(await till.seen(.microFreeze) == 1)
        }
    }

    @Test func chineseWords() async throws {
        try await CommandTill.run { till in
            try till.configure { $0.language = "zh-Hans" }
            let frozen = try await till.postui("freeze", "--amount", "3", "--code", till.code())
            #expect(frozen.output.contains("\t已冻结\t3.00\t微信支付\t"))
            #expect(frozen.errors == "支付平台：资金已冻结。\n")
            let refused = try await till.postui("freeze", "--amount", "0", "--code", till.code())
            #expect(refused.errors == "金额不能是 0。\n")
        }
    }
}
