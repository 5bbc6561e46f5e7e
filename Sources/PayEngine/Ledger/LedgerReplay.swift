import Persistence

/// Makes the ledger of a journal's lines at a start.
///
/// Each line is checked; only those of deposits that something can still happen to, or that had an unusual course, are
/// decoded.
struct LedgerReplay {
    /// With fewer deposits than these nothing is passed over.
    private let few: Int
    private var ledger = DepositLedger()
    private var stories: [OrderKey: DepositStory] = [:]
    private var limit: Int
    private var lastTime: Int64 = 0

    init(passingOverFrom few: Int = 4096) {
        self.few = few
        limit = few
    }

    /// Goes on from a checkpoint's state; false when another version packed it.
    mutating func restore(_ state: [UInt8]) -> Bool {
        guard let restored = DepositLedger(state: state) else { return false }
        ledger = restored
        return true
    }

    /// Takes a durable line in.
    ///
    /// - Returns: false when it is no line as this program spells them, which is passed over.
    mutating func apply(_ line: RawLine) throws -> Bool {
        if line.isHeader { return line.isReadable }
        if line.withUnsafeBytes({ add($0) }) { return true }
        guard let record = line.record else { return false }
        lastTime = record.milliseconds
        guard let number = try DepositLedger.number(of: record) else { return true }
        var text = number.text
        guard let key = text.withUTF8({ OrderKey(UnsafeRawBufferPointer($0)) }) else { return true }
        line.withUnsafeBytes { add($0, nil, to: key) }
        return true
    }

    /// Takes a line in as its figures tell it; false when it has to be decoded.
    private mutating func add(_ line: UnsafeRawBufferPointer) -> Bool {
        guard let figures = LineFigures(line) else { return false }
        lastTime = figures.milliseconds
        add(line, figures, to: figures.key)
        return true
    }

    /// Returns the ledger, when all lines were taken.
    mutating func finished() throws -> DepositLedger {
        drop()
        var records: [JournalRecord] = []
        for story in stories.values { records += Self.records(story) }
        stories = [:]
        records.sort { $0.number < $1.number }
        for record in records { try ledger.apply(record) }
        if !records.isEmpty { ledger.forgetEnded(at: Timestamp(milliseconds: lastTime)) }
        return ledger
    }

    private mutating func add(_ line: UnsafeRawBufferPointer, _ figures: LineFigures?, to key: OrderKey) {
        if stories[key]?.append(line, figures) != nil { return }
        stories[key] = DepositStory(line, figures)
        guard stories.count >= limit else { return }
        drop()
        // Those that are kept are not looked at again and again.
        limit = max(few, 2 * stories.count)
    }

    /// Forgets the deposits that have ended.
    private mutating func drop() {
        let moment = Timestamp(milliseconds: lastTime)
        stories = stories.filter { _, story in !(story.isEnded(at: lastTime) ?? Self.isEnded(story, at: moment)) }
    }

    /// Whether the ledger would forget a deposit with these lines, and they are all its lines.
    private static func isEnded(_ story: DepositStory, at moment: Timestamp) -> Bool {
        var ledger = DepositLedger()
        for record in records(story) {
            guard (try? ledger.apply(record)) != nil else { return false }
        }
        guard ledger.unknownNumbers.isEmpty, ledger.impossibleLines.isEmpty else { return false }
        ledger.forgetEnded(at: moment)
        return ledger.all.isEmpty
    }

    private static func records(_ story: DepositStory) -> [JournalRecord] {
        story.bytes.withUnsafeBytes { bytes in
            bytes.split(separator: 0x0A).compactMap { JournalRecord(line: UnsafeRawBufferPointer(rebasing: $0).bytes) }
        }
    }
}
