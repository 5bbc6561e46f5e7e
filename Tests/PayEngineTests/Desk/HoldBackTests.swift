import Glibc
import Synchronization
import TestSupport
import Testing

@testable import PayEngine

/// WeChat Pay takes no release within 15 seconds of the freeze.
@Suite struct HoldBackTests {
    private static let fee = Int(SampleTill.fee.value)

    /// A gateway that tells of a freeze so many seconds ago, or not when.
    private func desk(
        directory: String? = nil, frozenAgo: Int64?, platform: PayPlatform = .wechat, pings: Bool = true
    ) throws -> SampleDesk {
        let moment = Mutex<Int64?>(nil)
        return try SampleDesk(directory: directory) { call in
            switch call.interface {
            case .microFreeze, .queryFreezeOrder:
                var answer = SampleAnswer()
                answer.platform = platform
                answer.endTime = moment.withLock { $0 }.map { Int($0) }
                return .answer(answer)
            case .depositConsume: return SampleMovement.consume(call, state: platform == .wechat ? 3 : 2, fee: 100)
            default: return SampleMovement.release(call, state: 2, fee: Self.fee, platform: platform)
            }
        } ping: { clock in
            moment.withLock { $0 = frozenAgo.map { clock.now.seconds - $0 } }
            return pings ? "{\"status\":0,\"timestamp\":\(clock.now.seconds)}" : "{\"status\":1}"
        }
    }

    private func frozen(_ sample: SampleDesk, _ platform: PayPlatform = .wechat) async throws -> OrderNumber {
        _ = await sample.desk.health()
        let code = platform == .wechat ? SampleTill.wechatCode : SampleTill.alipayCode
        guard case .settled(let deposit)? = await sample.freeze(SampleDesk.request(code)).last else {
            throw CancellationError()
        }
        return deposit.number
    }

    private func seconds(_ told: [OrderProgress]) -> [Int] {
        told.compactMap { if case .heldBack(let seconds) = $0 { seconds } else { nil } }
    }

    private func release(_ sample: SampleDesk, _ number: OrderNumber) async -> [OrderProgress] {
        var told: [OrderProgress] = []
        for await progress in await sample.desk.release(ReleaseRequest(number: number)) { told.append(progress) }
        return told
    }

    /// Whichever comes first: 15 s since this process knew it frozen, or the gateway's clock.
    @Test(
        arguments: [
            (nil, 0, 15), (nil, 14, 1), (nil, 15, 0), (nil, 100, 0), (0, 0, 15), (10, 0, 5), (15, 0, 0), (60, 0, 0),
            (-600, 0, 15), (0, 9, 6),
        ] as [(Int64?, Int, Int)])
    func aReleaseWaits(frozenAgo: Int64?, passed: Int, seconds wanted: Int) async throws {
        let sample = try desk(frozenAgo: frozenAgo)
        let number = try await frozen(sample)
        sample.clock.advance(by: .seconds(passed))
        let start = sample.clock.boottime
        let told = await release(sample, number)
        #expect(seconds(told) == Array(stride(from: wanted, to: 0, by: -1)))
        #expect(sample.clock.boottime - start == .seconds(wanted))
        #expect(sample.transport.requests(to: .unfreeze).count == 1)
        guard case .settled(let order)? = told.last else {
            Issue.record("\(told)")
            return
        }
        #expect(order.outcomeName == "released")
    }

    @Test func oneThatIsTakenBackIsNeverSent() async throws {
        let sample = try desk(frozenAgo: 0)
        let number = try await frozen(sample)
        var told: [OrderProgress] = []
        let withdrawal = Withdrawal()
        sample.clock.inPauses { withdrawal.give() }
        for await progress in await sample.desk.release(ReleaseRequest(number: number), unless: withdrawal) {
            told.append(progress)
        }
        guard told == [.heldBack(seconds: 15), .rejected(.withdrawn)] else {
            Issue.record("\(told)")
            return
        }
        #expect(sample.transport.requests(to: .unfreeze).isEmpty)
        #expect(try sample.events.last == "freeze.frozen")
        #expect(await sample.desk.openQuestions().isEmpty)
        sample.clock.advance(by: .seconds(20))
        guard case .settled? = await release(sample, number).last else {
            Issue.record("the next one is not taken back")
            return
        }
        withdrawal.give()
        #expect(await sample.desk.openQuestions().isEmpty)
    }

    /// Taken back before the desk came to it.
    @Test(arguments: [false, true]) func oneThatIsTakenBackAtOnceIsNeverMade(isRelease: Bool) async throws {
        let sample = try desk(frozenAgo: 20)
        let number = try await frozen(sample)
        let withdrawal = Withdrawal()
        withdrawal.give()
        let stream =
            isRelease
            ? await sample.desk.release(ReleaseRequest(number: number), unless: withdrawal)
            : await sample.desk.consume(ConsumeRequest(number: number, amount: Fen(100)), unless: withdrawal)
        var told: [OrderProgress] = []
        for await progress in stream { told.append(progress) }
        #expect(told.last == .rejected(.withdrawn))
        #expect(sample.transport.requests(to: isRelease ? .unfreeze : .depositConsume).isEmpty)
        #expect(try sample.events.last == "freeze.frozen")
    }

    /// What another process froze: by `time_end`, or 15 s from the answer.
    @Test(arguments: [(nil, 15, true), (3, 12, true), (20, 0, true), (20, 15, false)] as [(Int64?, Int, Bool)])
    func anotherProcesssDepositWaitsToo(frozenAgo: Int64?, seconds wanted: Int, pings: Bool) async throws {
        let first = try desk(frozenAgo: frozenAgo)
        let number = try await frozen(first)
        let directory = try first.crashed()
        // The gateway's clock must not be known from the first one's ping.
        if !pings { _ = unlink(GatewayClockFile(journalDirectory: directory).path) }
        let sample = try desk(directory: directory, frozenAgo: frozenAgo, pings: pings)
        _ = await sample.desk.health()
        #expect(seconds(await release(sample, number)).first ?? 0 == wanted)
        #expect(sample.transport.requests(to: .unfreeze).count == 1)
    }

    @Test func alipayAndConsumesDoNotWait() async throws {
        let alipay = try desk(frozenAgo: 0, platform: .alipay)
        let first = try await frozen(alipay, .alipay)
        #expect(seconds(await release(alipay, first)).isEmpty)
        let wechat = try desk(frozenAgo: 0)
        let start = wechat.clock.boottime
        let second = try await frozen(wechat)
        for await _ in await wechat.desk.consume(ConsumeRequest(number: second, amount: Fen(100))) {}
        #expect(wechat.clock.boottime == start)
        #expect(wechat.transport.requests(to: .depositConsume).count == 1)
    }

    /// Nothing is written or sent meanwhile, and the gateway is asked once more before the intent.
    @Test func nothingIsWrittenWhileItWaits() async throws {
        let sample = try desk(frozenAgo: nil)
        let number = try await frozen(sample)
        // The first pause never ends.
        sample.clock.stop(after: .zero)
        for await progress in await sample.desk.release(ReleaseRequest(number: number)) {
            #expect(progress == .heldBack(seconds: 15))
            break
        }
        #expect(try sample.events == ["freeze.intent", "freeze.frozen"])
        #expect(sample.transport.requests(to: .unfreeze).isEmpty)
        #expect(await sample.desk.openQuestions().isEmpty)
    }
}
