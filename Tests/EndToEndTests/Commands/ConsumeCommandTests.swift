import PayEngine
import Testing

@testable import SandboxGateway

/// `postui consume`.
struct ConsumeCommandTests {
    @Test func wechat() async throws {
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let kept = try await till.postui("consume", number, "--amount", "2", "--keep-rest", "--json")
            #expect(kept.status == 2)
            #expect(kept.errors.contains("WeChat Pay cannot leave the rest frozen"))
            let end = try await till.postui("consume", number, "--amount", "2", "--json")
            #expect(end.status == 0, "\(end.errors)")
            let object = try end.object()
            #expect(object["outcome"]?.text == "consumed")
            #expect(object["out_trade_no"]?.text?.hasPrefix("sz010002cz") == true)
            #expect(object["total_fee"]?.whole == 200)
            #expect(object["manual_unfreeze_fee"]?.whole == 300)
            #expect(object["consumed_fee"]?.whole == 200)
            #expect(object["released_fee"]?.whole == 300)
            #expect(object["left_fee"]?.whole == 0)
            let second = try await till.postui("consume", number, "--amount", "1", "--json")
            #expect(second.status == 1)
            #expect(try second.object()["outcome"]?.text == "not_sent")
            #expect(await till.seen(.depositConsume) == 1)
            let query = try await till.postui("query", number, "--json")
            #expect(try query.object()["consumed_fee"]?.whole == 200)
            #expect(try query.object()["released_fee"]?.whole == 300)
        }
    }

    /// Twice with the rest kept, then the rest goes back.
    @Test func alipayKeepsTheRest() async throws {
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("5", platform: .alipay))
            let consume = ["consume", number, "--keep-rest", "--json", "--amount"]
            let first = try await till.end(of: till.start(consume + ["2"]))
            #expect(first.status == 0, "\(first.errors)")
            #expect(try first.object()["left_fee"]?.whole == 300)
            #expect(try first.object()["manual_unfreeze_fee"]?.whole == 0)
            let above = try await till.end(of: till.start(consume + ["3.01"]))
            #expect(above.status == 2)
            #expect(above.errors.contains("only 3.00 yuan are left"))
            let second = try await till.end(of: till.start(consume + ["0.50"]))
            #expect(try second.object()["left_fee"]?.whole == 250)
            let rest = try await till.postui("unfreeze", number, "--staff", "1", "--json")
            #expect(rest.status == 0)
            let object = try rest.object()
            #expect(object["unfreeze_fee"]?.whole == 250)
            #expect(object["consumed_fee"]?.whole == 250)
            #expect(object["released_fee"]?.whole == 250)
            #expect(object["left_fee"]?.whole == 0)
            #expect(await till.server.orders[0].json["left"]?.whole == 0)
        }
    }

    @Test(arguments: [
        ("status-104@deposit_consume", 1, "refused"), ("failed@deposit_consume", 1, "refused"),
        ("lost@deposit_consume:1", 0, "consumed"), ("status-3-made@deposit_consume:1", 0, "consumed"),
        ("swallowed@deposit_consume", 3, "unknown"), ("status-3@deposit_consume", 3, "unknown"),
    ])
    func outcomes(fault: String, status: Int32, outcome: String) async throws {
        try await CommandTill.run(faults: [fault]) { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let end = try await till.postui("consume", number, "--amount", "1", "--wait", "5", "--json")
            #expect(end.status == status, "\(end.output) \(end.errors)")
            #expect(try end.object()["outcome"]?.text == outcome)
            #expect(try end.object()["out_trade_no"] != nil)
            let consumed = await till.server.orders[0].json["consumed"]?.whole
            #expect(consumed == (status == 0 ? 100 : 0))
        }
    }

    @Test func wrongInput() async throws {
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            for further in [
                ["--amount", "5.01"], ["--amount", "0"], ["--amount", "1", "--staff", "nobody"],
                ["--amount", "1", "--remark", till.code()],
                ["--amount", "1", "--body", String(repeating: "x", count: 129)],
            ] {
                let end = try await till.end(of: till.start(["consume", number, "--json"] + further))
                #expect(end.status == 2, "\(further) \(end.errors)")
                #expect(try end.object().names == ["outcome", "error"])
            }
            let missing = "sz010002cz1795239487000000000009"
            let absent = try await till.postui("consume", missing, "--amount", "1", "--platform", "wechat", "--json")
            #expect(absent.status == 1)
            #expect(absent.errors.contains("Nothing was sent"), "\(absent.errors)")
            #expect(await till.seen(.depositConsume) == 0)
        }
    }
}
