import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// A till that does one thing after another as luck will have it, on a gateway that fails as luck will have it.
struct DeskWalk {
    private enum Step: CaseIterable {
        case fault, freeze, offer, release, consume, reconcile, look, restart, wait
    }

    /// Each is told and written at once; a hang takes real time, and the last two no walk can reach.
    private static let unwanted: Set<Fault> = [.hang, .pingDown, .skew]

    let till: TestTill
    private var luck: SplitMix
    private var desk: PaymentDesk?
    private var deposits: [OrderNumber] = []
    /// What was done, for whoever follows a failure.
    private(set) var story: [String] = []
    private(set) var complaints: [String] = []

    init(till: TestTill, seed: UInt64) throws {
        self.till = till
        luck = SplitMix(seed: seed)
        desk = try till.desk()
    }

    mutating func walk(steps: Int) async throws {
        for _ in 0..<steps where complaints.isEmpty {
            try await take(Step.allCases.randomElement(using: &luck) ?? .wait)
            complaints += try await ledgers().differencesThatMustNeverBe
        }
        try await end()
    }

    private mutating func take(_ step: Step) async throws {
        switch step {
        case .fault: try await orderFault()
        case .freeze: try await freeze()
        case .offer: try await offer()
        case .release: try await release()
        case .consume: try await consume()
        case .reconcile:
            let wait = Duration.seconds(Int.random(in: 0...300, using: &luck))
            let open = await desk?.reconcile(wait: wait) ?? []
            story.append("reconcile for \(wait): \(open.count) open")
        case .look:
            guard let number = deposits.randomElement(using: &luck) else { return }
            story.append("look at \(number)")
            _ = await desk?.lookUp(number, releaseNumber: nil, platform: nil)
        case .restart: try await restart()
        case .wait: till.clock.advance(by: .seconds(Int.random(in: 1...200, using: &luck)))
        }
    }

    private mutating func orderFault() async throws {
        guard let interface = BankInterface.signed.randomElement(using: &luck) else { return }
        let faults = Fault.allCases.filter { $0.allowed.contains(interface) && !Self.unwanted.contains($0) }
        guard let fault = faults.randomElement(using: &luck) else { return }
        let rule = "\(fault.rawValue)@\(interface.rawValue):\(Int.random(in: 1...3, using: &luck))"
        story.append(rule)
        try await till.server.add(rule)
    }

    private mutating func freeze() async throws {
        guard let desk else { return }
        let platform = luckyPlatform()
        var request = try till.request(Fen(Int64.random(in: 2000...4000, using: &luck)), platform)
        request.wait = luckyWait()
        for await progress in await desk.freeze(request) { await hear(Told(progress)) }
    }

    private mutating func offer() async throws {
        guard let desk else { return }
        let request = CodeRequest(amount: Fen(Int64.random(in: 2000...4000, using: &luck)), wait: luckyWait())
        let scans = Bool.random(using: &luck)
        for await progress in await desk.offerCode(request) {
            await hear(Told(progress))
            guard case .offered(let deposit, _, _) = progress, scans else { continue }
            // An order with a course of its own has no code to scan.
            try? await till.server.scanCode(of: deposit.number.text, pays: Bool.random(using: &luck))
        }
    }

    private mutating func release() async throws {
        guard let desk else { return }
        guard let number = deposits.randomElement(using: &luck) else { return }
        let part = Bool.random(using: &luck) ? Fen(Int64.random(in: 1...1500, using: &luck)) : nil
        let request = ReleaseRequest(number: number, amount: part, wait: luckyWait())
        for await progress in await desk.release(request) { await hear(Told(progress)) }
    }

    private mutating func consume() async throws {
        guard let desk else { return }
        guard let number = deposits.randomElement(using: &luck) else { return }
        let request = ConsumeRequest(
            number: number, amount: Fen(Int64.random(in: 1...1500, using: &luck)),
            keepsRest: Bool.random(using: &luck), wait: luckyWait())
        for await progress in await desk.consume(request) { await hear(Told(progress)) }
    }

    /// Takes in a report: what is told as settled must be so at the gateway at that moment.
    ///
    /// Absence is what the gateway itself said, and is asked about again later.
    private mutating func hear(_ told: Told) async {
        story.append("\(told.order?.number.text ?? "-") \(told.text)")
        guard let order = told.order else { return }
        if !deposits.contains(order.deposit.number) { deposits.append(order.deposit.number) }
        guard order.isSettled, order.reason != .neverArrived else { return }
        let there = await till.server.orders.first { $0.order.number == order.deposit.number.text }
        let isDone: Bool
        switch order.kind {
        case .release, .consume:
            let own = there?.order.movements.first { $0.number == order.number.text }
            isDone = own.map { $0.stage(at: there?.now ?? 0).isEffective } ?? false
        case .freeze:
            isDone = there.map { $0.stage == .frozen || $0.stage == .over } ?? false
        }
        let saysDone = ["frozen", "over", "released", "consumed"].contains(order.outcomeName)
        if saysDone != isDone { complaints.append("told \(told.text), at the gateway done: \(isDone)") }
    }

    /// The journal is all that a new start knows.
    private mutating func restart() async throws {
        story.append("restart")
        desk = nil
        var next: PaymentDesk?
        try await Polling.until("the lock is free, once the last telling has let go of its desk") {
            next = try? till.desk()
            return next != nil
        }
        desk = next
    }

    /// The gateway works again, and all is asked: then both books are the same.
    private mutating func end() async throws {
        await till.server.clearFaults()
        till.clock.advance(by: .seconds(7200))
        try await restart()
        let open = await desk?.reconcile(wait: .seconds(400)) ?? []
        story.append("\(open.count) open at the end")
        for number in deposits { _ = await desk?.lookUp(number, releaseNumber: nil, platform: nil) }
        complaints += try await ledgers().differences() + till.witness.complaints
    }

    private func ledgers() async throws -> Ledgers {
        try await Ledgers(journal: till.configuration.journalDirectory, server: till.server)
    }

    private mutating func luckyPlatform() -> PayPlatform {
        Bool.random(using: &luck) ? .wechat : .alipay
    }

    /// Often nobody waits for the end.
    private mutating func luckyWait() -> Duration? {
        Bool.random(using: &luck) ? nil : .seconds(Int.random(in: 0...10, using: &luck))
    }
}
