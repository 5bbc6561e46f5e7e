import Persistence

/// Starts of a writer, and its look-ups.
enum LookUps {
    static func open(_ folder: String) throws -> String {
        var watch = Stopwatch()
        let journal = try watch.measure { try start(folder) }
        defer { journal.close() }
        return "{\(watch.members),\"checkpoint\":\(journal.report.checkpoint ?? 0)}"
    }

    static func find(_ folder: String, _ orders: Int, _ count: Int) throws -> String {
        let journal = try start(folder)
        defer { journal.close() }
        let released = orders - MadeUpOrder.held - MadeUpOrder.unresolved
        var random = SystemRandomNumberGenerator()
        var watch = Stopwatch(expecting: count)
        // The first ones fetch what the others find in memory.
        for turn in 0..<(count + count / 4) {
            let order = MadeUpOrder(number: Int.random(in: 0..<released, using: &random))
            let (name, wanted) = [(order.order, MadeUpOrder.lines), (order.transaction, 1), (order.release, 1)][
                turn % 3]
            var found = 0
            func look() throws { try journal.find(name) { _ in found += 1 } }
            if turn < count / 4 { try look() } else { try watch.measure(look) }
            guard found == wanted else { throw BenchError.wrong("\(name): \(found) lines") }
        }
        return "{\(watch.members)}"
    }

    static func first(_ folder: String, _ number: Int) throws -> String {
        var watch = Stopwatch()
        var found = 0
        let journal = try watch.measure {
            let journal = try start(folder)
            try journal.find(MadeUpOrder(number: number).order) { _ in found += 1 }
            return journal
        }
        defer { journal.close() }
        guard found == MadeUpOrder.lines else { throw BenchError.wrong("\(found) lines") }
        return "{\(watch.members)}"
    }

    static func read(_ folder: String, _ number: Int) throws -> String {
        var watch = Stopwatch()
        var found = 0
        try watch.measure {
            _ = try JournalReader.find(MadeUpOrder(number: number).order, directory: folder) { _ in found += 1 }
        }
        guard found == MadeUpOrder.lines else { throw BenchError.wrong("\(found) lines") }
        return "{\(watch.members)}"
    }

    private static func start(_ folder: String) throws -> Journal {
        try Journal.open(directory: folder, till: "824", restore: { _ in true }, replay: { _ in })
    }
}
