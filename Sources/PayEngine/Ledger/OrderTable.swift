import Persistence

/// What a walk through the raw lines keeps of each wanted order: enough to know its state and to find its lines again.
struct OrderTable {
    struct Order {
        var outcome = Outcome.unknown
        var isClosed = false
        let fee: Int64
        /// Places in ``lines``.
        var firstLine: Int32
        var lastLine: Int32
        /// What is held, where the lines told it.
        var left: Int64?
        /// The release or consume of it that has no known outcome, by a digest of its number; 0: none.
        ///
        /// There is never a second one.
        var openOrder: UInt64 = 0
        /// It is over by the till's own sums.
        var isOverBySums = false

        var hasOpenOrder: Bool { openOrder != 0 }

        /// Takes in what is left, which each release and consume tells.
        mutating func noteSpending(_ line: UnsafeRawBufferPointer) {
            left = MemberSearch.integer("\"left\":", line) ?? left
            guard left == 0, outcome == .done else { return }
            outcome = .over
            isOverBySums = true
        }
    }

    struct Line {
        let place: LinePlace
        let order: Int32
        /// The order's next line; -1 at its last.
        var next: Int32 = -1
    }

    /// In the order of their intents.
    private(set) var orders: [Order] = []
    /// All lines of those orders, oldest first.
    ///
    /// Empty where places are not kept.
    private(set) var lines: [Line] = []
    private var indices: [OrderKey: Int32] = [:]
    private let keepsPlaces: Bool

    init(keepsPlaces: Bool) {
        self.keepsPlaces = keepsPlaces
    }

    func contains(_ key: OrderKey) -> Bool { indices[key] != nil }

    /// Takes a line in that may be about an order.
    ///
    /// `isWanted` says whether an order whose intent this line is shall be kept.
    mutating func add(
        _ line: UnsafeRawBufferPointer, at place: LinePlace, _ head: RecordPrefix, _ key: OrderKey, isWanted: () -> Bool
    ) {
        let meaning = EventMeaning(UnsafeRawBufferPointer(rebasing: line[head.event]))
        let index: Int32
        if Self.isBeginning(meaning, line) {
            guard let made = make(line, key, isWanted) else { return }
            index = made
        } else {
            guard let known = indices.isEmpty ? nil : indices[key] else { return }
            index = known
        }
        if let meaning { note(meaning, line, of: Int(index)) }
        if keepsPlaces { keep(place, index) }
    }

    private mutating func note(_ meaning: EventMeaning, _ line: UnsafeRawBufferPointer, of index: Int) {
        switch meaning {
        case .order(.freeze, .reported(let outcome)?): note(outcome, line, of: index)
        case .order(.freeze, .intended?), .order(.freeze, .sendingAgain?), .order(.freeze, nil): break
        case .order(.release, let step), .order(.consume, let step):
            if step == .reported(.done) { orders[index].noteSpending(line) }
            noteOpen(Self.digest(line), isOver: step?.isSettled ?? false, of: index)
        case .closed:
            let number = Self.digest(line)
            if number == 0 { orders[index].isClosed = true } else { noteOpen(number, isOver: true, of: index) }
        }
    }

    /// Takes in what became of the freeze itself.
    private mutating func note(_ outcome: Outcome, _ line: UnsafeRawBufferPointer, of index: Int) {
        let left = outcome == .done ? MemberSearch.integer("\"left\":", line) : nil
        let isOpenAgain = orders[index].isOverBySums && (left ?? 0) > 0
        orders[index].outcome = isOpenAgain ? .done : orders[index].outcome.followed(by: outcome)
        if isOpenAgain || outcome == .over { orders[index].isOverBySums = false }
        if outcome == .done { orders[index].left = left }
    }

    private mutating func noteOpen(_ number: UInt64, isOver: Bool, of index: Int) {
        if !isOver {
            orders[index].openOrder = number
        } else if orders[index].openOrder == number {
            orders[index].openOrder = 0
        }
    }

    /// Returns the digest of a release's or a consume's own number; 0 where the line has none.
    private static func digest(_ line: UnsafeRawBufferPointer) -> UInt64 {
        guard let number = MemberSearch.text("\"number\":\"", line) else { return 0 }
        return max(1, NameDigest.of(number.bytes))
    }

    /// Returns the order's lines, oldest first.
    func places(of order: Order) -> [LinePlace] {
        var places: [LinePlace] = []
        var at = order.firstLine
        while at >= 0 {
            places.append(lines[Int(at)].place)
            at = lines[Int(at)].next
        }
        return places
    }

    private mutating func make(_ line: UnsafeRawBufferPointer, _ key: OrderKey, _ isWanted: () -> Bool) -> Int32? {
        if let known = indices[key] { return known }
        guard isWanted(), let index = Int32(exactly: orders.count) else { return nil }
        let frozen = MemberSearch.integer("\"frozen\":", line)
        var order = Order(fee: frozen ?? MemberSearch.integer("\"fee\":", line) ?? 0, firstLine: -1, lastLine: -1)
        // Only the intent of a release or a consume tells what was frozen: the deposit is another till's.
        if frozen != nil { order.outcome = .done }
        orders.append(order)
        indices[key] = index
        return index
    }

    private mutating func keep(_ place: LinePlace, _ index: Int32) {
        let at = Int32(clamping: lines.count)
        let last = orders[Int(index)].lastLine
        if last >= 0 { lines[Int(last)].next = at } else { orders[Int(index)].firstLine = at }
        orders[Int(index)].lastLine = at
        lines.append(Line(place: place, order: index))
    }

    /// Whether an order is in the table from this line on.
    @inline(__always)
    private static func isBeginning(_ meaning: EventMeaning?, _ line: UnsafeRawBufferPointer) -> Bool {
        switch meaning {
        case .order(.freeze, .intended?): true
        // Only where the deposit is another till's.
        case .order(.release, .intended?), .order(.consume, .intended?): MemberSearch.contains(elsewhere, line)
        case .order, .closed, nil: false
        }
    }

    private static let elsewhere = Array(#""elsewhere":true"#.utf8)
}
