import Persistence

/// The journal in numbers, from its raw lines, beside a running till.
public struct JournalStatistics: Sendable {
    /// A line's number and time.
    public struct Mark: Equatable, Sendable {
        /// `n` of the line.
        public let line: Int64
        /// `t` of the line.
        public let time: Timestamp
    }

    /// What checking the files found.
    public let check: JournalCheck
    /// Bytes of all lines.
    public private(set) var bytes: Int64 = 0
    /// `gen`, the name of the journal; nil in an empty one.
    public private(set) var generation: String?
    /// The journal's first line; nil in an empty one.
    public private(set) var first: Mark?
    /// The journal's last line; nil in an empty one.
    public private(set) var last: Mark?
    /// How many deposits there are.
    public let orders: Int
    /// How many orders have each outcome.
    public private(set) var outcomes: [Outcome: Int] = [:]
    /// Waiting or unknown, and not closed by hand.
    public private(set) var open = 0
    /// Closed by hand, and not settled since.
    public private(set) var closed = 0
    /// How many releases have each outcome.
    public private(set) var releases: [Outcome: Int] = [:]
    /// How many consumes have each outcome.
    public private(set) var consumes: [Outcome: Int] = [:]
    /// The amounts of the releases that were done.
    public private(set) var released = Fen.zero
    /// The amounts of the consumes that were done.
    public private(set) var consumed = Fen.zero
    /// What is left of all frozen orders, as far as the journal knows.
    public private(set) var held = Fen.zero
    /// The amounts of all open orders.
    public private(set) var undecided = Fen.zero

    /// Reads the journal in a folder and counts what is in it.
    ///
    /// - Throws: ``DeskError``
    public init(directory: String) throws(DeskError) {
        do {
            var table = OrderTable(keepsPlaces: false)
            var tally = OrderTally()
            var bytes: Int64 = 0
            var generation: String?
            var places: (first: LinePlace, last: LinePlace)?
            let report = try JournalReader.lines(directory: directory) { line in
                bytes += Int64(line.count) + 1
                places = (places?.first ?? line.place, line.place)
                if line.isHeader { generation = line.generation ?? generation }
                line.withUnsafeBytes { bytes in
                    guard let head = RecordPrefix(bytes), let order = head.order,
                        let key = OrderKey(UnsafeRawBufferPointer(rebasing: bytes[order]))
                    else { return }
                    table.add(bytes, at: line.place, head, key) { true }
                    tally.count(bytes, head)
                }
            }
            check = JournalCheck(report)
            orders = table.orders.count
            self.bytes = bytes
            self.generation = generation
            for order in table.orders { count(order) }
            (releases, consumes) = (tally.releases, tally.consumes)
            (released, consumed) = (tally.released, tally.consumed)
            let fetcher = try LineFetcher(directory: directory)
            first = try places.flatMap { try Self.mark($0.first, fetcher) }
            last = try places.flatMap { try Self.mark($0.last, fetcher) }
        } catch {
            throw DeskError(error)
        }
    }

    private mutating func count(_ order: OrderTable.Order) {
        outcomes[order.outcome, default: 0] += 1
        if OrderState.closed.holds(order.outcome, isClosed: order.isClosed) { closed += 1 }
        if OrderState.frozen.holds(order.outcome, isClosed: order.isClosed) {
            held = held.adding(Fen(order.left ?? order.fee)) ?? held
        }
        guard OrderState.open.holds(order.outcome, isClosed: order.isClosed) else { return }
        open += 1
        undecided = undecided.adding(Fen(order.fee)) ?? undecided
    }

    private static func mark(_ place: LinePlace, _ fetcher: LineFetcher) throws -> Mark? {
        try fetcher.record(at: place).map {
            Mark(line: $0.number, time: Timestamp(milliseconds: $0.milliseconds))
        }
    }
}
