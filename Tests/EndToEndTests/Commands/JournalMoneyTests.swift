import PayEngine
import Testing

@testable import SandboxGateway

/// What the `journal` commands tell of releases and consumes.
struct JournalMoneyTests {
    @Test func listExportAndStat() async throws {
        try await CommandTill.run { till in
            let first = try await LookUpCommandTests.number(
                till.freeze("5", "--reference", "room 204", platform: .alipay))
            let second = try await LookUpCommandTests.number(till.freeze("6", "--reference", "Chen"))
            _ = try await till.postui("unfreeze", first, "--amount", "1", "--staff", "1")
            _ = try await till.postui("consume", first, "--amount", "2", "--keep-rest")
            _ = try await till.postui("consume", second, "--amount", "2")
            try await till.server.add("status-104@unfreeze:1")
            #expect(try await till.postui("unfreeze", first, "--staff", "1").status == 1)

            let list = try await till.postui("journal", "list", "--reference", "204", "--json").object()
            #expect(list["out_freeze_no"]?.text == first)
            #expect(list["consumed_fee"]?.whole == 200)
            #expect(list["released_fee"]?.whole == 100)
            #expect(list["left_fee"]?.whole == 200)
            let words = try await till.postui("journal", "list", "--reference", "Chen")
            #expect(words.output.hasPrefix("\(second)\tOVER (WAS FROZEN)\t6.00\t"), "\(words.output)")
            #expect(words.output.contains("consumed 2.00 released 4.00 left 0.00"))
            let sheet = try await till.postui("journal", "export", "--format", "csv")
            let rows = sheet.output.split(separator: "\r\n")
            #expect(rows[0].hasSuffix(",closed_time,consumed_yuan,released_yuan,left_yuan"))
            #expect(rows[1].hasSuffix(",2.00,1.00,2.00") && rows[2].hasSuffix(",2.00,4.00,0.00"), "\(sheet.output)")

            let stat = try await till.postui("journal", "stat", "--json").object()
            #expect(stat["releases"]?["released"]?.whole == 1 && stat["releases"]?["refused"]?.whole == 1)
            #expect(stat["consumes"]?["consumed"]?.whole == 2 && stat["consumes"]?["unknown"]?.whole == 0)
            #expect(stat["released_fee"]?.whole == 100 && stat["consumed_fee"]?.whole == 400)
            #expect(stat["held_fee"]?.whole == 200)
            let told = try await till.postui("journal", "stat")
            #expect(told.output.contains("Releases: 2, of these released 1 (1.00 yuan), outcome unknown 0"))
        }
    }

    /// `close` takes a release's own number: too early here, as it was just sent.
    @Test func closeKnowsReleases() async throws {
        try await CommandTill.run(faults: ["swallowed@unfreeze"]) { till in
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let end = try await till.postui("unfreeze", number, "--staff", "1", "--wait", "0", "--json")
            let release = try #require(end.object()["out_unfreeze_no"]?.text)
            let close = try await till.postui("close", release, "--staff", "1", "--reason", "seen on the console")
            #expect(close.status == 2)
            #expect(close.errors.contains("an answer may still come"), "\(close.errors)")
        }
    }

    /// An open release of an earlier boot, which the gateway does not know.
    @Test func releaseIsClosedByHand() async throws {
        try await CommandTill.run { till in
            let (order, release) = ("sz010002cz1795239487000000000002", "sz010002cz1795239487000000000003")
            try OldJournal.write(to: till.journal, order: order, release: release, fee: 1250, base: till.base)
            try await OldJournal.makeOrder(order, fee: 1250, at: till.server, base: till.base)
            #expect(try await till.postui("open", "--json").object()["out_unfreeze_no"]?.text == release)
            let blocked = try await till.postui("unfreeze", order, "--staff", "1", "--json")
            #expect(blocked.status == 3)
            #expect(try blocked.object()["out_unfreeze_no"]?.text == release)
            let close = try await till.postui("close", release, "--staff", "1", "--reason", "not on the console")
            #expect(close.status == 0, "\(close.errors)")
            #expect(close.output.hasPrefix("\(release)\tRELEASE: OUTCOME UNKNOWN\t12.50\t"), "\(close.output)")
            #expect(close.output.contains("closed by 1: not on the console"))
            #expect(try await till.postui("open", "--json").output.isEmpty)
            // Closing ends the asking; the deposit can be released now.
            let again = try await till.postui("unfreeze", order, "--staff", "1", "--json")
            #expect(again.status == 0, "\(again.errors)")
            #expect(try again.object()["left_fee"]?.whole == 0)
        }
    }
}
