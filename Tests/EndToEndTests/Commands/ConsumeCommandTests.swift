import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// `postui consume`.
struct ConsumeCommandTests {
    @Test func weChatPayKeepsNoRest() async throws {
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

    /// The rest is as the answer tells it; one that tells none leaves it to be reckoned.
    @Test func theRestIsAsTold() async throws {
        try await CommandTill.run { till in
            try await till.server.add(form: "without=manual_unfreeze_fee")
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let end = try await till.postui("consume", number, "--amount", "2", "--json")
            #expect(try end.object()["manual_unfreeze_fee"]?.whole == 300)
            #expect(try till.folder.text(of: "journal/segment-000001.jsonl").contains("rest_released") == false)
        }
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let end = try await till.postui("consume", number, "--amount", "2", "--json")
            #expect(try end.object()["manual_unfreeze_fee"]?.whole == 300)
            #expect(try till.folder.text(of: "journal/segment-000001.jsonl").contains("\"rest_released\":300"))
        }
    }

    /// Alipay calls a consume that was refunded in full 4 or 5.
    ///
    /// One whose answer was lost is settled by the deposit's sums, one that was done stays done, and neither is a
    /// difference.
    @Test(arguments: [4, 5])
    func refundedInFull(state: Int) async throws {
        try await CommandTill.run { till in
            if state == 4 { try await till.server.add(form: "refunded-is-4") }
            let number = try await LookUpCommandTests.number(till.freeze("5", platform: .alipay))
            let consume = ["consume", number, "--keep-rest", "--json", "--amount"]
            // One that was done, and is refunded then.
            let done = try await till.end(of: till.start(consume + ["1"]))
            let first = try #require(try done.object()["out_trade_no"]?.text)
            try await till.server.refund(first)
            let told = try await till.postui("query", number, "--json").object()
            #expect(told["outcome"]?.text == "frozen" && told["differences"] == nil, "\(told.written)")
            #expect(told["total_refund_fee"]?.whole == 100)
            #expect(told["consumed_fee"]?.whole == 100 && told["left_fee"]?.whole == 400)
            // One whose answer is lost, and that is refunded before anybody asks.
            try await till.server.add("lost@deposit_consume:1")
            let lost = try await till.end(of: till.start(consume + ["2", "--wait", "0"]))
            #expect(lost.status == 3, "\(lost)")
            let second = try #require(try lost.object()["out_trade_no"]?.text)
            try await till.server.refund(second)
            let reconciled = try await till.postui("reconcile", "--json")
            #expect(reconciled.status == 0, "\(reconciled)")
            #expect(try till.lines(of: number).last == "consume.consumed(carried_out)")
            let open = try await till.postui("open", "--json")
            #expect(open.status == 0 && open.output.isEmpty)
            let settled = try JournalLine.of(number, in: till.journal).last
            #expect(settled?.state == state)
            // What was refunded is not held again.
            let end = try await till.postui("query", number, "--json").object()
            #expect(end["consumed_fee"]?.whole == 300 && end["left_fee"]?.whole == 200)
            #expect(end["total_refund_fee"]?.whole == 300 && end["differences"] == nil, "\(end.written)")
            #expect(await till.seen(.depositConsume) == 2)
        }
    }

    @Test(arguments: [
        ("status-104@deposit_consume", 1, "refused"), ("failed@deposit_consume", 1, "refused"),
        ("lost@deposit_consume:1", 0, "consumed"), ("status-3-made@deposit_consume:1", 0, "consumed"),
        ("swallowed@deposit_consume", 3, "unknown"), ("status-3@deposit_consume", 3, "unknown"),
    ])
    func theStatusTellsTheOutcome(fault: String, status: Int32, outcome: String) async throws {
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
