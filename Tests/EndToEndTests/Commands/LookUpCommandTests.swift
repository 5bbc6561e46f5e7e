import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// `postui query` and `postui unfreeze-history`.
struct LookUpCommandTests {
    @Test func aSettledOrderIsShownAndNothingIsWritten() async throws {
        try await CommandTill.run { till in
            let number = try await Self.number(till.freeze("12.50"))
            let before = try Self.journalBytes(till)
            let end = try await till.postui("query", number, "--json")
            #expect(end.status == 0)
            let object = try end.object()
            #expect(object["outcome"]?.text == "frozen")
            #expect(object["source"]?.text == "gateway")
            #expect(object["is_transforming"] == .truth(false))
            #expect(object["left_fee"]?.whole == 1250)
            #expect(object["author_code"]?.text?.contains("*") == true)
            #expect(try Self.journalBytes(till) == before)
            let words = try await till.postui("query", number)
            #expect(words.output.hasPrefix("\(number)\tFROZEN\t12.50\tWeChat Pay\t"))
        }
    }

    /// A settled state of any kind is 0.
    @Test func settledRefused() async throws {
        try await CommandTill.run { till in
            let number = try await Self.number(till.freeze("0.14"))
            let end = try await till.postui("query", number, "--json")
            #expect(end.status == 0)
            #expect(try end.object()["outcome"]?.text == "refused")
        }
    }

    @Test func openOrders() async throws {
        try await CommandTill.run { till in
            let waiting = try await Self.number(till.freeze("0.12", "--wait", "0"))
            let end = try await till.postui("query", waiting, "--json")
            #expect(end.status == 3)
            #expect(try end.object()["outcome"]?.text == "waiting")
            try await till.server.add("status-3@query_freeze_order:1")
            #expect(try await till.postui("query", waiting, "--json").status == 3)
            try await till.server.add("bad-signature@query_freeze_order:1")
            #expect(try await till.postui("query", waiting, "--json").status == 3)
            try await till.server.add("status-104@query_freeze_order:1")
            let refused = try await till.postui("query", waiting, "--json")
            #expect(refused.status == 3 && refused.errors.contains("The gateway refused to tell."))
            #expect(try refused.object()["outcome"]?.text != "refused", "it stays open")
            try await till.server.add("absent-state@query_freeze_order:1")
            let absent = try await till.postui("query", waiting, "--json")
            #expect(absent.status == 3 && absent.errors.contains("its outcome is still open"))
            #expect(try absent.object()["outcome"]?.text != "refused", "it stays open")
        }
    }

    @Test func gatewayDown() async throws {
        let closed = try ClosedPort()
        try await CommandTill.run { till in
            let number = try await Self.number(till.freeze("12.50"))
            try till.configure { $0.bases = [closed.base] }
            for command in ["query", "unfreeze-history"] {
                let end = try await till.postui(command, number, "--json")
                #expect(end.status == 4)
                let object = try end.object()
                #expect(object["source"]?.text == "journal")
                #expect(object["outcome"]?.text == "frozen")
                #expect(object["freeze_fee"]?.whole == 1250)
                #expect(object["error"]?.text?.contains("The gateway is down") == true)
                #expect(end.errors.contains("The gateway is down"))
            }
            let words = try await till.postui("query", number)
            #expect(words.output.contains("not the gateway's answer"))
        }
    }

    @Test func orderOfAnotherTill() async throws {
        try await CommandTill.run { till in
            let number = try await Self.number(till.freeze("12.50"))
            try till.configure { $0.journal = "another-journal" }
            let unsaid = try await till.postui("query", number, "--json")
            #expect(unsaid.status == 2)
            #expect(try unsaid.object().names == ["error"])
            #expect(unsaid.errors.contains("--platform wechat"))
            let asked = try await till.postui("query", number, "--platform", "wechat", "--json")
            #expect(asked.status == 0)
            #expect(try asked.object()["outcome"]?.text == "frozen")
            let other = try await till.postui("query", number, "--platform", "alipay", "--json")
            #expect(other.status == 1)
            #expect(try other.object()["source"]?.text == "gateway")
            #expect(try other.object()["outcome"]?.text != "frozen")
        }
    }

    @Test func paymentCodeIsNoNumber() async throws {
        try await CommandTill.run { till in
            for arguments in [
                ["query", till.code()], ["query", till.code(.alipay), "--platform", "alipay", "--json"],
                ["unfreeze-history", "sz1", "--unfreeze-no", till.code(), "--platform", "wechat", "--json"],
                ["close", till.code(), "--staff", "1", "--reason", "x"], ["query", "no number"],
            ] {
                let end = try await till.end(of: till.start(arguments))
                #expect(end.status == 2, "\(arguments)")
            }
            // Nor is what can be no deposit's number.
            for number in ["1203", "sz010002cz17", "other-till-1234567", "4200000384201908", "sz0100_1234567890"] {
                for command in ["query", "unfreeze-history"] {
                    let end = try await till.postui(command, number, "--platform", "wechat", "--json")
                    #expect(end.status == 2, "\(number)")
                }
                let end = try await till.postui("unfreeze", number, "--staff", "1", "--platform", "alipay", "--json")
                #expect(end.status == 2, "\(number)")
            }
            #expect(await till.server.requests.isEmpty)
        }
    }

    @Test func theReleasesOfADepositAreListed() async throws {
        try await CommandTill.run { till in
            let number = try await Self.number(till.freeze("0.71"))
            let end = try await till.postui("unfreeze-history", number, "--json")
            #expect(end.status == 0)
            let object = try end.object()
            let releases = try #require(object["releases"]?.items)
            #expect(releases.map { $0["outcome"]?.text } == ["refused", "released", "released"])
            #expect(releases.map { $0["unfreeze_fee"]?.whole } == [71, 23, 11])
            #expect(object["released_fee"]?.whole == 34)
            #expect(object["left_fee"]?.whole == 37)
            #expect(object["consumed_fee"]?.whole == 0)
            #expect(
                releases[1].names.isSuperset(of: [
                    "out_unfreeze_no", "unfreeze_fee", "state", "outcome", "create_time", "last_update_time",
                    "remark", "device_id",
                ]))
            #expect(releases[1]["remark"]?.text == "test")
            #expect(releases[1]["device_id"]?.text == "824")
            let release = try #require(releases[1]["out_unfreeze_no"]?.text)
            let one = try await till.postui("unfreeze-history", number, "--unfreeze-no", release, "--json")
            #expect(try one.object()["releases"]?.items?.map { $0["out_unfreeze_no"]?.text } == [release])
            #expect(try one.object()["left_fee"]?.whole == 37)
            let words = try await till.postui("unfreeze-history", number)
            #expect(words.output.contains("released 0.34 left 0.37"))
            #expect(words.output.split(separator: "\n").count == 4)
        }
    }

    @Test func historyOfWhatIsOver() async throws {
        try await CommandTill.run { till in
            let released = try await Self.number(till.freeze("0.72"))
            let end = try await till.postui("unfreeze-history", released, "--json")
            #expect(end.status == 0)
            #expect(try end.object()["outcome"]?.text == "over")
            #expect(try end.object()["released_fee"]?.whole == 72)
            #expect(try end.object()["left_fee"]?.whole == 0)
            let consumed = try await Self.number(till.freeze("0.73"))
            let query = try await till.postui("query", consumed, "--json")
            #expect(try query.object()["consumed_fee"]?.whole == 24)
            #expect(try query.object()["released_fee"]?.whole == 49)
            #expect(try query.object()["left_fee"]?.whole == 0)
        }
    }

    @Test func historyProblems() async throws {
        try await CommandTill.run { till in
            let number = try await Self.number(till.freeze("5"))
            let none = try await till.postui("unfreeze-history", number, "--json")
            #expect(none.status == 0)
            #expect(try none.object()["releases"]?.items?.isEmpty == true)
            try await till.server.add("status-104@query_unfreeze_order:1")
            #expect(try await till.postui("unfreeze-history", number, "--json").status == 1)
            try await till.server.add("status-103@query_unfreeze_order:1")
            let busy = try await till.postui("unfreeze-history", number, "--json")
            #expect(busy.status == 3)
            #expect(try busy.object()["releases"] == nil)
        }
    }

    /// By a release's, a consume's and the platform's number.
    @Test func byOtherNumbers() async throws {
        try await CommandTill.run { till in
            let frozen = try await till.freeze("5", platform: .alipay)
            let number = try Self.number(frozen)
            let release = try await till.postui("unfreeze", number, "--amount", "1", "--staff", "1", "--json").object()
            let consume = try await till.postui("consume", number, "--amount", "2", "--keep-rest", "--json").object()
            let names = try [
                #require(release["out_unfreeze_no"]?.text), #require(consume["out_trade_no"]?.text),
                #require(frozen.object()["freeze_id"]?.text),
            ]
            for name in names {
                for command in ["query", "unfreeze-history"] {
                    let end = try await till.postui(command, name, "--json")
                    #expect(end.status == 0, "\(command) \(name) \(end.errors)")
                    let object = try end.object()
                    #expect(object["out_freeze_no"]?.text == number)
                    #expect(object["consumed_fee"]?.whole == 200)
                    #expect(object["released_fee"]?.whole == 100)
                    #expect(object["left_fee"]?.whole == 200)
                    #expect(object["differences"] == nil)
                }
            }
        }
    }

    /// Releases that this till did not make, and one that the gateway denies.
    @Test func releasesOfOthersAreDifferences() async throws {
        try await CommandTill.run { till in
            let number = try await Self.number(till.freeze("0.71"))
            let end = try await till.postui("query", number, "--json")
            #expect(end.status == 0)
            let found = try #require(end.object()["differences"]?.items)
            #expect(found.map { $0["kind"]?.text } == ["left", "unknown_release", "unknown_release"])
            #expect(found[0]["here_fee"]?.whole == 71 && found[0]["gateway_fee"]?.whole == 37)
            #expect(found[1]["gateway_fee"]?.whole == 23 && found[1]["out_unfreeze_no"] != nil)
            #expect(end.errors.contains("They differ: left, journal of this till: 0.71, gateway: 0.37."))
            let other = try await Self.number(till.freeze("5", platform: .alipay))
            let release = try await till.postui("unfreeze", other, "--amount", "1", "--staff", "1", "--json").object()
            let name = try #require(release["out_unfreeze_no"]?.text)
            try await till.server.setState("failed", of: name)
            let denied = try await till.postui("unfreeze-history", other, "--json")
            let kinds = try denied.object()["differences"]?.items?.map { $0["kind"]?.text }
            #expect(kinds == ["left", "release"])
            #expect(denied.errors.contains("They differ: release \(name)"))
        }
    }

    static func number(_ end: Program.End) throws -> String {
        try #require(end.object()["out_freeze_no"]?.text, "\(end.errors)")
    }

    private static func journalBytes(_ till: CommandTill) throws -> String {
        try till.folder.text(of: "journal/segment-000001.jsonl") + till.folder.text(of: "journal/lock")
    }
}
