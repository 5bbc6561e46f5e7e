import Synchronization
import TestSupport
import Testing

@testable import PayEngine

/// What a desk leaves behind that is closed in the middle of its work.
@Suite(.timeLimit(.minutes(1))) struct DeskEndTests {
    private static let intents = ["freeze.intent"]

    /// A script that holds every request to these interfaces until its task is cancelled.
    private static func holding(
        _ interfaces: Set<Interface>, then reply: SampleDesk.Reply = .result(.lost("x")),
        else other: @escaping @Sendable (SampleDesk.Call) -> SampleDesk.Reply = { _ in .answer(SampleAnswer()) }
    ) -> SampleDesk.Script {
        { call in
            guard interfaces.contains(call.interface) else { return other(call) }
            while !Task.isCancelled { await Task.yield() }
            return reply
        }
    }

    private func arrival(_ sample: SampleDesk, _ interface: Interface) async {
        while sample.transport.requests(to: interface).isEmpty { await Task.yield() }
    }

    private func rest() async {
        for _ in 0..<200 { await Task.yield() }
    }

    @Test func aFreezeUnderWayStaysOpenAsAKillWouldLeaveIt() async throws {
        let sample = try SampleDesk(script: Self.holding([.microFreeze]))
        await sample.desk.followOpenQuestions()
        var stream = await sample.desk.freeze(SampleDesk.request()).makeAsyncIterator()
        guard case .started(let order)? = await stream.next() else { throw CancellationError() }
        await arrival(sample, .microFreeze)
        let killed = try sample.crashed()
        await sample.desk.close()
        #expect(try sample.events == Self.intents)
        #expect(try SampleDesk.events(in: killed) == Self.intents)
        guard case .leftOpen(let left)? = await stream.next() else {
            Issue.record("an order that may have worked is left open")
            return
        }
        #expect(left.number == order.number && left.isOpen)
        #expect(await stream.next() == nil)
        await rest()
        #expect(sample.transport.requests.count == 1)
        // Both starts ask about the same order, and freeze nothing.
        for directory in [sample.directory, killed] {
            let next = try SampleDesk(directory: directory) { _ in .answer(SampleAnswer()) }
            #expect(await next.desk.openQuestions().map(\.number) == [order.number])
            #expect(await next.desk.reconcile(wait: .zero).isEmpty)
            #expect(next.transport.requests.map(\.interface) == [.queryFreezeOrder])
        }
    }

    @Test func anAnswerThatComesAllTheSameIsRecorded() async throws {
        let sample = try SampleDesk(script: Self.holding([.microFreeze], then: .answer(SampleAnswer())))
        let stream = await sample.desk.freeze(SampleDesk.request())
        await arrival(sample, .microFreeze)
        await sample.desk.close()
        #expect(try sample.events == Self.intents + ["freeze.frozen"])
        var last: OrderProgress?
        for await progress in stream { last = progress }
        guard case .settled(let order)? = last else {
            Issue.record("\(String(describing: last))")
            return
        }
        #expect(order.outcome == .done)
    }

    /// Between two questions, and while one is under way.
    @Test(arguments: [true, false]) func whatIsAskedInTheBackgroundEnds(isPaused: Bool) async throws {
        let first = try SampleDesk { _ in .result(.lost("x")) }
        _ = await first.freeze(SampleDesk.request(wait: .zero))
        let directory = try first.crashed()
        let before = try SampleDesk.events(in: directory)
        let held: Set<Interface> = isPaused ? [] : [.queryFreezeOrder]
        let sample = try SampleDesk(
            directory: directory, script: Self.holding(held, else: { _ in .result(.lost("x")) }))
        sample.clock.stop(after: .seconds(1))
        await sample.desk.followOpenQuestions()
        await arrival(sample, .queryFreezeOrder)
        await sample.desk.close()
        let count = sample.transport.requests.count
        sample.clock.goOn(for: .seconds(100_000))
        await rest()
        #expect(sample.transport.requests.count == count)
        #expect(try sample.events == before)
    }

    @Test func aReleaseThatIsHeldBackIsNotMade() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        guard case .settled(let frozen)? = await sample.freeze().last else { throw CancellationError() }
        sample.clock.stop(after: .zero)
        var stream = await sample.desk.release(ReleaseRequest(number: frozen.number)).makeAsyncIterator()
        guard case .heldBack? = await stream.next() else { throw CancellationError() }
        await sample.desk.close()
        guard case .rejected(.journal)? = await stream.next() else {
            Issue.record("a release that was not made is refused")
            return
        }
        #expect(try sample.events == ["freeze.intent", "freeze.frozen"])
        #expect(sample.transport.requests(to: .unfreeze).isEmpty)
    }

    @Test func aClosedDeskMakesNothing() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        await sample.desk.close()
        let told = await sample.freeze()
        guard case .rejected(.journal)? = told.last, told.count == 1 else {
            Issue.record("\(told)")
            return
        }
        #expect(sample.transport.requests.isEmpty)
        #expect(try sample.events.isEmpty)
        // Once more does no harm.
        await sample.desk.close()
    }

    /// Without the last query's answer nobody closes a question by hand.
    @Test func nothingIsClosedByHandWhileTheDeskEnds() async throws {
        let sample = try SampleDesk(
            script: Self.holding([.queryFreezeOrder], else: { _ in .result(.lost("x")) }))
        guard case .leftOpen(let order)? = await sample.freeze(SampleDesk.request(wait: .zero)).last else {
            throw CancellationError()
        }
        let before = try sample.events
        sample.clock.advance(by: .seconds(10_000))
        let desk = sample.desk
        let closing = Task { () async -> ClosingRefusal? in
            do throws(ClosingRefusal) {
                _ = try await desk.close(order.number, staffID: nil, reason: "x")
                return nil
            } catch {
                return error
            }
        }
        await arrival(sample, .queryFreezeOrder)
        closing.cancel()
        guard case .journal? = await closing.value else {
            Issue.record("closed without an answer")
            return
        }
        #expect(try sample.events == before)
    }
}
