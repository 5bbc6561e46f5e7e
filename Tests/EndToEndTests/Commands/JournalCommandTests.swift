import Glibc
import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// `postui open`, `close`, `journal list`, `journal verify`, and journals that can't be used.
struct JournalCommandTests {
    private static let staff = [
        StaffMember(id: "1206", name: "Li", role: .clerk), StaffMember(id: "1", name: "Wang", role: .supervisor),
    ]

    @Test func ordersAreListedByWhatIsAskedFor() async throws {
        try await CommandTill.run { till in
            let frozen = try await LookUpCommandTests.number(till.freeze("1", "--reference", "room 8"))
            let unknown = try await LookUpCommandTests.number(till.freeze("0.31", "--wait", "0"))
            let list = try await till.postui("journal", "list", "--json")
            #expect(list.status == 0)
            #expect(try list.objects().map { $0["out_freeze_no"]?.text } == [frozen, unknown])
            #expect(try list.objects().map { $0["outcome"]?.text } == ["frozen", "unknown"])
            #expect(try list.objects().map { $0["source"]?.text } == ["journal", "journal"])
            let one = try await till.postui("journal", "list", "--number", String(frozen.suffix(8)), "--json")
            #expect(try one.object()["out_freeze_no"]?.text == frozen)
            let words = try await till.postui("journal", "list")
            #expect(words.output.split(separator: "\n").count == 2)
            #expect(words.output.contains("\(unknown)\tOUTCOME UNKNOWN\t0.31\tWeChat Pay\t"))
            #expect(words.output.contains("room 8"))
            let open = try await till.postui("open", "--json")
            #expect(open.status == 0)
            #expect(try open.object()["out_freeze_no"]?.text == unknown)
            #expect(try open.object()["outcome"]?.text == "unknown")
        }
    }

    @Test func emptyJournal() async throws {
        try await CommandTill.run { till in
            for arguments in [["open", "--json"], ["journal", "list", "--json"]] {
                let end = try await till.end(of: till.start(arguments))
                #expect(end.status == 0)
                #expect(end.output.isEmpty)
            }
            #expect(try till.folder.files(holding: "").contains("journal") == false)
        }
    }

    @Test func aWholeJournalVerifies() async throws {
        try await CommandTill.run { till in
            _ = try await till.freeze("1")
            for arguments in [["journal", "verify"], ["journal", "verify", "--full"]] {
                let sound = try await till.end(of: till.start(arguments))
                #expect(sound.status == 0)
                #expect(
                    sound.output
                        == "The journal is sound: 3 lines, 1 segments, 0 repairs, 0 lines missing, 0 void bytes.\n")
            }
            let segment = "journal/segment-000001.jsonl"
            let text = try till.folder.text(of: segment)
            try till.folder.write(text.replacing("\"fee\":100", with: "\"fee\":900"), to: segment)
            let damaged = try await till.postui("journal", "verify")
            #expect(damaged.status == 1)
            #expect(damaged.output.contains("The journal is damaged"))
        }
    }

    @Test func unusableFolder() async throws {
        try await CommandTill.run { till in
            try till.folder.write("", to: "a-file")
            try till.configure(knowsGatewayClock: false) { $0.journal = "a-file/journal" }
            let end = try await till.freeze("5")
            #expect(end.status == 5)
            #expect(try end.object().names == ["outcome", "error"])
            #expect(try end.object()["outcome"]?.text == "not_sent")
            #expect(end.errors.contains("nothing was sent"))
            #expect(try await till.postui("journal", "verify").status == 5)
            #expect(try await till.postui("open", "--json").status == 5)
            #expect(await till.server.requests.isEmpty)
        }
    }

    /// The lock is waited for, five seconds at most.
    @Test func lockHeld() async throws {
        try await CommandTill.run(faults: ["hang@micro_freeze"]) { till in
            let holder = try till.start(["freeze", "--amount", "5", "--code", "-"], input: till.code() + "\n")
            try await Polling.until("the freeze arrived") { await till.seen(.microFreeze) == 1 }
            let start = ContinuousClock.now
            let end = try await till.freeze("6")
            #expect(ContinuousClock.now - start < .seconds(15))
            #expect(end.status == 5)
            #expect(try end.object()["outcome"]?.text == "not_sent")
            #expect(end.errors.contains("Another process (\(holder.id)) uses the journal"))
            // Others work beside it.
            let open = try await till.postui("open", "--json")
            #expect(open.status == 0)
            #expect(try open.object()["freeze_fee"]?.whole == 500)
            #expect(await till.seen(.microFreeze) == 1)
            holder.signal(SIGTERM)
            #expect(try await till.end(of: holder).status == 3)
        }
    }

    @Test func rebuildsIndexes() async throws {
        try await CommandTill.run(faults: ["hang@micro_freeze:1"]) { till in
            let none = try await till.postui("journal", "index", "--rebuild")
            #expect(none.status == 0)
            #expect(none.output == "The indexes are made anew: 0 segments, 0 names.\n")
            #expect(try till.folder.files(holding: "").contains("journal") == false)
            let holder = try till.start(["freeze", "--amount", "5", "--code", "-"], input: till.code() + "\n")
            try await Polling.until("the freeze arrived") { await till.seen(.microFreeze) == 1 }
            let locked = try await till.postui("journal", "index", "--rebuild")
            #expect(locked.status == 5)
            #expect(locked.errors.contains("Another process (\(holder.id)) uses the journal"))
            holder.signal(SIGTERM)
            #expect(try await till.end(of: holder).status == 3)
            let frozen = try await LookUpCommandTests.number(till.freeze("1"))
            let made = try await till.postui("journal", "index", "--rebuild")
            #expect(made.status == 0)
            #expect(made.output.hasPrefix("The indexes are made anew: 1 segments, "))
            let index = "journal/segment-000001.idx"
            #expect(try till.folder.files(holding: "").contains(index))
            let before = try await till.postui("query", frozen)
            #expect(before.status == 0 && before.output.contains(frozen))
            // Damaged, it is not believed.
            try till.folder.write("journidx", to: index)
            #expect(try await till.postui("query", frozen).output == before.output)
            #expect(try await till.postui("journal", "index").status == 2)
        }
    }

    /// Short commands follow one another.
    @Test func lockLetGoInTime() async throws {
        try await CommandTill.run(faults: ["hang@micro_freeze:1"]) { till in
            let holder = try till.start(["freeze", "--amount", "5", "--code", "-"], input: till.code() + "\n")
            try await Polling.until("the freeze arrived") { await till.seen(.microFreeze) == 1 }
            let second = try till.start(
                ["freeze", "--amount", "6", "--code", "-", "--json"], input: till.code() + "\n")
            holder.signal(SIGTERM)
            _ = try await till.end(of: holder)
            let end = try await till.end(of: second)
            #expect(end.status == 0)
            #expect(try end.object()["outcome"]?.text == "frozen")
        }
    }

    @Test func anOpenOrderIsClosedByHand() async throws {
        try await CommandTill.run { till in
            try till.configure { $0.staff = Self.staff }
            let (young, old) = ("sz010002cz1795239487000000000001", "sz010002cz1795239487000000000002")
            try OldJournal.write(to: till.journal, order: old, fee: 1250, base: till.base)
            let early = try await LookUpCommandTests.number(till.freeze("0.12", "--wait", "0", "--staff", "1206"))
            let words = ["--reason", "seen on the console", "--staff"]
            let cases: [(arguments: [String], status: Int32, words: String)] = [
                ([young] + words + ["1"], 2, "this till's journal has no such order"),
                ([early] + words + ["1"], 2, "within 150 s an answer may still come"),
                ([old] + words + ["1206"], 2, "only a supervisor may"),
                ([old] + words + ["7"], 2, "lists no staff 7"),
                ([old, "--reason", "", "--staff", "1"], 2, "Say why"),
                ([old] + words + ["1"], 0, ""),
                ([old] + words + ["1"], 2, "settled or was closed already"),
            ]
            for expected in cases {
                let end = try await till.end(of: till.start(["close"] + expected.arguments))
                #expect(end.status == expected.status, "\(expected)")
                #expect(end.errors.contains(expected.words) || expected.words.isEmpty, "\(end.errors)")
                if expected.status == 0 { #expect(end.output.contains("closed by 1: seen on the console")) }
            }
            #expect(try till.lines(of: old) == ["intent", "unknown(not_there_yet)", "closed"])
            #expect(try await till.postui("open", "--json").objects().map { $0["out_freeze_no"]?.text } == [early])
        }
    }

    /// The last query before closing settles the order.
    @Test func closingWhatIsFrozen() async throws {
        try await CommandTill.run { till in
            let number = "sz010002cz1795239487000000000003"
            try OldJournal.write(to: till.journal, order: number, fee: 1250, base: till.base)
            try await OldJournal.makeOrder(number, fee: 1250, at: till.server, base: till.base)
            let end = try await till.postui("close", number, "--staff", "1", "--reason", "guest left")
            #expect(end.status == 0)
            #expect(end.errors.contains("No need to close it"))
            #expect(try till.lines(of: number) == ["intent", "frozen(held)"])
        }
    }
}
