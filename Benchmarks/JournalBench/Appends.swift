import Persistence

/// Durable appends, each waited for.
enum Appends {
    /// The whole line with its LF.
    private static let length = 300

    static func run(_ folder: String, _ count: Int) throws -> String {
        let journal = try Journal.open(directory: folder, till: "824") { _ in }
        let order = MadeUpOrder(number: 7).order
        func append(_ fields: [UInt8]) throws -> Int {
            try journal.append(event: "freeze.frozen", order: order, fields: fields).line.count
        }
        func fields(_ fill: Int) -> [UInt8] { Array("{\"x\":\"\(String(repeating: "x", count: fill))\"}".utf8) }
        var fill = 100
        for _ in 0..<3 { fill += length - 1 - (try append(fields(fill))) }
        let line = fields(fill)
        var watch = Stopwatch(expecting: count)
        for _ in 0..<count { _ = try watch.measure { try append(line) } }
        journal.close()
        return "{\(watch.members)}"
    }
}
