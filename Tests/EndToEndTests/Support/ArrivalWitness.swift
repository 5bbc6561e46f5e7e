import PayEngine
import Synchronization

/// Stands at the sandbox's door: whenever a freeze, a release or a consume arrives, the journal must already hold its
/// intent, and one `.again` for each sending after the first.
final class ArrivalWitness: Sendable {
    private struct State {
        var arrivals: [String: Int] = [:]
        var complaints: [String] = []
        var directory: String
    }

    private static let making = ["micro_freeze", "scancode_freeze", "unfreeze", "deposit_consume"].map { "/cpay/\($0)" }
    private let state: Mutex<State>

    init(journal directory: String) {
        state = Mutex(State(directory: directory))
    }

    /// Another journal from now on: the till's that is started next.
    func read(_ directory: String) {
        state.withLock { $0.directory = directory }
    }

    var complaints: [String] { state.withLock { $0.complaints } }

    /// How many sendings of this number came by.
    func arrivals(of number: OrderNumber) -> Int { state.withLock { $0.arrivals[number.text] ?? 0 } }

    /// - Parameter line: of the sandbox's log, told before its answer leaves.
    func note(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard let mark = words.firstIndex(where: { Self.making.contains($0) }), words.indices.contains(mark + 1)
        else { return }
        let number = words[mark + 1]
        let (arrivals, directory) = state.withLock { state in
            state.arrivals[number, default: 0] += 1
            return (state.arrivals[number, default: 1], state.directory)
        }
        let lines = (try? JournalLine.about(number, in: directory)) ?? []
        let hasIntent = lines.first?.event.hasSuffix(".intent") ?? false
        if !hasIntent { complain("\(number) arrived before its intent was durable") }
        let allowed = 1 + lines.filter { $0.event.hasSuffix(".again") }.count
        if arrivals > allowed { complain("\(number) arrived \(arrivals) times, the journal allows \(allowed)") }
    }

    private func complain(_ text: String) {
        state.withLock { $0.complaints.append(text) }
    }
}
