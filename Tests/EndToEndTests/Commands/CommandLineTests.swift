import Glibc
import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// Small truths about command lines, limits of the system and outputs that can't be written.
struct CommandLineTests {
    @Test(arguments: [
        ("freez", "freeze"), ("opne", "open"), ("unfreez", "unfreeze"), ("jurnal", "journal"),
        ("reconsile", "reconcile"),
    ])
    func theNearestCommandIsNamed(_ word: String, _ nearest: String) async throws {
        let end = try await Program(Program.postui(), [word, "--amount", "1"]).end()
        #expect(end.status == 2)
        #expect(end.errors.contains("There is no command “\(word)”. Did you mean \(nearest)?"))
        let chinese = try await Program(Program.postui(), [word], environment: ["LANG": "zh_CN.UTF-8"]).end()
        #expect(chinese.errors.contains("是不是 \(nearest)？"))
    }

    @Test func aWordLikeNoneIsOnlyRefused() async throws {
        let end = try await Program(Program.postui(), ["journal", "lits"]).end()
        #expect(end.status == 2)
        #expect(end.errors.contains("Did you mean list?"))
        let other = try await Program(Program.postui(), ["134550264496882447", "--json"]).end()
        #expect(other.status == 2)
        #expect(!(other.output + other.errors).contains("134550264496882447"))
        #expect(!other.errors.contains("Did you mean"))
        #expect(try other.object().names == ["error"])
    }

    @Test func theConfigurationIsNamedBeforeOrAfter() async throws {
        try await CommandTill.run { till in
            let path = till.folder.file("till.toml")
            let folder = ["HOME": till.folder.path, "LANG": "C.UTF-8"]
            for arguments in [
                ["--config", path, "open"], ["--config=" + path, "open"], ["open", "--config", path],
                ["--config", path, "journal", "list"],
                ["--config", "/nonexistent", "journal", "list", "--config", path],
            ] {
                let end = try await till.end(of: Program(Program.postui(), arguments, environment: folder))
                #expect(end.status == 0, "\(arguments): \(end.errors)")
            }
            let missing = try await Program(
                Program.postui(), ["--config", "/nonexistent", "open"], environment: folder
            ).end()
            #expect(missing.status == 2)
            #expect(missing.errors.contains("/nonexistent"))
        }
    }

    @Test func closeTellsJSON() async throws {
        try await CommandTill.run { till in
            let supervisor = StaffMember(id: "1", name: "Wang", role: .supervisor)
            try till.configure { $0.staff = [supervisor] }
            let order = "sz010002cz1795239487000000000002"
            try OldJournal.write(to: till.journal, order: order, fee: 1250, base: till.base)
            let words = ["--staff", "1", "--reason", "seen", "--json"]
            let wrong = try await till.end(of: till.start(["close", order + "9"] + words))
            #expect(wrong.status == 2)
            #expect(try wrong.object().names == ["error"])
            let closed = try await till.end(of: till.start(["close", order] + words))
            #expect(closed.status == 0, "\(closed.errors)")
            #expect(try closed.object()["out_freeze_no"]?.text == order)
        }
    }

    /// Runs it with limits, as a shell sets them.
    private func limited(_ limit: String, _ arguments: [String], _ till: CommandTill) async throws -> Program.End {
        let program = try Program.postui()
        let words = ["-c", "ulimit \(limit); exec \"$0\" \"$@\"", program] + arguments
        let option = ["--config", till.folder.file("till.toml")]
        return try await till.end(
            of: Program(
                "/bin/sh", words + option, environment: ["HOME": till.folder.path, "LANG": "C.UTF-8"],
                input: till.code() + "\n"))
    }

    @Test(arguments: [
        ("-n 8", ["open", "--json"]), ("-n 8", ["freeze", "--amount", "1", "--code", "-", "--json"]), ("-n 8", ["run"]),
        ("-v 200000", ["open", "--json"]), ("-v 200000", ["freeze", "--amount", "1", "--code", "-", "--json"]),
        ("-v 200000", ["run"]),
    ])
    func tooLittleOfTheSystemIsSaid(_ limit: String, _ arguments: [String]) async throws {
        try await CommandTill.run { till in
            let end = try await limited(limit, arguments, till)
            #expect(end.status == 5, "\(String(describing: end.status)) \(end.errors)")
            #expect(end.errors.contains(limit.prefix(2)))
            #expect(end.errors.contains("for the till to start"))
            if arguments.contains("--json") {
                let isMoney = arguments[0] == "freeze"
                #expect(try end.object().names == (isMoney ? ["outcome", "error"] : ["error"]))
            }
            #expect(await till.server.requests.isEmpty)
        }
    }

    /// A file that may not grow is a journal that can't be written: nothing is sent, nobody dies of a signal, and it is
    /// said why.
    ///
    /// What is said goes through a pipe: files of this test may not grow, either.
    @Test(arguments: [[], ["--json"]])
    func aFileThatMayNotGrowIsNoDeath(_ option: [String]) async throws {
        try await CommandTill.run { till in
            let words = ["freeze", "--amount", "1", "--code", "-", "--config", till.folder.file("till.toml")] + option
            let script = """
                { { ulimit -f 0; "$0" "$@" 3>&-; echo "status $?" >&3; } 2>&1 1>&4 | cat >&2; } 3>&1 4>&1 | cat
                """
            let end = try await till.end(
                of: Program(
                    "/bin/sh", ["-c", script, Program.postui()] + words,
                    environment: ["PATH": "/usr/bin:/bin", "HOME": till.folder.path, "LANG": "C.UTF-8"],
                    input: till.code() + "\n"))
            let lines = end.output.split(separator: "\n")
            #expect(lines.last == "status 5", "\(end)")
            #expect(end.errors.contains("nothing was sent"), "\(end.errors)")
            if option.isEmpty {
                #expect(lines.count == 1)
            } else {
                let object = try BankJSONReader.read(Array(try #require(lines.first).utf8))
                #expect(object.names == ["outcome", "error"] && object["outcome"]?.text == "not_sent")
            }
            #expect(await till.server.requests.isEmpty)
        }
    }

    /// Standard output is full: what is only read is 5, an order keeps its own status and is told on standard error.
    @Test func aFullOutputIsTold() async throws {
        try await CommandTill.run { till in
            let made = try await till.freeze("5")
            let number = try #require(try made.object()["out_freeze_no"]?.text)
            let open = "sz010002cz1795239487000000000002"
            for (arguments, status) in [
                (["query", number], 5), (["query", number, "--json"], 5), (["journal", "stat"], 5),
                (["journal", "list"], 5), (["unfreeze-history", number], 5),
                (["freeze", "--amount", "6", "--code", "-"], 0), (["freeze", "--amount", "0.23", "--code", "-"], 1),
                (["freeze", "--amount", "7", "--code", "-", "--json"], 0),
            ] {
                let end = try await full(arguments, till)
                #expect(end.status == Int32(status), "\(arguments): \(end.errors)")
                #expect(end.errors.contains("Standard output can't be written"), "\(arguments)")
                #expect(end.errors.contains("sz010002cz") == (arguments[0] == "freeze"), "\(arguments): \(end.errors)")
            }
            #expect(await till.server.orders.count == 3)
            try await aListOfOpenQuestions(open, till)
        }
    }

    private func aListOfOpenQuestions(_ open: String, _ till: CommandTill) async throws {
        let folder = till.folder.file("other")
        try OldJournal.write(to: folder, order: open, fee: 1250, base: till.base)
        try till.configure { $0.journal = folder }
        let end = try await full(["open"], till)
        #expect(end.status == 5)
        #expect(end.errors.contains("Standard output can't be written"))
    }

    private func full(_ arguments: [String], _ till: CommandTill) async throws -> Program.End {
        let words = ["-c", "exec \"$0\" \"$@\" >/dev/full", try Program.postui()] + arguments
        return try await till.end(
            of: Program(
                "/bin/sh", words + ["--config", till.folder.file("till.toml")],
                environment: ["HOME": till.folder.path, "LANG": "C.UTF-8"], input: till.code() + "\n"))
    }

    @Test func excelIsGivenItsMark() async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("5", "--reference", "=1+1").status == 0)
            let plain = try await till.postui("journal", "export", "--format", "csv")
            let marked = try await till.postui("journal", "export", "--format", "csv", "--excel")
            #expect(marked.status == 0)
            #expect(Array(marked.output.utf8) == [0xEF, 0xBB, 0xBF] + Array(plain.output.utf8))
            #expect(plain.output.contains("'=1+1"))
            let wrong = try await till.postui("journal", "export", "--format", "jsonl", "--excel")
            #expect(wrong.status == 2)
            #expect(wrong.output.isEmpty)
        }
    }

    @Test(arguments: ["today", "yesterday", "11-27", "1127", "2026-11-27"])
    func daysAreTypedInAHurry(_ day: String) async throws {
        try await CommandTill.run { till in
            #expect(try await till.freeze("5").status == 0)
            let since = try await till.postui("journal", "list", "--since", day)
            #expect(since.status == 0, "\(since.errors)")
            let until = try await till.postui("journal", "list", "--until", day)
            #expect(until.status == 0)
            if day == "today" { #expect(since.output == until.output && !since.output.isEmpty) }
            if day == "yesterday" { #expect(until.output.isEmpty && !since.output.isEmpty) }
            let export = try await till.postui("journal", "export", "--format", "jsonl", "--since", day)
            #expect(export.status == 0)
            let wrong = try await till.postui("journal", "list", "--since", "tomorrow")
            #expect(wrong.status == 2)
        }
    }
}
