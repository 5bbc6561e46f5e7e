import PayEngine
import Synchronization

/// Stands at the sandbox's door: whenever a micro_freeze arrives, the journal must already hold its intent, and one
/// `freeze.again` for each sending after the first.
final class ArrivalWitness: Sendable {
    private struct State {
        var arrivals: [String: Int] = [:]
        var complaints: [String] = []
    }

    private let directory: String
    private let state = Mutex(State())

    init(journal directory: String) {
        self.directory = directory
    }

    var complaints: [String] { state.withLock { $0.complaints } }

    /// How many micro_freezes with this number came by.
    func arrivals(of number: OrderNumber) -> Int { state.withLock { $0.arrivals[number.text] ?? 0 } }

    /// - Parameter line: of the sandbox's log, told before its answer leaves.
    func note(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard let mark = words.firstIndex(of: "/cpay/micro_freeze"), words.indices.contains(mark + 1) else { return }
        let number = words[mark + 1]
        let arrivals = state.withLock { state in
            state.arrivals[number, default: 0] += 1
            return state.arrivals[number, default: 1]
        }
        let lines = (try? JournalLine.of(number, in: directory)) ?? []
        if lines.first?.event != "freeze.intent" { complain("\(number) arrived before its intent was durable") }
        let allowed = 1 + lines.filter { $0.event == "freeze.again" }.count
        if arrivals > allowed { complain("\(number) arrived \(arrivals) times, the journal allows \(allowed)") }
    }

    private func complain(_ text: String) {
        state.withLock { $0.complaints.append(text) }
    }
}
