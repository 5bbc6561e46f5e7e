import Synchronization

/// Which client's connection stands behind a connection to the inner server, by its port on this side.
final class LineBook: Sendable {
    private struct Entries {
        var count = 0
        var lines: [UInt16: FrontLine] = [:]
    }

    private let entries = Mutex(Entries())

    /// The ordinal of a connection that was just accepted.
    func nextOrdinal() -> Int {
        entries.withLock { entries in
            entries.count += 1
            return entries.count
        }
    }

    func add(_ line: FrontLine, port: UInt16) {
        entries.withLock { $0.lines[port] = line }
    }

    func remove(port: UInt16) {
        entries.withLock { $0.lines[port] = nil }
    }

    func line(port: UInt16) -> FrontLine? {
        entries.withLock { $0.lines[port] }
    }

    /// Ends every connection but one, which is named by its ordinal; answers how many.
    func endAll(but kept: Int?) -> Int {
        let lines = entries.withLock { $0.lines.values.filter { $0.ordinal != kept } }
        for line in lines { line.end() }
        return lines.count
    }
}
