import PayEngine
import Persistence

/// Writes the journal that the others look at: lines as the engine spells them, which it reads at every start.
enum JournalMaker {
    /// How many orders later a deposit is released.
    private static let hold = MadeUpOrder.held + MadeUpOrder.unresolved

    static func run(_ folder: String, _ orders: Int) async throws -> String {
        guard orders > hold else { throw BenchError.wrong("\(orders) orders: more than \(hold) are needed") }
        var watch = Stopwatch()
        var lines = 0
        try watch.measure {
            let disk = HastyFolder(try DiskFolder.prepared(folder))
            let journal = try Journal.open(
                disk: disk, stamps: FixedStamps(), till: "824", limits: SegmentLimits(), restore: { _ in false },
                replay: { _ in })
            let unresolved = (orders - hold)..<(orders - MadeUpOrder.held)
            for number in 0..<orders {
                let order = MadeUpOrder(number: number)
                lines += try append(order, order.freeze(isAnswered: !unresolved.contains(number)), to: journal)
                guard number >= hold else { continue }
                let earlier = MadeUpOrder(number: number - hold)
                lines += try append(earlier, earlier.releasing(), to: journal)
            }
            journal.close()
        }
        // The engine reads what was made, and keeps its own checkpoint of it.
        let desk = try DeskStarts.open(folder)
        let (open, held) = (await desk.openQuestions().count, await desk.heldDeposits().count)
        await desk.close()
        guard open == MadeUpOrder.unresolved, held == MadeUpOrder.held else {
            throw BenchError.wrong("\(open) orders are open and \(held) held")
        }
        return "{\(watch.members),\"lines\":\(lines)}"
    }

    private static func append(_ order: MadeUpOrder, _ events: [SpelledEvent], to journal: Journal) throws -> Int {
        for event in events {
            try journal.append(event: event.name, order: order.order, keys: event.keys, fields: event.fields)
        }
        return events.count
    }
}
