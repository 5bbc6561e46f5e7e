import Synchronization

/// The connections that are open.
final class ConnectionTable: Sendable {
    private struct Entries {
        var count = 0
        var lines: [Int: FrontLine] = [:]
    }

    private let entries = Mutex(Entries())

    /// Returns the ordinal of a connection that was just accepted.
    func nextOrdinal() -> Int {
        entries.withLock { entries in
            entries.count += 1
            return entries.count
        }
    }

    /// How many are open.
    var count: Int { entries.withLock { $0.lines.count } }

    func add(_ line: FrontLine) {
        entries.withLock { $0.lines[line.ordinal] = line }
    }

    func remove(_ line: FrontLine) {
        entries.withLock { $0.lines[line.ordinal] = nil }
    }

    /// Ends every connection but one, which is named by its ordinal; answers how many.
    func endAll(but kept: Int?) -> Int {
        let lines = entries.withLock { $0.lines.values.filter { $0.ordinal != kept } }
        for line in lines { line.end() }
        return lines.count
    }

    /// Ends one of the connections that wait for their clients, to make room for one that is new: the oldest of those
    /// that never sent a whole request, else the oldest.
    func endOldestWaiting() {
        let lines = entries.withLock { $0.lines.values.filter(\.isWaiting) }
        let silent = lines.filter { $0.requests == 0 }
        (silent.isEmpty ? lines : silent).min { $0.ordinal < $1.ordinal }?.end()
    }
}
