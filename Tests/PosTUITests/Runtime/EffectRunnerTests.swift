import PayEngine
import TestSupport
import Testing

@testable import PosTUI

struct EffectRunnerTests {
    /// Waits on the mailbox's own descriptor, as the loop does.
    private func next(_ mailbox: Mailbox, until isLast: (Event.Content) -> Bool) async -> [Event.Content] {
        var all: [Event.Content] = []
        while !(all.last.map(isLast) ?? false) {
            all += mailbox.takeAll()
            await Task.yield()
        }
        return all
    }

    /// Of a till where nobody has to be asked.
    private func release(by runner: EffectRunner, _ id: AttemptID, _ number: OrderNumber, _ amount: Fen) {
        let request = ReleaseRequest(number: number, amount: amount)
        let approval = ApprovalID(value: 100 + id.value)
        runner.run(.approveWithoutPin(approval, request.approvedAction, staffID: nil))
        runner.run(.release(id, request, approvedBy: approval))
    }

    @Test func aFreezesStoryArrivesInOrderWithAnEnd() async throws {
        let mailbox = try Mailbox()
        let runner = EffectRunner(desk: FakeDesk(), mailbox: mailbox)
        let code = try AuthorCode(scanned: Sample.weChatCode, prefixes: CodePrefixes())
        let id = FreezeID(value: 7)
        runner.run(.freeze(id, FreezeRequest(amount: Fen(1256), code: code)))
        let told = await next(mailbox) { if case .freezeEnded = $0 { true } else { false } }
        #expect(told.count == 2)
        guard case .freeze(id, .rejected(.journal)) = told[0] else {
            Issue.record("\(told[0])")
            return
        }
    }

    @Test func aReleasesStoryAndAPINsAnswerArrive() async throws {
        let mailbox = try Mailbox()
        let runner = EffectRunner(desk: FakeDesk(), mailbox: mailbox)
        let number = try #require(OrderNumber(Sample.number))
        let id = AttemptID(value: 3)
        release(by: runner, id, number, Fen(1256))
        var told = await next(mailbox) { if case .orderEnded(id) = $0 { true } else { false } }
        #expect(told.count == 2)
        guard case .order(id, .rejected(.aboveLeft)) = told[0] else {
            Issue.record("\(told[0])")
            return
        }
        runner.run(.consume(id, ConsumeRequest(number: number, amount: Fen(1256))))
        told = await next(mailbox) { if case .orderEnded(id) = $0 { true } else { false } }
        #expect(told.count == 2)
        for (text, expected) in [(Sample.pin, PinAnswer.accepted), ("0000", .wrong(left: 4))] {
            let pin = try #require(Pin(text))
            runner.run(.approve(ApprovalID(value: 4), .closing(number), staffID: "0002", pin, clerkID: nil))
            told = await next(mailbox) { if case .approved = $0 { true } else { false } }
            guard case .approved(ApprovalID(value: 4), expected) = told[0] else {
                Issue.record("\(told[0])")
                return
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func whatIsTakenBackIsSoAtOnceAndOnlyThat() async throws {
        let mailbox = try Mailbox()
        let runner = EffectRunner(desk: FakeDesk(), mailbox: mailbox)
        let number = try #require(OrderNumber(Sample.number))
        let (first, other) = (AttemptID(value: 1), AttemptID(value: 2))
        release(by: runner, other, number, Fen(1256))
        release(by: runner, first, number, Fen(8))
        runner.run(.withdraw(first))
        // The two end in any order.
        var told = await next(mailbox) { if case .orderEnded = $0 { true } else { false } }
        while told.count(where: { if case .orderEnded = $0 { true } else { false } }) < 2 {
            told += mailbox.takeAll()
            await Task.yield()
        }
        let isWithdrawn = told.contains { if case .order(first, .rejected(.withdrawn)) = $0 { true } else { false } }
        #expect(isWithdrawn)
        let isOtherToo = told.contains { if case .order(other, .rejected(.withdrawn)) = $0 { true } else { false } }
        #expect(!isOtherToo)
    }

    @Test func aCodesStoryArrivesInOrderAndListsSearchesAndPINsAreAnswered() async throws {
        let mailbox = try Mailbox()
        let runner = EffectRunner(desk: FakeDesk(), mailbox: mailbox)
        let id = FreezeID(value: 7)
        runner.run(.offerCode(id, CodeRequest(amount: Fen(1250))))
        let told = await next(mailbox) { if case .freezeEnded = $0 { true } else { false } }
        #expect(told.count == 5)
        guard case .freeze(id, .offered(_, url: Sample.codeURL, _)) = told[1] else {
            Issue.record("\(told[1])")
            return
        }
        runner.run(.loadHeld)
        let board = await next(mailbox) { if case .held = $0 { true } else { false } }
        guard case .gatewayTime? = board.first, case .held(let deposits)? = board.last else { throw Unexpected() }
        #expect(deposits.count == 1)
        runner.run(.find(SearchID(value: 3), JournalFilter()))
        guard case .found(SearchID(value: 3), let found)? = await next(mailbox, until: { _ in true }).last else {
            throw Unexpected()
        }
        #expect(found.deposits.count == 1)
        for (text, answer) in [(Sample.pin, PinAnswer.accepted), ("0000", .wrong(left: 4))] {
            runner.run(.signIn(staffID: "0002", try #require(Pin(text))))
            guard case .signedIn("0002", answer)? = await next(mailbox, until: { _ in true }).last else {
                throw Unexpected()
            }
        }
    }

    private struct Unexpected: Error {}

    @Test func afterTheLoopHasEndedNothingIsBegun() async throws {
        let mailbox = try Mailbox()
        let runner = EffectRunner(desk: FakeDesk(), mailbox: mailbox)
        runner.run(.checkHealth)
        let told = await next(mailbox) { if case .health = $0 { true } else { false } }
        #expect(told.count == 1)
        runner.stop()
        runner.run(.checkHealth)
        for _ in 0..<100 { await Task.yield() }
        #expect(mailbox.takeAll().isEmpty)
    }

    @Test(.timeLimit(.minutes(1)))
    func whatGoesOnForEverEndsWithTheLoopAndItsOwnerWaitsForIt() async throws {
        let tasks = OwnedTasks()
        let runner = EffectRunner(desk: FakeDesk(), mailbox: try Mailbox(), tasks: tasks)
        for effect in [Effect.listenToNews, .watchConnection] { runner.run(effect) }
        #expect(tasks.count == 2)
        runner.stop()
        await tasks.end()
        #expect(tasks.count == 0)
    }

    @Test func everyLossOfTheConnectionIsToldAndLeadsToANewOneWhereItIsNeeded() async throws {
        let mailbox = try Mailbox()
        let desk = FakeDesk()
        let runner = EffectRunner(desk: desk, mailbox: mailbox)
        runner.run(.watchConnection)
        var till = TestTill()
        till.press(.function(2), .character("1"))
        for _ in 0..<2 {
            till.pass(milliseconds: 8000)
            desk.loseConnection()
            for content in await next(mailbox, until: { if case .connectionLost = $0 { true } else { false } }) {
                till.hear(content)
            }
            let effect = try #require(till.effects.last)
            #expect(effect == .checkHealth)
            runner.run(effect)
            for content in await next(mailbox, until: { if case .health = $0 { true } else { false } }) {
                till.hear(content)
            }
            till.clearEffects()
        }
    }

    @Test func whatManyThreadsPostArrivesEachThreadsInOrder() async throws {
        let mailbox = try Mailbox()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<200 { mailbox.post(.tick) } } }
        }
        #expect(mailbox.takeAll().count == 1600)
        #expect(mailbox.takeAll().isEmpty)
    }
}
