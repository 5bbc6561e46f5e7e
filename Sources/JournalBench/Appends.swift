import Persistence

/// Durable appends, each waited for.
enum Appends {
    /// The whole line with its LF.
    private static let length = 300

    static func run(_ folder: String, _ count: Int) throws -> String {
        let journal = try Journal.open(directory: folder, till: "824") { _ in }
        var fill = 100
        func fields() -> [UInt8] { Array("{\"x\":\"\(String(repeating: "x", count: fill))\"}".utf8) }
        func append() throws -> Int {
            try journal.append(event: "freeze.frozen", order: MadeUpOrder(number: 7).order, fields: fields()).line.count
        }
        for _ in 0..<3 { fill += length - 1 - (try append()) }
        var watch = Stopwatch(expecting: count)
        for _ in 0..<count { _ = try watch.measure(append) }
        journal.close()
        return "{\(watch.members)}"
    }
}
