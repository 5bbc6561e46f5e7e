import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// `postui staff pin`, and `close` by somebody who has a PIN, without a terminal.
struct PinCommandTests {
    static let pin = "483926"
    private static let words = ["--reason", "seen on the console", "--staff"]
    private static let missing = "sz010002cz1795239487000000000009"

    /// 1 and 2 are supervisors with ``pin``, 3 is one without.
    static func staff() throws -> [StaffMember] {
        let known = try #require(Pin(pin))
        let hash = try #require(try PinHash(hashing: known))
        return ["1", "2", "3"].map { id in
            StaffMember(id: id, name: "Wang", role: .supervisor, pinHash: id == "3" ? nil : hash)
        }
    }

    @Test func madeByTheCommandAndCheckedByTheTill() async throws {
        try await CommandTill.run { till in
            let made = try await till.postui("staff", "pin", "--pin", "-", input: Self.pin + "\n")
            #expect(made.status == 0)
            #expect(made.errors.contains("Put this line into"))
            let lines = made.output.split(separator: "\n")
            try #require(lines.count == 1)
            let text = try #require(lines[0].wholeMatch(of: /pin = "(scrypt:.*)"/)?.output.1)
            let hash = try #require(PinHash(String(text)))
            let order = "sz010002cz1795239487000000000002"
            try OldJournal.write(to: till.journal, order: order, fee: 1250, base: till.base)
            try till.configure { $0.staff = [StaffMember(id: "1", name: "Wang", role: .supervisor, pinHash: hash)] }
            let close = ["close", order] + Self.words + ["1", "--pin", "-"]
            let wrong = try await till.end(of: till.start(close, input: "0000\n"))
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("Wrong PIN, 4 tries left"))
            #expect(try till.lines(of: order) == ["intent"])
            let right = try await till.end(of: till.start(close, input: Self.pin + "\r\n"))
            #expect(right.status == 0)
            #expect(right.output.contains("closed by 1: seen on the console"))
            #expect(try till.lines(of: order) == ["intent", "unknown(not_there_yet)", "closed"])
            #expect(try !till.folder.files(holding: #""approval":"pin""#).isEmpty)
            #expect(try till.folder.files(holding: Self.pin) == [])
        }
    }

    /// That it is too early is said before the PIN is asked for: a wrong one is not even tried.
    @Test func tooEarlyIsSaidBeforeThePin() async throws {
        try await CommandTill.run { till in
            let staff = try Self.staff()
            try till.configure { $0.staff = staff }
            let number = try await LookUpCommandTests.number(till.freeze("0.12", "--wait", "0"))
            let close = ["close", number] + Self.words
            for input in ["0000\n", Self.pin + "\n", ""] {
                let end = try await till.end(of: till.start(close + ["1", "--pin", "-", "--json"], input: input))
                #expect(end.status == 2)
                #expect(try end.object()["error"]?.text?.contains("It can't be closed yet") == true, "\(end)")
                #expect(!end.errors.contains("PIN"))
            }
            #expect(try till.folder.files(holding: "wrong") == [])
            #expect(try till.lines(of: number).contains("closed") == false)
        }
    }

    /// Who may not do it is told so before a PIN is asked for: a right one is not even read.
    @Test func theRoleComesBeforeThePin() async throws {
        try await CommandTill.run { till in
            var staff = try Self.staff()
            staff[0].role = .clerk
            try till.configure { [staff] in $0.staff = staff }
            let number = try await LookUpCommandTests.number(till.freeze("5"))
            let close = ["close", Self.missing] + Self.words
            for input in [Self.pin + "\n", "0000\n"] {
                for command in [["unfreeze", number, "--staff"], close] {
                    let end = try await till.end(of: till.start(command + ["1", "--pin", "-", "--json"], input: input))
                    #expect(end.status == 2)
                    #expect(end.errors.contains("supervisor") && !end.errors.contains("PIN"), "\(end.errors)")
                    #expect(try end.object()["error"]?.text != nil)
                }
            }
            let unknown = try await till.end(of: till.start(close + ["7", "--pin", "-"], input: ""))
            #expect(unknown.status == 2 && unknown.errors.contains("lists no staff 7"), "\(unknown.errors)")
            #expect(await till.seen(.unfreeze) == 0)
        }
    }

    /// Each try is a process of its own.
    @Test func fiveWrongOnesLock() async throws {
        try await CommandTill.run { till in
            let staff = try Self.staff()
            try till.configure { $0.staff = staff }
            let close = ["close", Self.missing] + Self.words
            for left in [
                "4 tries left", "3 tries left", "2 tries left", "1 try left", "too many in a row: locked for 60 s",
            ] {
                let end = try await till.end(of: till.start(close + ["1", "--pin", "-"], input: "1111\n"))
                #expect(end.status == 2)
                #expect(end.errors.contains(left), "\(end.errors)")
            }
            let locked = try await till.end(of: till.start(close + ["1", "--pin", "-"], input: Self.pin + "\n"))
            #expect(locked.status == 2)
            #expect(locked.errors.contains("Too many wrong PINs: locked for another"))
            // Others are not locked, and reach the desk.
            for id in ["2", "3"] {
                let other = try await till.end(of: till.start(close + [id, "--pin", "-"], input: Self.pin + "\n"))
                #expect(other.errors.contains("this till's journal has no such order"), "\(other.errors)")
            }
            try till.configure {
                $0.staff = staff
                $0.language = "zh-Hans"
            }
            let chinese = try await till.end(of: till.start(close + ["1", "--pin", "-"], input: Self.pin + "\n"))
            #expect(chinese.errors.contains("密码错得太多，已锁定"))
        }
    }

    @Test(arguments: [
        (["--pin", "483926"], "", "must not stand on the command line"),
        ([], "483926\n", "standard input is no terminal"),
        (["--pin", "-"], "", "A PIN is 4 to 12 digits"),
        (["--pin", "-"], "483 926\n", "A PIN is 4 to 12 digits"),
        (["--pin", "-"], "48392648392648392648\n", "A PIN is 4 to 12 digits"),
    ])
    func whatIsNoPin(option: [String], input: String, words: String) async throws {
        try await CommandTill.run { till in
            let staff = try Self.staff()
            try till.configure { $0.staff = staff }
            for command in [["close", Self.missing] + Self.words + ["1"], ["staff", "pin"]] {
                let end = try await till.end(of: till.start(command + option, input: input))
                #expect(end.status == 2)
                #expect(end.output.isEmpty)
                #expect(end.errors.contains(words), "\(end.errors)")
                #expect(!end.errors.contains("4839"))
            }
            // Nothing was tried, so nothing was counted.
            #expect(try till.folder.files(holding: "wrong") == [])
        }
    }

    /// It is made while the configuration is not right yet.
    @Test func needsNoConfiguration() async throws {
        let folder = try TemporaryFolder()
        let end = try await Program(
            Program.postui(), ["staff", "pin", "--pin", "-"],
            environment: ["HOME": folder.path, "LANG": "zh_CN.UTF-8"], input: "123\n"
        ).end()
        #expect(end.status == 2)
        #expect(end.errors == "密码是 4 到 12 位数字。\n")
    }
}
