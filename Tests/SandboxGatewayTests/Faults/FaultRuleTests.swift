import Testing

@testable import SandboxGateway

struct FaultRuleTests {
    @Test(arguments: [
        "lost", "lost@micro_freeze", "lost@micro_freeze:1", "slow=1500:2", "password=2q@micro_freeze:1",
        "skew=-300", "state=12@query_freeze_order", "html-502@ping", "not-there=3",
        "late-done=2q@unfreeze:1", "refunded=0@deposit_consume", "no-ext@scancode_freeze", "absent-state@query_order",
    ])
    func isWrittenAsItIsRead(_ text: String) throws {
        #expect(try FaultRule(text).text == text)
    }

    @Test(arguments: [
        "", "loss", "lost@", "lost@refund", "lost:", "lost:0", "lost:-1", "lost:x", "lost=3", "password=x",
        "password=-1", "password=1.5", "slow=-1", "slow=2q", "password@query_freeze_order", "ping-down@micro_freeze",
        "bad-signature@ping", "skew=x", "state=", "history@unfreeze", "password@deposit_consume", "refunded@unfreeze",
        "failed@micro_freeze", "other-number@scancode_freeze", "both-exts@scancode_freeze", "failed=3",
    ])
    func refusesWhatMakesNoSense(_ text: String) {
        #expect(throws: FaultRule.Problem.self) { try FaultRule(text) }
    }

    @Test func everyFaultHasItsFacts() {
        #expect(FaultFacts.all.map(\.fault) == Fault.allCases)
    }

    @Test func strikesAsOftenAsItWasTold() throws {
        var mischief = FaultInjection(rules: [try FaultRule("lost@micro_freeze:2"), try FaultRule("slow=1")])
        #expect(mischief.strike(.microFreeze).faults == [.lost])
        #expect(mischief.strike(.queryFreezeOrder).faults == [.slow])
        #expect(mischief.strike(.ping).faults == [])
        #expect(mischief.strike(.microFreeze).faults == [.lost])
        #expect(mischief.strike(.microFreeze).faults == [.slow])
        #expect(mischief.rules.map(\.text) == ["slow=1"])
    }

    @Test(arguments: ["status-103", "absent-state", "swallowed"])
    func anOrdersFaultWaitsWhileNothingIsMade(_ fault: String) throws {
        var mischief = FaultInjection(rules: [try FaultRule("password:1"), try FaultRule("\(fault)@micro_freeze:2")])
        #expect(mischief.strike(.microFreeze).order == nil)
        #expect(mischief.strike(.microFreeze).order == nil)
        #expect(mischief.rules.map(\.text) == ["password:1"])
        #expect(mischief.strike(.microFreeze).faults == [.password])
        #expect(mischief.rules.isEmpty)
    }

    @Test func anOrdersFaultAndALinesFaultStrikeTogether() throws {
        var bank = try TestBank()
        try bank.order("password:1", "lost@micro_freeze:1")
        let first = bank.ask(.microFreeze, Sample.freeze())
        #expect(first.reply.fate == .close)
        #expect(first.reply.note.faults == [.password, .lost])
        #expect(bank.ask(.queryFreezeOrder, Sample.query()).state() == 3)
        try bank.order("hang@micro_freeze:1")
        let amount = bank.ask(
            .microFreeze, Sample.freeze(11, number: Sample.number + "1", code: "111111111111111111"))
        #expect(amount.reply.note.faults == [.password, .hang])
    }
}
