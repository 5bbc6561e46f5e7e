import Persistence

/// Writes the journal that the others look at.
enum JournalMaker {
    /// How many orders later a deposit is released.
    private static let hold = 2000

    static func run(_ folder: String, _ orders: Int) throws -> String {
        var watch = Stopwatch()
        var lines = 0
        try watch.measure {
            let disk = HastyFolder(try DiskFolder.prepared(folder))
            let journal = try Journal.open(
                disk: disk, stamps: SteadyStamps(), till: "824", limits: SegmentLimits(), restore: { _ in false },
                replay: { _ in })
            for number in 0..<(orders + hold) {
                if number < orders { lines += try append(MadeUpOrder(number: number), 0..<3, to: journal) }
                if number >= hold { lines += try append(MadeUpOrder(number: number - hold), 3..<4, to: journal) }
            }
            journal.checkpoint(Array("{}".utf8))
            journal.close()
        }
        return "{\(watch.members),\"lines\":\(lines)}"
    }

    private static func append(_ order: MadeUpOrder, _ events: Range<Int>, to journal: Journal) throws -> Int {
        for (event, keys, fields) in order.events()[events] {
            try journal.append(event: event, order: order.order, keys: keys, fields: Array(fields.utf8))
        }
        return events.count
    }
}
