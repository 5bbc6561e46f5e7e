import Synchronization
import TestSupport
import Testing

@testable import PayEngine

/// An order that was answered shows that its base answers, whatever a ping says.
@Suite struct GatewayAnswersTests {
    /// The gateway, for a script that is written before there is one.
    private final class Late: Sendable {
        let gateway = Mutex<Gateway?>(nil)
    }

    @Test func anAnswerToAnOrderIsTold() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        var answers = await sample.desk.answers().makeAsyncIterator()
        _ = await sample.freeze()
        #expect(await answers.next() == SampleTill.first.text)
    }

    @Test(arguments: [true, false])
    func onlyOneThatCameMeanwhileOutweighsAPing(meanwhile: Bool) async {
        let late = Late()
        let gateway = Gateway(
            configuration: SampleTill.configuration(),
            transport: ScriptedTransport { _, _ in
                if meanwhile { late.gateway.withLock { $0 }?.noteOpened(by: SampleTill.second) }
                return .lost("x")
            }, clock: TestClock(), log: SampleTill.silentLog)
        late.gateway.withLock { $0 = gateway }
        if !meanwhile { gateway.noteOpened(by: SampleTill.second) }
        let health = await gateway.health()
        #expect(health == (meanwhile ? .up(base: SampleTill.second.text, clockOffset: nil) : .down))
        late.gateway.withLock { $0 = nil }
    }
}
