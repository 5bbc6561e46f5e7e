import PayEngine

@testable import SandboxGateway

/// One cell of the matrix: an order, the interface that is struck, the fault, and the moment.
struct MatrixCell: Sendable {
    /// When the fault strikes, seen from the order at the gateway.
    enum Moment: String, CaseIterable, Sendable {
        /// While the order is made.
        case during
        /// Nothing was made yet, or nothing comes of it.
        case before
        /// The order is there already.
        case after
    }

    let lane: Lane
    let struck: BankInterface
    let fault: Fault
    let moment: Moment

    var name: String {
        "\(lane.rawValue) | \(struck.rawValue) | \(fault.rawValue) | \(moment.rawValue)"
    }

    /// Whether nothing answers in time, so that the exchange must be short.
    var hangs: Bool { fault == .hang }

    /// Of an order's own course, which is nothing that the answer does.
    var isCourse: Bool { fault.kind == .order || fault.kind == .movement }

    /// The faults as the sandbox is told them; nil for a cell that can't be.
    var rules: [String]? {
        guard fault.allowed.contains(struck) else { return nil }
        // The number 9 has a meaning for WeChat Pay's consumes.
        let name = fault == .state ? "state=99" : fault.rawValue
        if struck == lane.making { return makingRules(name) }
        if struck == lane.asking { return askingRules(name) }
        // A release and a consume ask first what is still held.
        return lane.isMovement && moment == .before ? ["\(name)@\(struck.rawValue):1"] : nil
    }

    private func makingRules(_ name: String) -> [String]? {
        let making = lane.making.rawValue
        let strike = "\(name)@\(making):1"
        switch moment {
        case .during:
            return [strike]
        case .before where isCourse:
            // The first sending never arrives, and the second one makes it. A code is sent once only.
            return lane == .codeAlipay ? nil : ["swallowed@\(making):1", strike]
        case .before:
            // The answer is spoilt, and the platform knows nothing of the order.
            return fault.comesToNothing || lane == .codeAlipay ? nil : ["absent@\(making):1", strike]
        case .after where isCourse:
            return lane == .codeAlipay ? nil : ["lost@\(making):1", strike]
        case .after:
            // The order is made and hidden, so that its bytes are sent again: those are struck.
            guard fault.comesToNothing, lane != .codeAlipay else { return nil }
            let hidden = ["lost@\(making):1", "absent-state@\(lane.asking.rawValue):3", strike]
            return lane.isMovement ? ["created=20@\(making):1"] + hidden : hidden
        }
    }

    private func askingRules(_ name: String) -> [String]? {
        // A question on a connection that is just closing is lost: one such, before those that count.
        let strikes = "\(name)@\(struck.rawValue):\(fault == .closeAfter ? 1 : 3)"
        switch moment {
        case .during: return nil
        case .before:
            return lane == .codeAlipay ? nil : ["swallowed@\(lane.making.rawValue):1", strikes]
        case .after:
            return lane == .codeAlipay ? [strikes] : ["lost@\(lane.making.rawValue):1", strikes]
        }
    }

    static func all(of lane: Lane) -> [MatrixCell] {
        let asking: [BankInterface] = lane.isMovement ? [lane.asking, .queryFreezeOrder] : [lane.asking]
        return ([lane.making] + asking).flatMap { struck in
            Fault.allCases.flatMap { fault in
                Moment.allCases.map { MatrixCell(lane: lane, struck: struck, fault: fault, moment: $0) }
            }
        }.filter { $0.rules != nil }
    }
}

extension Fault {
    /// Whether it keeps a request that would make something from making it, so that it strikes before.
    var comesToNothing: Bool { keepsFromBank || refusal != nil || self == .absentState }
}
