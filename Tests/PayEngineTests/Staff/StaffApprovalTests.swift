import Dispatch
import FoundationEssentials
import Glibc
import Logging
import TestSupport
import Testing

@testable import PayEngine

@Suite struct StaffApprovalTests {
    private let folder: ConfigurationFolder
    private let clock = TestClock()
    private let configuration: TillConfiguration

    private var file: String { "\(folder.path)/pin-attempts.json" }
    private var log: String { (try? String(contentsOfFile: configuration.log.file, encoding: .utf8)) ?? "" }

    /// A supervisor with the PIN 1234, another with the same, and a clerk without any.
    init() throws {
        folder = try ConfigurationFolder()
        let loaded = try folder.load(
            ["journal.directory": "\"journal\"", "log.file": "\"postui.log\"", "log.level": "\"trace\""],
            tail: ["1", "2"].map { id in
                "\n[[staff]]\nid = \"\(id)\"\nname = \"a\"\nrole = \"supervisor\"\npin = \"\(PinHashTests.text)\"\n"
            }.joined() + "\n[[staff]]\nid = \"3\"\nname = \"b\"\nrole = \"clerk\"\n")
        var configuration = loaded
        configuration.stateDirectory = folder.path
        self.configuration = configuration
    }

    /// A till or command that starts now.
    private func approval() -> StaffApproval {
        StaffApproval(
            configuration: configuration, clock: clock,
            log: LogFile.logger("staff", configuration: configuration))
    }

    private func check(_ pin: String, _ id: String = "1", by approval: StaffApproval? = nil) async throws -> PinAnswer {
        await (approval ?? self.approval()).check(staffID: id, pin: try #require(Pin(pin)))
    }

    @Test func aWrongPinIsKeptInTheLogWithWhoWorksAtTheTill() async throws {
        let pin = try #require(Pin("4321"))
        _ = await approval().check(staffID: "1", pin: pin, clerkID: "3")
        let line = log.split(separator: "\n").first { $0.contains("wrong PIN") }
        #expect(line?.contains("signed_in=3") == true, "\(log)")
        #expect(!log.contains("4321"))
    }

    @Test func answers() async throws {
        let approval = approval()
        #expect(approval.needsPin(staffID: "1"))
        #expect(!approval.needsPin(staffID: "3"))
        #expect(!approval.needsPin(staffID: "7"))
        #expect(try await check("1234", by: approval) == .accepted)
        #expect(try await check("1234", "3", by: approval) == .noPinNeeded)
        #expect(try await check("1234", "7", by: approval) == .unknownStaff)
        #expect(try await check("4321", by: approval) == .wrong(left: 4))
        let since = Timestamp(seconds: 1_795_239_487)
        #expect(try await check("1234", by: approval) == .acceptedAfter(wrong: 1, since: since))
        #expect(try await check("1234", by: approval) == .accepted)
        #expect(try await check("4321", by: approval) == .wrong(left: 4))
        #expect(!log.contains("1234"))
        #expect(!log.contains("4321"))
        #expect(!log.contains("WN+87"))
    }

    @Test func theCountSurvivesARestart() async throws {
        for left in [4, 3, 2, 1] { #expect(try await check("4321") == .wrong(left: left)) }
        #expect(try await check("4321") == .wrongAndLocked(seconds: 60))
        #expect(try await check("1234") == .locked(secondsLeft: 60))
        clock.advance(by: .milliseconds(59_500))
        #expect(try await check("1234") == .locked(secondsLeft: 1))
        #expect(try await check("1234", "2") == .accepted)
        clock.advance(by: .milliseconds(500))
        let answer = try await check("1234")
        #expect(answer == .acceptedAfter(wrong: 5, since: Timestamp(seconds: 1_795_239_487)))
        #expect(try await check("1234") == .accepted)
    }

    /// Two hours back or forth, while nobody looks.
    @Test(arguments: [-7_200_000, 7_200_000, -86_400_000] as [Int64])
    func aDateThatIsMovedOpensNoLock(by milliseconds: Int64) async throws {
        for _ in 1...5 { _ = try await check("4321") }
        clock.set(now: Timestamp(milliseconds: clock.now.milliseconds + milliseconds))
        #expect(try await check("1234") == .locked(secondsLeft: 60))
        clock.advance(by: .seconds(30))
        #expect(try await check("1234") == .locked(secondsLeft: 30))
        clock.advance(by: .seconds(30))
        guard case .acceptedAfter(wrong: 5, _) = try await check("1234") else {
            Issue.record("still locked")
            return
        }
    }

    /// Another till of the same user counts for itself.
    @Test func tillsCountApart() async throws {
        for _ in 1...5 { _ = try await check("4321") }
        for change in [
            { (other: inout TillConfiguration) in other.till.deviceID = "825" },
            { $0.merchant.merchantID = "another" },
        ] {
            var other = configuration
            change(&other)
            let approval = StaffApproval(configuration: other, clock: clock, log: SampleTill.silentLog)
            #expect(try await check("1234", by: approval) == .accepted)
        }
        #expect(try await check("1234") == .locked(secondsLeft: 60))
    }

    @Test func itStandsInTheUsersStateFolder() async throws {
        let loaded = try folder.load(["journal.directory": "\"/elsewhere/journal\""])
        #expect(loaded.stateDirectory == "/state/postui")
        #expect(PinAttemptsFile(loaded).path == "/state/postui/pin-attempts.json")
        var without = loaded
        without.stateDirectory = nil
        #expect(PinAttemptsFile(without).path == "/elsewhere/pin-attempts.json")
    }

    /// A start that finds none makes it and locks nobody; where the till was used before it is logged.
    @Test func aStartThatFindsNoneMakesIt() async throws {
        var approval = approval()
        #expect(access(file, R_OK) == 0)
        #expect(!log.contains("the count of wrong PINs is lost"))
        #expect(unlink(file) == 0)
        #expect(mkdir("\(folder.path)/journal", 0o700) == 0)
        try folder.write("journal/segment-000001.jsonl", "")
        approval = self.approval()
        #expect(log.contains("the count of wrong PINs is lost"))
        #expect(access(file, R_OK) == 0)
        #expect(try await check("1234", by: approval) == .accepted)
    }

    /// While the till runs it does not go by itself: a minute for everybody, once.
    @Test(arguments: [nil, "", "{\"staff\":7}"])
    func whatIsLostWhileATillRunsLocksOnce(content: String?) async throws {
        let approval = approval()
        #expect(try await check("4321", by: approval) == .wrong(left: 4))
        func damage() throws {
            #expect(unlink(file) == 0)
            if let content { try folder.write("pin-attempts.json", content) }
        }
        try damage()
        #expect(try await check("1234", by: approval) == .locked(secondsLeft: 60))
        #expect(log.contains("the count of wrong PINs is lost"))
        #expect(try await check("1234", "2", by: approval) == .locked(secondsLeft: 60))
        clock.advance(by: .seconds(60))
        #expect(try await check("1234", by: approval) == .accepted)
        try damage()
        #expect(try await check("1234", by: approval) == .accepted)
    }

    /// Many at a time get no more tries than one after the other.
    @Test func manyAtATimeAreCounted() async throws {
        let tries = try (4000..<4012).map { (approval(), try #require(Pin("\($0)"))) }
        let answers = await withTaskGroup(of: PinAnswer.self) { group in
            for (approval, pin) in tries {
                group.addTask { await approval.check(staffID: "1", pin: pin) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let wrong = answers.filter { answer in
            switch answer {
            case .wrong, .wrongAndLocked: true
            case .accepted, .acceptedAfter, .noPinNeeded, .locked, .unknownStaff, .supervisorNeeded, .impossible: false
            }
        }
        let locked = answers.filter { if case .locked = $0 { true } else { false } }
        #expect(wrong.count == 5)
        #expect(locked.count == 7)
    }

    @Test func theFileIsForThisUserAlone() async throws {
        try folder.write("pin-attempts.json.new", "left over", mode: 0o666)
        _ = try await check("4321")
        var status = stat()
        #expect(stat(file, &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o600)
        #expect(access(file + ".new", F_OK) != 0)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains(#""since":1795239487000,"wrong":1"#))
    }

    /// A damaged file is no lock, is told in the log, and is written anew.
    @Test(arguments: [
        "", "{", "[]", "{\"staff\":{\"1\":{\"wrong\":5}}}", "{\"staff\":{\"1\":{\"last\":1,\"wrong\":99}}}",
        "{\"staff\":{\"1\":{\"last\":9223372036854775807,\"wrong\":5}}}", String(repeating: "x", count: 2_000_000),
    ])
    func damage(content: String) async throws {
        try folder.write("pin-attempts.json", content)
        #expect(try await check("4321") == .wrong(left: 4))
        #expect(log.contains("the count of wrong PINs is lost"))
        #expect(try await check("4321") == .wrong(left: 3))
    }

    /// Nothing is read or written through a link that somebody put there.
    @Test func links() async throws {
        try folder.write("other", #"{"wrong":5}"#)
        #expect(symlink("other", file) == 0)
        #expect(symlink("other", file + ".new") == 0)
        #expect(try await check("4321") == .wrong(left: 4))
        #expect(log.contains("the count of wrong PINs is lost"))
        #expect(try String(contentsOfFile: "\(folder.path)/other", encoding: .utf8).contains("\"wrong\":5"))
    }

    /// Who can't count must not let anybody try.
    @Test func withoutAPlaceForTheCountNoneIsAccepted() async throws {
        #expect(mkdir(file + ".new", 0o700) == 0)
        guard case .impossible(let trouble) = try await check("1234") else {
            Issue.record("it can't be counted")
            return
        }
        #expect(trouble.contains("pin-attempts.json.new"))
        #expect(log.contains("wrong PINs can't be counted"))
    }

    private static func ignore(_ damage: PinAttemptsFile.Damage, _ attempts: inout PinAttempts) {}

    /// Each opens the folder for itself, as processes do.
    @Test func noCountIsLostToAnother() throws {
        let place = PinAttemptsFile(folder: folder.path)
        let now = PinAttempts.Moment(clock)
        DispatchQueue.concurrentPerform(iterations: 24) { index in
            _ = try? place.change(onDamage: Self.ignore) { $0.count("s\(index)", at: now) }
        }
        let staff = try place.change(onDamage: Self.ignore) { $0.staff }
        #expect(staff.count == 24)
    }

    @Test func theFolderIsMadeWhereItIsMissing() async throws {
        let place = PinAttemptsFile(folder: "\(folder.path)/state/postui")
        let left = try place.change(onDamage: Self.ignore) { $0.count("1", at: PinAttempts.Moment(clock)) }
        #expect(left == 4)
        #expect(place.path == "\(folder.path)/state/postui/pin-attempts.json")
        #expect(access(place.path, R_OK) == 0)
    }
}
