import PayEngine
import TestSupport

@testable import SandboxGateway

/// One freeze from the scan to the end of the telling: what was told, what the journal holds, what the sandbox saw.
struct FreezeStory: Sendable {
    /// `started`, `unknown(no_answer)`, `frozen(held)`, …; the last one is the end.
    var told: [String] = []
    var number: OrderNumber?
    var last: OrderProgress?
    var journal: [String] = []
    /// `F` micro_freeze, `Q` query_freeze_order, with `×n` for more than one after another; `?` for anything else.
    var requests = ""
    var ordersMade = 0
    /// What must never be, and was.
    var complaints: [String] = []

    static func run(_ request: FreezeRequest, desk: PaymentDesk, till: TestTill) async throws -> FreezeStory {
        var story = FreezeStory()
        let directory = till.configuration.journalDirectory
        for await progress in await desk.freeze(request) {
            story.last = progress
            guard let deposit = progress.deposit else {
                story.told.append("\(progress)")
                continue
            }
            story.number = deposit.number
            story.told.append(progress.isStart ? "started" : progress.name(of: deposit))
            let lines = try JournalLine.of(deposit.number.text, in: directory)
            let isBacked = lines.contains { line in
                deposit.reason == .inProgress
                    ? line.event == "freeze.intent"
                    : line.description == "\(deposit.freeze.outcomeName)(\(deposit.reason.name))"
            }
            if !isBacked { story.complaints.append("told without a line: \(story.told.last ?? "")") }
        }
        if let number = story.number { story.journal = try till.lines(of: number) }
        let witnessed = story.number.map { till.witness.arrivals(of: $0) } ?? 0
        story.take(await till.server.requests, witnessed: witnessed)
        story.complaints += till.witness.complaints
        story.compare(await till.server.orders)
        if try !till.folder.files(holding: String(decoding: request.code.digits, as: UTF8.self)).isEmpty {
            story.complaints.append("the whole payment code is in a file")
        }
        return story
    }

    private mutating func take(_ seen: [SeenRequest], witnessed: Int) {
        let ours = seen.filter { $0.note?.number == number?.text || $0.note == nil }
        requests = Self.shortened(ours.map(Self.letter))
        ordersMade = ours.filter { $0.note?.madeOrder == true }.count
        if ordersMade > 1 { complaints.append("\(ordersMade) orders were made") }
        let codes = ours.filter { $0.note?.interface == .microFreeze }.map { $0.note?.contentCode }
        if codes.count != witnessed { complaints.append("\(codes.count) sendings, and \(witnessed) witnessed") }
        if Set(codes).count > 1 { complaints.append("other bytes were sent with the same number") }
        let sendings = 1 + journal.filter { $0 == "again" }.count
        if codes.count > sendings { complaints.append("sent \(codes.count) times, allowed were \(sendings)") }
    }

    /// What was told must be the sandbox's truth.
    private mutating func compare(_ orders: [OrderSummary]) {
        guard case .settled(let deposit) = last else { return }
        let order = orders.first { $0.order.number == deposit.number.text }
        switch deposit.outcome {
        case .done:
            let wasFrozen = order.map { $0.stage == .frozen || $0.stage == .over } ?? false
            if !wasFrozen || order?.order.isForeign == true { complaints.append("told frozen, and is not") }
        case .refused, .notSent:
            if order?.stage == .frozen { complaints.append("told \(deposit.outcome), and is frozen") }
        case .over, .waiting, .unknown:
            complaints.append("told \(deposit.outcome) as the end of a freeze")
        }
    }

    private static func letter(_ request: SeenRequest) -> String {
        switch request.note?.interface {
        case .microFreeze: "F"
        case .queryFreezeOrder: "Q"
        case .queryUnfreezeOrder: "H"
        case .scancodeFreeze: "S"
        case .unfreeze: "U"
        case .depositConsume: "C"
        case .queryOrder: "O"
        case .ping: "P"
        case nil: "?"
        }
    }

    private static func shortened(_ letters: [String]) -> String {
        var parts: [(letter: String, count: Int)] = []
        for letter in letters {
            if let last = parts.last, last.letter == letter {
                parts[parts.count - 1].count += 1
            } else {
                parts.append((letter, 1))
            }
        }
        return parts.map { $0.count == 1 ? $0.letter : "\($0.letter)×\($0.count)" }.joined(separator: " ")
    }
}

extension OrderProgress {
    var deposit: Deposit? {
        switch self {
        case .started(let order), .offered(let order, _, _), .changed(let order), .settled(let order),
            .leftOpen(let order):
            order.deposit
        case .seenBefore(let deposit): deposit
        case .heldBack, .rejected: nil
        }
    }

    fileprivate var isStart: Bool {
        switch self {
        case .started: true
        case .heldBack, .offered, .changed, .settled, .leftOpen, .seenBefore, .rejected: false
        }
    }

    fileprivate func name(of deposit: Deposit) -> String {
        let outcome = "\(deposit.freeze.outcomeName)(\(deposit.reason.name))"
        return switch self {
        case .started, .offered, .changed: outcome
        case .settled: "settled \(outcome)"
        case .leftOpen: "left open \(outcome)"
        case .seenBefore: "seen before \(outcome)"
        case .heldBack, .rejected: "rejected"
        }
    }
}
