import TestSupport
import Testing

@testable import PayEngine

/// Without random bytes nothing is made and nothing is sent.
struct DeskRandomTests {
    private static let fee = Int(SampleTill.fee.value)

    /// The first draw is the number's, the second the request's nonce.
    @Test(arguments: [0, 1])
    func noFreezeIsMade(draws: Int) async throws {
        let random = DryRandom(after: draws)
        let sample = try SampleDesk(random: random) { _ in .answer(SampleAnswer()) }
        #expect(await sample.freeze() == [.rejected(.noRandomBytes)])
        #expect(sample.transport.requests.isEmpty)
        #expect(try sample.events.isEmpty)
        // The till lives, and the same code may be scanned again.
        random.flow(100)
        guard case .settled = await sample.freeze().last else {
            Issue.record("the next freeze does not go through")
            return
        }
    }

    @Test(arguments: [0, 1])
    func noCodeIsShown(draws: Int) async throws {
        let sample = try SampleDesk(random: DryRandom(after: draws)) { _ in .answer(SampleAnswer()) }
        var told: [OrderProgress] = []
        for await progress in await sample.desk.offerCode(CodeRequest(amount: SampleTill.fee)) {
            told.append(progress)
        }
        #expect(told == [.rejected(.noRandomBytes)])
        #expect(sample.transport.requests.allSatisfy { $0.interface == .ping })
        #expect(try sample.events.isEmpty)
    }

    /// The first draws are those of the questions what is left.
    @Test(arguments: [0, 1, 2], [true, false])
    func noReleaseOrConsumeIsMade(draws: Int, releases: Bool) async throws {
        let random = DryRandom(after: 100)
        let sample = try SampleDesk(random: random) { _ in .answer(SampleAnswer()) }
        guard case .settled(let deposit) = await sample.freeze().last else {
            Issue.record("no deposit to begin with")
            return
        }
        sample.clock.advance(by: .seconds(15))
        random.flow(draws)
        var told: [OrderProgress] = []
        let stream =
            releases
            ? await sample.desk.release(ReleaseRequest(number: deposit.number))
            : await sample.desk.consume(ConsumeRequest(number: deposit.number, amount: SampleTill.fee))
        for await progress in stream { told.append(progress) }
        #expect(told.count == 1)
        if case .rejected(.gatewayDown(let cause)) = told.last {
            #expect(cause.contains("no random bytes") && draws < 2)
        } else {
            #expect(told == [.rejected(.noRandomBytes)])
        }
        #expect(sample.transport.requests(to: .unfreeze).isEmpty)
        #expect(sample.transport.requests(to: .depositConsume).isEmpty)
        #expect(try sample.events == ["freeze.intent", "freeze.frozen"])
    }

    @Test func anOpenOrderStaysOpenWhileItCantBeAskedAbout() async throws {
        let random = DryRandom(after: 2)
        let sample = try SampleDesk(random: random) { call in
            call.interface == .microFreeze ? .result(.lost("x")) : .answer(SampleAnswer())
        }
        guard case .leftOpen(let deposit) = await sample.freeze().last else {
            Issue.record("it did not stay open")
            return
        }
        #expect(deposit.outcome == .unknown)
        #expect(sample.transport.requests.count == 1)
        random.flow(100)
        let lookUp = await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        #expect(lookUp.outcome == .done)
    }

    @Test func noPINIsHashed() throws {
        let pin = try #require(Pin("482913"))
        #expect(throws: RandomError.unavailable("dry")) { _ = try PinHash(hashing: pin, random: DryRandom(after: 0)) }
    }
}
