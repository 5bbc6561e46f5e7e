import PayEngine

@testable import SandboxGateway

/// The till's books and the gateway's, side by side.
struct Ledgers {
    let deposits: [Deposit]
    let orders: [OrderSummary]
    let requests: [SeenRequest]

    /// Reads both sides; the journal is read anew from the disk, as the next start would.
    init(journal directory: String, server: SandboxServer) async throws {
        deposits = try DepositArchive(directory: directory).deposits()
        orders = await server.orders
        requests = await server.requests
    }

    /// Whatever else is going on.
    var differencesThatMustNeverBe: [String] { doubles() }

    /// Everything in which they differ, or that must never be.
    func differences(only number: OrderNumber? = nil) -> [String] {
        let ours = deposits.filter { number == nil || $0.number == number }
        var found = ours.flatMap(differences(of:))
        let known = Set(deposits.map(\.number.text))
        for order in orders where !order.order.isForeign && !known.contains(order.order.number) {
            found.append("\(order.order.number) is at the gateway only")
        }
        return found + doubles()
    }

    private func differences(of deposit: Deposit) -> [String] {
        let name = deposit.number.text
        let order = orders.first { $0.order.number == name && !$0.order.isForeign }
        let isHeld = order.map { $0.stage == .frozen || $0.stage == .over } ?? false
        var found: [String] = []
        switch deposit.outcome {
        case .done, .over:
            guard let order, isHeld else { return ["\(name) is \(deposit.outcome) at the till only"] }
            found += amounts(deposit, order)
        case .refused, .notSent: if isHeld { found.append("\(name) is \(deposit.outcome) and frozen") }
        case .waiting, .unknown: if !deposit.isOpen { found.append("\(name) is open and nobody asks") }
        }
        found += deposit.laterOrders.compactMap { difference(of: $0, order) }
        let known = Set(deposit.laterOrders.map(\.number.text))
        let strangers = order?.order.movements.filter { !known.contains($0.number) && $0.contentCode != "" } ?? []
        return found + strangers.map { "\($0.number) is at the gateway only" }
    }

    private func amounts(_ deposit: Deposit, _ order: OrderSummary) -> [String] {
        let released = order.order.releasedByHand(at: order.now) + order.order.releasedByItself(at: order.now)
        let pairs = [
            ("fee", deposit.fee, order.order.fee), ("left", deposit.left, order.order.left(at: order.now)),
            ("consumed", deposit.consumed, order.order.consumed(at: order.now)),
            ("released", deposit.released, released),
        ]
        return pairs.filter { $1 != Fen(Int64($2)) }.map { name, till, gateway in
            "\(name) of \(deposit.number) is \(till) at the till and \(gateway) at the gateway"
        }
    }

    private func difference(of order: Order, _ summary: OrderSummary?) -> String? {
        let count = summary.map { effects(of: order.number.text, $0) } ?? 0
        switch order.outcome {
        case .done: return count == 1 ? nil : "\(order.number) is done at the till, \(count) times at the gateway"
        case .refused, .notSent: return count == 0 ? nil : "\(order.number) is \(order.outcome) and done"
        case .waiting, .over: return "\(order.number) is \(order.outcome), which it can't be"
        case .unknown: return order.isOpen ? nil : "\(order.number) is unknown and nobody asks"
        }
    }

    /// How often a release or consume moved money.
    func effects(of number: String, _ order: OrderSummary) -> Int {
        order.order.movements.filter { $0.number == number && $0.stage(at: order.now).isEffective }.count
    }

    /// Whatever happened: one effect and one order for a number, the same bytes whenever it is sent, and no more
    /// sendings than the journal allows.
    private func doubles() -> [String] {
        var found: [String] = []
        let made = requests.compactMap(\.note).filter { $0.madeOrder && $0.number != nil }
        for (name, notes) in Dictionary(grouping: made, by: { $0.number ?? "" }) where notes.count > 1 {
            found.append("\(name) was made \(notes.count) times")
        }
        for order in orders {
            for movement in order.order.movements where effects(of: movement.number, order) > 1 {
                found.append("\(movement.number) moved money more than once")
            }
            if order.order.left(at: order.now) < 0 { found.append("\(order.order.number) paid out too much") }
        }
        let sent = requests.compactMap(\.note).filter { $0.interface.makes && $0.number != nil }
        for (name, notes) in Dictionary(grouping: sent, by: { $0.number ?? "" })
        where Set(notes.map(\.contentCode)).count > 1 {
            found.append("other bytes were sent with \(name)")
        }
        return found
    }
}
