import Glibc
import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// The `journal` commands that read and end, most of them beside a process that has the lock.
struct JournalReadingTests {
    /// Runs a body while a freeze that hangs has the journal's lock.
    private static func besideAWriter(_ till: CommandTill, _ body: () async throws -> Void) async throws {
        try await till.server.add("hang@micro_freeze")
        let before = await till.seen(.microFreeze)
        let writer = try till.start(["freeze", "--amount", "9.99", "--code", "-"], input: till.code() + "\n")
        try await Polling.until("the freeze arrived") { await till.seen(.microFreeze) == before + 1 }
        let state = try Self.state(till)
        try await body()
        #expect(try Self.state(till) == state, "a command that reads has written")
        writer.signal(SIGKILL)
        _ = try await till.end(of: writer)
    }

    private static func state(_ till: CommandTill) throws -> [String] {
        let names = try till.folder.files(holding: "").filter { $0.hasPrefix("journal/") }.sorted()
        return try names + names.filter { !$0.hasSuffix("reserve") }.map { try till.folder.text(of: $0) }
    }

    @Test func listBesideAWriter() async throws {
        try await CommandTill.run { till in
            let frozen = try await LookUpCommandTests.number(till.freeze("12.50"))
            let other = try await LookUpCommandTests.number(till.freeze("7"))
            try await Self.besideAWriter(till) {
                let all = try await till.postui("journal", "list", "--json")
                #expect(try all.objects().map { $0["out_freeze_no"]?.text }.prefix(2) == [frozen, other])
                #expect(try all.objects().map { $0["outcome"]?.text } == ["frozen", "frozen", "unknown"])
                let amount = try await till.postui("journal", "list", "--amount", "12.5")
                #expect(amount.status == 0 && amount.output.hasPrefix("\(frozen)\tFROZEN\t12.50\t"))
                #expect(amount.output.split(separator: "\n").count == 1)
                let open = try await till.postui("journal", "list", "--state", "open", "--json")
                #expect(try open.object()["freeze_fee"]?.whole == 999)
                let part = try await till.postui("journal", "list", "--number", String(other.suffix(12)), "--json")
                #expect(try part.object()["out_freeze_no"]?.text == other)
                let events = try await till.postui("journal", "list", "--number", other, "--events")
                let file = try till.folder.text(of: "journal/segment-000001.jsonl").split(separator: "\n")
                #expect(events.output.split(separator: "\n") == file.filter { $0.contains("\"o\":\"\(other)\"") })
                let none = try await till.postui("journal", "list", "--clerk", "nobody")
                #expect(none.status == 0 && none.output.isEmpty && none.errors.isEmpty)
            }
        }
    }

    @Test(arguments: [
        ["--since", "2026-02-30"], ["--until", "tomorrow"], ["--amount=-5"], ["--amount", "1.234"],
        ["--state", "gone"],
    ])
    func wrongFilters(option: [String]) async throws {
        try await CommandTill.run { till in
            for command in [["list"], ["export", "--format", "csv"]] {
                let end = try await till.end(of: till.start(["journal"] + command + option))
                #expect(end.status == 2 && end.output.isEmpty)
                #expect(end.errors.split(separator: "\n").count == 1)
            }
        }
    }

    @Test func anExportIsHarmlessToASpreadsheet() async throws {
        try await CommandTill.run { till in
            _ = try await till.freeze("12.50", "--reference", "=HYPERLINK(\"x\"),1", "--remark", "a\u{1B}[2Jb")
            let csv = try await till.end(
                of: till.start(["journal", "export", "--format", "csv"], environment: ["TZ": "AAA-05:45"]))
            #expect(csv.status == 0)
            let rows = csv.output.split(separator: "\r\n")
            #expect(rows.count == 2 && csv.output.hasSuffix("\r\n"))
            #expect(rows.first?.hasPrefix("out_freeze_no,outcome,freeze_yuan,") == true)
            #expect(rows.last?.contains(",frozen,12.50,CNY,wechat,2") == true)
            #expect(rows.last?.contains("+05:45,") == true)
            #expect(rows.last?.contains(",\"'=HYPERLINK(\"\"x\"\"),1\",") == true)
            #expect(!csv.output.unicodeScalars.contains("\u{1B}"))
            let lines = try await till.postui("journal", "export", "--format", "jsonl")
            let list = try await till.postui("journal", "list", "--json")
            #expect(lines.output == list.output && lines.status == 0)
            #expect(try await till.postui("journal", "export", "--format", "xls").status == 2)
        }
    }

    @Test func verifyAndStatBesideAWriter() async throws {
        try await CommandTill.run { till in
            let number = try await LookUpCommandTests.number(till.freeze("12.50"))
            try await Self.besideAWriter(till) {
                for option in [[], ["--full"]] {
                    let end = try await till.end(of: till.start(["journal", "verify"] + option))
                    #expect(end.status == 0)
                    #expect(
                        end.output.hasPrefix("The journal is sound: 4 lines, 1 segments, 0 repairs, 0 lines missing"))
                }
                let stat = try await till.postui("journal", "stat", "--json")
                #expect(try stat.object()["lines"]?.whole == 4)
                #expect(try stat.object()["orders"]?.whole == 2)
                #expect(try stat.object()["held_fee"]?.whole == 1250)
                #expect(try stat.object()["open_fee"]?.whole == 999)
                #expect(try stat.object()["states"]?["open"]?.whole == 1)
                let words = try await till.postui("journal", "stat")
                #expect(words.status == 0 && words.output.contains("\nOrders: 2\n"))
            }
            #expect(try till.lines(of: number) == ["intent", "frozen(held)"])
        }
    }

    @Test func aReceiptIsFoundAgainInTheJournal() async throws {
        try await CommandTill.run { till in
            let first = try await till.freeze("12.50").object()
            let second = try await till.freeze("3").object()
            let (number, other) = (first["out_freeze_no"]?.text ?? "", second["out_freeze_no"]?.text ?? "")
            let record = first["record"]?.text ?? ""
            let inFours = stride(from: 0, to: 16, by: 4).map { record.dropFirst($0).prefix(4) }.joined(separator: " ")
            let agrees = try await till.postui("journal", "verify", "--at", inFours, "--order", number)
            #expect(agrees.status == 0)
            #expect(agrees.output.contains("It agrees: line 3, \(number), frozen, 12.50 yuan, "))
            let wrong = try await till.postui("journal", "verify", "--at", record, "--order", other)
            #expect(wrong.status == 1 && wrong.output.contains("speaks of another order (\(number))"))
            let none = try await till.postui("journal", "verify", "--at", "0123456789abcdef", "--order", number)
            #expect(none.status == 1 && none.output.contains("no line of the journal has this record"))
            #expect(try await till.postui("journal", "verify", "--at", "12g4", "--order", number).status == 2)
            #expect(try await till.postui("journal", "verify", "--at", record).status == 2)
            #expect(try await till.postui("journal", "verify", "--order", number).status == 2)
        }
    }

    @Test func damageIsToldAndTheRestIsListed() async throws {
        try await CommandTill.run { till in
            _ = try await till.freeze("1")
            _ = try await till.freeze("2")
            var text = try till.folder.text(of: "journal/segment-000001.jsonl")
            let line = try #require(text.split(separator: "\n").dropFirst(2).first)
            let changed = String(line).replacing("freeze.", with: "FREEZE.")
            text.replaceSubrange(line.startIndex..<line.endIndex, with: changed)
            try till.folder.write(text, to: "journal/segment-000001.jsonl")
            let end = try await till.postui("journal", "verify")
            #expect(end.status == 1)
            #expect(
                end.output == """
                    The journal is damaged: 4 lines, 1 segments, 0 repairs, 1 lines missing, 0 void bytes.
                    Line 3 is missing (in or before segment 1).

                    """)
            let list = try await till.postui("journal", "list", "--json")
            #expect(list.status == 0 && list.errors.contains("The journal is damaged"))
            #expect(try list.objects().map { $0["outcome"]?.text } == ["unknown", "frozen"])
        }
    }
}
