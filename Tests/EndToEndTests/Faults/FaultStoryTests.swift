import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// Every fault of the sandbox against the whole engine over a real socket.
@Suite(StoryTable.faults)
struct FaultStoryTests {
    @Test(arguments: AmountTable.rules.map(\.fen), PayPlatform.allCases)
    func eachAmountMakesWhatItIsToMake(fen: Int, platform: PayPlatform) async throws {
        let rule = try #require(AmountTable.rules.first { $0.fen == fen })
        let expected = try #require(FaultExpectation.amount(rule.fault, platform))
        try await TestTill.run(Self.options(rule.fault)) { till in
            let request = try till.request(Fen(Int64(fen)), platform)
            let story = try await FreezeStory.run(request, desk: till.desk(), till: till)
            check(story, expected, name: "\(rule.yuan) \(rule.fault.rawValue), \(platform.name)", till)
        }
    }

    @Test(arguments: Fault.allCases.filter { $0.kind.allowed.contains(.microFreeze) })
    func everySending(fault: Fault) async throws {
        let expected = try #require(FaultExpectation.everySending(fault))
        try await TestTill.run(Self.options(fault, "\(fault.rawValue)@micro_freeze")) { till in
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: till.desk(), till: till)
            check(story, expected, name: "\(fault.rawValue)@micro_freeze", till)
        }
    }

    @Test(arguments: Fault.allCases.filter { $0.kind.allowed.contains(.queryFreezeOrder) })
    func firstQueries(fault: Fault) async throws {
        let expected = try #require(FaultExpectation.firstQueries(fault))
        let options = Self.options(fault, "lost@micro_freeze:1", "\(fault.rawValue)@query_freeze_order:3")
        try await TestTill.run(options) { till in
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: till.desk(), till: till)
            check(story, expected, name: "\(fault.rawValue)@query_freeze_order:3", till)
        }
    }

    /// No fault is there that no test above strikes with.
    @Test(arguments: Fault.allCases)
    func isExpected(fault: Fault) {
        let isExpected =
            FaultExpectation.everySending(fault) != nil || FaultExpectation.firstQueries(fault) != nil
        #expect(isExpected)
    }

    @Test func noFaultWithNewline() async throws {
        try await TestTill.run(TestTill.Options(endsInNewline: true)) { till in
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: till.desk(), till: till)
            check(story, .frozenAtOnce, name: "none, contents end in a newline", till)
        }
    }

    /// Where nothing hangs, a slow machine must not make a timeout; where something does, it is waited out, and long
    /// enough that an answer which is on its way is there.
    private static func options(_ fault: Fault, _ rules: String...) -> TestTill.Options {
        TestTill.Options(faults: rules, timeout: fault == .hang ? "6" : "60")
    }

    private func check(_ story: FreezeStory, _ expected: FaultExpectation, name: String, _ till: TestTill) {
        StoryTable.faults.add(name, story)
        #expect(FaultExpectation(story) == expected, "\(name)")
        #expect(story.complaints == [], "\(name)")
        let alarms = InvalidAnswer.allCases.map(\.rawValue) + ["number_used_before", "caller_wrong"]
        if story.journal.contains(where: { line in alarms.contains { line == "unknown(\($0))" } }) {
            let alarmed = try? till.folder.files(holding: " error ")
            #expect(alarmed == ["postui.log"], "an alarm in the log: \(name)")
        }
    }
}
