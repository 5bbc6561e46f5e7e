import Synchronization
import TestSupport

@testable import PayEngine
@testable import PosTUI

/// A desk without a gateway: the amount's fen decide what becomes of a freeze.
final class FakeDesk: Desk {
    private let clock = SystemClock()
    private let open = Mutex<[Deposit]>([])
    private let count = Mutex(0)
    private let losses = AsyncStream.makeStream(of: Void.self)
    /// Of a till where nobody has to be asked: approvals can be had from nobody else.
    private let staff: StaffApproval
    private let spent = Mutex<[ApprovedAction]>([])

    init() {
        var configuration = Sample.configuration()
        configuration.staff = []
        staff = StaffApproval(
            configuration: configuration, log: LogFile.logger("staff", configuration: configuration))
    }

    /// What approvals came here for so far.
    var redeemed: [ApprovedAction] { spent.withLock { $0 } }

    /// As if the gateway had closed the kept connection.
    func loseConnection() {
        losses.continuation.yield()
    }

    func freeze(_ request: FreezeRequest) async -> AsyncStream<OrderProgress> {
        let deposit = make(request)
        let (stream, continuation) = AsyncStream.makeStream(of: OrderProgress.self)
        Task {
            for (seconds, progress) in Self.script(deposit) {
                try? await clock.pause(for: .seconds(seconds))
                if case .leftOpen(let order) = progress { open.withLock { $0.append(order.deposit) } }
                continuation.yield(progress)
            }
            continuation.finish()
        }
        return stream
    }

    /// What is told, and after how many seconds.
    private static func script(_ deposit: Deposit) -> [(Int, OrderProgress)] {
        let lost = deposit.with(.unknown, .noAnswer("timeout"))
        let steps: [(Int, OrderProgress)]
        switch deposit.fee.value % 10 {
        case 1:
            steps = [
                (1, .changed(deposit.with(.waiting, .customerTyping))),
                (8, .settled(deposit.with(.done, .inProgress))),
            ]
        case 2: steps = [(1, .settled(deposit.with(.refused, .customerStopped)))]
        case 3: steps = [(1, .changed(lost)), (3, .leftOpen(lost))]
        case 4: steps = [(1, .settled(deposit.with(.notSent, .noConnection("connection refused"))))]
        case 5: steps = [(1, .settled(deposit.with(.over, .releasedOrConsumed)))]
        case 6: return [(0, .rejected(.journal("no space left on device")))]
        case 7: return [(0, .seenBefore(deposit.with(.done, .inProgress)))]
        default: steps = [(1, .settled(deposit.with(.done, .inProgress)))]
        }
        return [(0, .started(deposit))] + steps
    }

    func lookUp(_ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?) async -> LookUp {
        try? await clock.pause(for: .milliseconds(700))
        var found = Sample.lookUp()
        found.number = number.text
        return found
    }

    func openQuestions() async -> [DepositOrder] { open.withLock { $0.map { DepositOrder($0) } } }

    func heldDeposits() async -> [Deposit] { [Sample.deposit(.done)] }

    func reconcile(wait: Duration) async -> [DepositOrder] { await openQuestions() }

    func offerCode(_ request: CodeRequest) async -> AsyncStream<OrderProgress> {
        AsyncStream { continuation in
            for progress in Self.story(of: request) { continuation.yield(progress) }
            continuation.finish()
        }
    }

    /// What is told of a code at once: one amount can't be written, all others are scanned and paid.
    private static func story(of request: CodeRequest) -> [OrderProgress] {
        guard request.amount.value % 10 != 6 else { return [.rejected(.journal("no space left on device"))] }
        let offered = Sample.offered(reference: request.reference)
        return [
            .started(offered.with(.unknown, .inProgress)), .offered(offered, url: Sample.codeURL),
            .changed(offered.with(.waiting, .customerTyping)), .settled(offered.with(.done, .held)),
        ]
    }

    /// One of .08 yuan waits until it is taken back.
    func release(
        _ request: ReleaseRequest, unless withdrawal: Withdrawal, approvedBy approval: consuming Approval
    ) async -> AsyncStream<OrderProgress> {
        let action = approval.action
        spent.withLock { $0.append(action) }
        if request.amount?.value == 8 {
            while !withdrawal.isGiven { await Task.yield() }
            return AsyncStream { continuation in
                continuation.yield(.rejected(.withdrawn))
                continuation.finish()
            }
        }
        let deposit = Sample.deposit(.done, number: request.number.text, fee: 10000, platform: .alipay)
        return follow(.release, request.amount ?? deposit.left, of: deposit)
    }

    func consume(_ request: ConsumeRequest, unless withdrawal: Withdrawal) async -> AsyncStream<OrderProgress> {
        let deposit = Sample.deposit(.done, number: request.number.text, fee: 10000, platform: .alipay)
        return follow(.consume(keepsRest: request.keepsRest), request.amount, of: deposit)
    }

    /// The amount's fen decide, as those of a freeze do.
    private func follow(_ kind: Order.Kind, _ fee: Fen, of deposit: Deposit) -> AsyncStream<OrderProgress> {
        let (stream, continuation) = AsyncStream.makeStream(of: OrderProgress.self)
        func order(_ outcome: Outcome, _ reason: Reason) -> DepositOrder {
            Sample.order(deposit, Sample.laterOrder(kind, outcome, reason, fee: fee.value, of: deposit))
        }
        let lost = order(.unknown, .noAnswer("timeout"))
        let steps: [OrderProgress]
        switch fee.value % 10 {
        case 2: steps = [.settled(order(.refused, .failedAtPlatform))]
        case 3: steps = [.changed(lost), .leftOpen(lost)]
        case 4: steps = [.settled(order(.notSent, .noConnection("connection refused")))]
        case 6: steps = []
        default: steps = [.settled(order(.done, .carriedOut))]
        }
        Task {
            if steps.isEmpty {
                continuation.yield(.rejected(.aboveLeft(left: Fen(1))))
            } else {
                continuation.yield(.started(order(.unknown, .inProgress)))
            }
            for step in steps {
                try? await clock.pause(for: .seconds(1))
                continuation.yield(step)
            }
            continuation.finish()
        }
        return stream
    }

    func close(
        _ number: OrderNumber, reason: String, approvedBy approval: consuming Approval
    ) async throws(ClosingRefusal) -> DepositOrder {
        let action = approval.action
        spent.withLock { $0.append(action) }
        try? await clock.pause(for: .seconds(1))
        throw .tooEarly(secondsLeft: 90)
    }

    func checkPin(staffID: String, pin: Pin) async -> PinAnswer {
        pin == Pin(Sample.pin) ? .accepted : .wrong(left: 4)
    }

    func approve(
        _ action: ApprovedAction, staffID: String, pin: Pin, clerkID: String?
    ) async -> ApprovalAnswer {
        let answer = await checkPin(staffID: staffID, pin: pin)
        guard answer == .accepted else { return .refused(answer) }
        do {
            return .given(try approveWithoutPin(action, staffID: staffID), answer)
        } catch {
            return .refused(.supervisorNeeded)
        }
    }

    func approveWithoutPin(_ action: ApprovedAction, staffID: String?) throws(ApprovalRefusal) -> Approval {
        try staff.approveWithoutPin(action, staffID: staffID)
    }

    func noteSignIn(staffID: String) async {}

    func answers() async -> AsyncStream<String> { AsyncStream { $0.finish() } }

    func find(_ filter: JournalFilter, limit: Int) async -> SearchResults {
        SearchResults(deposits: [Sample.deposit(.done)])
    }

    func gatewayTime() async -> GatewayTime { GatewayTime(now: clock.now, isSure: true) }

    func health() async -> GatewayHealth { .up(base: "https://pay.qcloud.com", clockOffset: 0) }

    func connectionLosses() async -> AsyncStream<Void> {
        losses.stream
    }

    func news() async -> AsyncStream<DepositOrder> {
        AsyncStream { _ in }
    }

    func startNotices() async -> [StartNotice] { [] }

    private func make(_ request: FreezeRequest) -> Deposit {
        let serial = count.withLock { count in
            count += 1
            return count
        }
        return Deposit(
            number: known(OrderNumber("sz010002cz17952387410042" + String(10_000_000 + serial))), fee: request.amount,
            platform: request.code.platform, staffID: request.staffID, maskedCode: request.code.masked, body: "押金",
            reference: request.reference, startTime: clock.now, base: "https://pay.qcloud.com")
    }
}

extension Deposit {
    func with(_ outcome: Outcome, _ reason: Reason) -> Deposit {
        var deposit = self
        deposit.freeze.outcome = outcome
        deposit.freeze.reason = reason
        if outcome.isSettled { deposit.freeze.record = "1a2b3c4d5e6f7081" }
        return deposit
    }
}
