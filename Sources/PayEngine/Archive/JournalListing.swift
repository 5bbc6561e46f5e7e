import Persistence

/// The orders of the journal that a filter wants, found in its raw lines beside a running till: takes no lock, writes
/// nothing, and decodes only what is handed over.
public struct JournalListing {
    /// Whether no line is damaged or missing.
    public let isWhole: Bool
    /// What shows that something is lost which was there once; empty when nothing does.
    public let contradictions: [JournalFinding]
    /// What shows that the journal is not all that it was: orders that are not listed may have stood there.
    public let missing: [JournalFinding]
    private let directory: String
    private let filter: JournalFilter
    private var table: OrderTable
    /// Lines that are not in the file as they were written.
    private var mended: [LinePlace: JournalRecord] = [:]

    /// The most orders that are looked up one by one rather than by another walk.
    private static let few = 50

    /// Walks through the journal once; twice for a part of a number that only later lines of very many orders tell.
    ///
    /// - Throws: ``DeskError``
    public init(directory: String, filter: JournalFilter = JournalFilter()) throws(DeskError) {
        self.directory = directory
        self.filter = filter
        do {
            var walk = try Walk(directory, filter, names: nil)
            if !walk.namedLater.isEmpty {
                let names = walk.namedByNumber.union(walk.namedLater)
                let isFew = names.count <= Self.few
                walk = try isFew ? walk.narrowed(directory, filter, to: names) : Walk(directory, filter, names: names)
            }
            table = walk.table
            isWhole = walk.report.isClean
            contradictions = walk.report.contradictions.map(JournalFinding.init)
            missing = JournalFinding.missing(in: walk.report)
            if !walk.report.repairs.isEmpty { mended = try Self.mended(directory, walk.report) }
        } catch {
            throw DeskError(error)
        }
    }

    /// Hands over the orders with their latest states, in the order of their intents.
    ///
    /// - Returns: how many orders have lines that can't be understood: a later version's.
    /// - Throws: ``DeskError``, or what `body` throws.
    public func orders(each body: (Deposit) throws -> Void) throws -> Int {
        let fetcher = try fetcher()
        var unreadable = 0
        for order in table.orders where isWanted(order) {
            if let deposit = try deposit(order, fetcher) { try body(deposit) } else { unreadable += 1 }
        }
        return unreadable
    }

    /// Hands over the lines of those orders as they are in the file, without their LF, oldest first.
    ///
    /// - Throws: ``DeskError``, or what `body` throws.
    public func lines(each body: (RawSpan) throws -> Void) throws {
        let fetcher = try fetcher()
        for line in table.lines where isWanted(table.orders[Int(line.order)]) {
            if let record = mended[line.place] {
                try body(record.line.span.bytes)
                continue
            }
            do {
                _ = try fetcher.withLine(at: line.place, body)
            } catch let error as JournalError {
                throw DeskError(error)
            }
        }
    }

    private func isWanted(_ order: OrderTable.Order) -> Bool {
        guard let state = filter.state else { return true }
        return state.holds(order.outcome, isClosed: order.isClosed) || (state == .open && order.hasOpenOrder)
    }

    private func deposit(_ order: OrderTable.Order, _ fetcher: LineFetcher) throws -> Deposit? {
        var ledger = DepositLedger(makingUpDeposits: true)
        for place in table.places(of: order) {
            guard let record = try mended[place] ?? engineError({ try fetcher.record(at: place) }) else { return nil }
            do {
                try ledger.apply(record)
            } catch {
                return nil
            }
        }
        return ledger.all.first
    }

    private func fetcher() throws -> LineFetcher {
        try engineError { try LineFetcher(directory: directory) }
    }

    private func engineError<Value>(_ body: () throws -> Value) throws(DeskError) -> Value {
        do {
            return try body()
        } catch {
            throw DeskError(error)
        }
    }

    private static func mended(_ directory: String, _ report: JournalReport) throws -> [LinePlace: JournalRecord] {
        let numbers = Set(report.repairs.map(\.number))
        var records: [LinePlace: JournalRecord] = [:]
        _ = try JournalReader.lines(directory: directory) { line in
            if numbers.contains(line.number) { records[line.place] = line.record }
        }
        return records
    }
}

extension JournalListing {
    /// One walk through the raw lines.
    private struct Walk {
        var table = OrderTable(keepsPlaces: true)
        var report = JournalReport()
        var namedByNumber: Set<OrderKey> = []
        /// Orders that only a later line's further names make wanted.
        var namedLater: Set<OrderKey> = []

        /// Reads what the filter wants.
        ///
        /// `names` are the orders that have a wanted name; nil when that is yet to be found out.
        init(_ directory: String, _ filter: JournalFilter, names: Set<OrderKey>?) throws {
            let raw = RawFilter(filter)
            report = try JournalReader.lines(directory: directory) { line in
                line.withUnsafeBytes { bytes in
                    guard let head = RecordPrefix(bytes), let order = head.order,
                        let key = OrderKey(UnsafeRawBufferPointer(rebasing: bytes[order]))
                    else { return }
                    var isNamed = names?.contains(key) ?? true
                    if names == nil, raw.asksForNumber {
                        isNamed = raw.names(bytes, head)
                        note(key, isNamed, isLater: head.keys != nil)
                    }
                    table.add(bytes, at: line.place, head, key) { isNamed && raw.admits(bytes, head) }
                }
            }
        }

        /// Returns the listing of these orders alone, each looked up by its number.
        func narrowed(_ directory: String, _ filter: JournalFilter, to names: Set<OrderKey>) throws -> Walk {
            let raw = RawFilter(filter)
            var found: [LinePlace: [UInt8]] = [:]
            for name in names {
                try JournalReader.lines(holding: name.text, directory: directory) { line in
                    found[line.place] = line.withUnsafeBytes { Array($0) }
                }
            }
            var narrowed = self
            narrowed.table = OrderTable(keepsPlaces: true)
            for (place, line) in found.sorted(by: { $0.key < $1.key }) {
                line.withUnsafeBytes { bytes in
                    guard let head = RecordPrefix(bytes), let order = head.order,
                        let key = OrderKey(UnsafeRawBufferPointer(rebasing: bytes[order])), names.contains(key)
                    else { return }
                    narrowed.table.add(bytes, at: place, head, key) { raw.admits(bytes, head) }
                }
            }
            return narrowed
        }

        private mutating func note(_ key: OrderKey, _ isNamed: Bool, isLater: Bool) {
            guard isNamed else { return }
            if !isLater { namedByNumber.insert(key) } else if !namedByNumber.contains(key) { namedLater.insert(key) }
        }
    }
}
