import Testing

@testable import SandboxGateway

struct FaultScriptTests {
    @Test func hasOneFaultALineWithComments() throws {
        let text = "# a story\nlost@unfreeze:2   # twice\n\n  status-103@query_order\r\nnot-there=3@deposit_consume"
        let script = try FaultScript(text, name: "story.txt")
        #expect(
            script.rules.map(\.text) == [
                "lost@unfreeze:2", "status-103@query_order:1", "not-there=3@deposit_consume:1",
            ])
    }

    @Test(arguments: [
        ("lost\nloss@unfreeze", "story.txt:2: loss@unfreeze: there is no fault loss"),
        ("\n\nlost:0", "story.txt:3: a count is at least 1"),
        ("lost slow", "story.txt:1: slow: one fault a line is wanted"),
        ("history@unfreeze", "story.txt:1: history can not strike unfreeze"),
    ])
    func namesFileAndLineOfWhatIsWrong(_ text: String, _ problem: String) {
        #expect(throws: FaultScript.Problem(description: problem)) { try FaultScript(text, name: "story.txt") }
    }

    @Test func linesAreUsedUpInTheirOrder() throws {
        var bank = try TestBank()
        let text = "works@query_freeze_order\nstatus-3@query_freeze_order:2\nstatus-103@query_freeze_order"
        bank.mischief.rules = try FaultScript(text, name: "").rules
        #expect(bank.ask(.microFreeze, Sample.freeze()).status == 0)
        let statuses = (0..<5).map { _ in bank.ask(.queryFreezeOrder, Sample.query()).status }
        #expect(statuses == [0, 3, 3, 103, 0])
        #expect(bank.mischief.rules.isEmpty)
    }

    /// The example of the documentation does what it says.
    @Test func tellsAStory() throws {
        let text = """
            works@query_unfreeze_order:1
            not-there=2@unfreeze
            status-103@deposit_consume:2
            transforming=3q@deposit_consume
            slow=1500@query_order:3
            """
        var bank = try TestBank()
        bank.mischief.rules = try FaultScript(text, name: "").rules
        #expect(bank.ask(.microFreeze, Sample.freeze(platform: .alipay)).status == 0)
        #expect(bank.ask(.queryUnfreezeOrder, Sample.query(platform: .alipay)).status == 0)
        #expect(bank.ask(.unfreeze, Sample.unfreeze(50, platform: .alipay)).reply.fate == .close)
        let seen = (0..<3).map { _ in
            bank.ask(.queryUnfreezeOrder, Sample.queryRelease(platform: .alipay)).releases?.count
        }
        #expect(seen == [0, 0, 1])
        let content = Sample.consume(100, releasesRest: false, platform: .alipay)
        let sent = (0..<3).map { _ in bank.ask(.depositConsume, content).status }
        #expect(sent == [103, 103, 0])
        let states = (0..<4).map { _ in bank.ask(.queryOrder, Sample.queryOrder(platform: .alipay)) }
        #expect(states.map { $0.movementState(.alipay) } == [4, 4, 4, 2])
        #expect(states.map(\.reply.fate) == Array(repeating: .late(milliseconds: 1500), count: 3) + [.pass])
    }
}
