import PayEngine
import Testing

@testable import PosTUI

struct HealthCheckTests {
    private let up = GatewayHealth.up(base: "b", clockOffset: 0)

    @Test("Every two minutes while all is well, every few seconds in trouble, never two at once")
    func pauses() {
        var check = HealthCheck()
        let found1 = check.begins(at: 0, health: .unasked)
        #expect(found1)
        let found2 = check.begins(at: 999_999, health: .unasked)
        #expect(!found2)
        check.answered(at: 1000)
        let found3 = check.begins(at: 110_999, health: up)
        #expect(!found3)
        let found4 = check.begins(at: 111_000, health: up)
        #expect(found4)
        check.answered(at: 111_500)
        let found5 = check.begins(at: 126_500, health: .down)
        #expect(found5)
        check.answered(at: 126_600)
        let found6 = check.beginsBeforeScan(at: 127_000)
        #expect(!found6)
        let found7 = check.beginsBeforeScan(at: 156_600)
        #expect(found7)
    }

    @Test("The clock asks, through the till")
    func ticks() {
        var till = TestTill()
        till.pass(milliseconds: 109_000)
        #expect(till.effects.isEmpty)
        till.pass(milliseconds: 2000)
        till.pass(milliseconds: 200_000)
        #expect(till.effects == [.checkHealth])
    }
}
