import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// What a cell came to: what was told, what the journal holds, what the gateway did, and whether both agree.
struct MatrixStory: Sendable {
    var told: [String] = []
    /// The order's own events when the telling ended.
    var journal: [String] = []
    /// Those that came when everything was asked again.
    var later: [String] = []
    var sendings = 0
    var effects = 0
    var isOpen = false
    /// Whether it turned out to be done after something else was told.
    var isLate = false
    var differences: [String] = []
    private var number: OrderNumber?
    private var deposit: OrderNumber?

    static func run(_ cell: MatrixCell, desk: PaymentDesk, till: TestTill) async throws -> MatrixStory {
        var story = MatrixStory()
        await till.server.clearFaults()
        if cell.lane.isMovement {
            story.deposit = try await frozenDeposit(cell.lane, desk: desk, till: till)
        }
        for rule in cell.rules ?? [] { try await till.server.add(rule) }
        try await story.perform(cell, desk: desk, till: till)
        let before = try story.lines(cell.lane, till)
        await till.server.clearFaults()
        // Long enough for what the platform does not know, and for a code that is too old.
        story.isOpen = await desk.reconcile(wait: .seconds(400)).contains { $0.number == story.number }
        if cell.needsLook, let deposit = story.deposit ?? story.number {
            till.clock.advance(by: .seconds(60))
            _ = await desk.lookUp(deposit, releaseNumber: nil, platform: nil)
        }
        let after = try story.lines(cell.lane, till)
        story.journal = before
        story.later = Array(after.dropFirst(before.count))
        try await story.compare(cell, till)
        return story
    }

    private static func frozenDeposit(_ lane: Lane, desk: PaymentDesk, till: TestTill) async throws -> OrderNumber {
        var last: Told?
        for await progress in await desk.freeze(try till.request(Lane.deposit, lane.platform)) { last = Told(progress) }
        let order = try #require(last?.order)
        try #require(order.outcomeName == "frozen")
        return order.number
    }

    private mutating func perform(_ cell: MatrixCell, desk: PaymentDesk, till: TestTill) async throws {
        let lane = cell.lane
        switch lane {
        case .freezeWeChat, .freezeAlipay:
            for await progress in await desk.freeze(try till.request(Lane.deposit, lane.platform)) {
                hear(Told(progress))
            }
        case .codeAlipay:
            for await progress in await desk.offerCode(CodeRequest(amount: Lane.deposit)) {
                hear(Told(progress))
                guard case .offered(let deposit, _, _) = progress, cell.fault != .absent else { continue }
                // What follows a course of its own has no code to scan.
                try? await till.server.scanCode(of: deposit.number.text, pays: !cell.letsCustomerWait)
            }
        case .releaseWeChat, .releaseAlipay:
            let number = try #require(deposit)
            let request = ReleaseRequest(number: number, amount: lane == .releaseWeChat ? nil : Lane.part)
            for await progress in await desk.release(request) { hear(Told(progress)) }
        case .consumeWeChat, .consumeAlipay, .consumeKeeping:
            let number = try #require(deposit)
            let request = ConsumeRequest(number: number, amount: Lane.part, keepsRest: lane == .consumeKeeping)
            for await progress in await desk.consume(request) { hear(Told(progress)) }
        }
    }

    private mutating func hear(_ told: Told) {
        self.told.append(told.text)
        number = told.order?.number ?? number
    }

    private func lines(_ lane: Lane, _ till: TestTill) throws -> [String] {
        guard let number else { return [] }
        return try JournalLine.about(number.text, in: till.configuration.journalDirectory).map {
            $0.description.replacing(lane.word, with: "")
        }
    }

    private mutating func compare(_ cell: MatrixCell, _ till: TestTill) async throws {
        let ledgers = try await Ledgers(journal: till.configuration.journalDirectory, server: till.server)
        differences = ledgers.differences(only: deposit ?? number) + till.witness.complaints
        guard let number else { return }
        sendings = ledgers.requests.count {
            $0.note?.number == number.text && $0.note?.interface == cell.lane.making
        }
        let order = ledgers.orders.first { $0.order.number == (deposit ?? number).text }
        if deposit == nil {
            let isHeld = order.map { $0.stage == .frozen || $0.stage == .over } ?? false
            effects = isHeld && order?.order.isForeign == false ? 1 : 0
        } else {
            effects = order.map { ledgers.effects(of: number.text, $0) } ?? 0
        }
        let own = ledgers.deposits.first { $0.number == deposit ?? number }
        isLate =
            deposit == nil
            ? own?.isLateSuccess ?? false : own?.laterOrders.contains { $0.isLateSuccess } ?? false
    }
}

extension MatrixCell {
    /// Whether only somebody who looks at the deposit learns of it: what other tills did, what came after a platform's
    /// own refusal, and what the gateway tells of the deposit alone.
    fileprivate var needsLook: Bool {
        let unasked: Set<Fault> = [.lateFrozen, .lateDone, .history, .historyOver, .historyConsumed, .queryRefused]
        return unasked.contains(fault)
    }

    /// Whether the customer of a till's code scans it and goes on by themselves.
    fileprivate var letsCustomerWait: Bool {
        fault == .password || fault == .passwordNever || fault == .customerStops
    }
}

extension MatrixExpectation {
    init(_ story: MatrixStory) {
        self.init([])
        told = story.told
        journal = story.journal
        later = story.later
        sendings = story.sendings
        effects = story.effects
        isOpen = story.isOpen
    }
}
