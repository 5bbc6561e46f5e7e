import TestSupport

@testable import PayEngine
@testable import PosTUI

/// Releases and consumes.
extension Sample {
    static let releaseNumber = "sz010002cz1795239000004200000077"
    /// A hash that nothing here computes.
    static let pinHash = PinHash(
        "scrypt:ln=14,r=8,p=1:AAECAwQFBgcICQoLDA0ODw:WN+87vPtGO4o1fwEttloKNIwtqGZqnsfkSCWNJhrpMg")
    /// A supervisor who has to type a PIN.
    static let manager = StaffMember(id: "0002", name: "赵经理", role: .supervisor, pinHash: pinHash)

    static func laterOrder(
        _ kind: Order.Kind = .release, _ outcome: Outcome = .done, _ reason: Reason = .carriedOut,
        fee: Int64 = 1, number: String = releaseNumber, of deposit: Deposit
    ) -> Order {
        let intent = Order.Intent(
            fee: Fen(fee), platform: deposit.platform, frozen: deposit.fee, base: deposit.base, staffID: clerk.id,
            approverID: kind == .release ? supervisor.id : nil)
        var order = Order(
            intent, kind: kind, number: known(OrderNumber(number)), startTime: Timestamp(seconds: wall.seconds + 3600))
        order.outcome = outcome
        order.reason = reason
        if outcome.isSettled { order.record = "90abcdef12345678" }
        return order
    }

    /// A deposit with what was done with it; the last of them is the order.
    static func order(_ deposit: Deposit, _ orders: Order...) -> DepositOrder {
        var deposit = deposit
        deposit.laterOrders = orders
        let releasesRest = orders.contains { $0.kind == .consume(keepsRest: false) && $0.outcome == .done }
        if releasesRest || deposit.left == .zero { deposit.freeze.outcome = .over }
        return DepositOrder(deposit, orders.last)
    }

    /// A held deposit as till and gateway agree about it.
    static func held(_ deposit: Deposit, releases: [Release] = []) -> LookUp {
        var found = LookUp(number: deposit.number.text, source: .gateway)
        found.outcome = deposit.outcome
        found.gatewayOutcome = deposit.outcome
        var order = FreezeOrder(number: deposit.number.text, platform: deposit.platform)
        order.fee = deposit.fee
        order.tradeState = 2
        order.consumed = deposit.consumed
        order.releasedByHand = deposit.released
        found.order = order
        found.releases = releases
        found.local = deposit
        return found
    }
}
