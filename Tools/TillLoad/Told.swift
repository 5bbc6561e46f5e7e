import Glibc
import PayEngine

/// Lines on standard output that nothing holds back: what was told stays told when the process is killed.
enum Told {
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        // A pipe or a file takes a short line whole.
        _ = write(1, bytes, bytes.count)
    }

    static func say(_ progress: OrderProgress) {
        switch progress {
        case .started(let order): say("started \(order.number)")
        case .heldBack, .offered, .changed: break
        case .settled(let order): say("settled \(order.number) \(order.outcomeName)")
        case .leftOpen(let order): say("open \(order.number)")
        case .seenBefore(let deposit): say("failed seen before \(deposit.number)")
        case .rejected(let rejection): say("rejected \(rejection)")
        }
    }
}
