import Persistence

/// Whether the journal still agrees with a receipt, which names the line that settled its order.
public enum RecordCheck: Equatable, Sendable {
    /// What the line says.
    public struct Settlement: Equatable, Sendable {
        /// `n` of the line.
        public let line: Int64
        /// The freeze, release or consume as that line settled it.
        public let settled: Order
        /// `t` of the line.
        public let time: Timestamp
        /// The same order now.
        public let latest: Order
    }

    /// The line is there, speaks of the order and settles it, and nothing since the order's intent was changed.
    case agrees(Settlement)
    /// No line's digest begins so.
    case notThere
    /// That line speaks of another order, or of none.
    case ofAnotherOrder(String?)
    /// That line speaks of the order and settles nothing; `event` is the journal's.
    case settlesNothing(event: String)
    /// Lines between the order's intent and that line are missing or were changed: these findings say which.
    case unproven([JournalFinding])

    /// Compares a receipt's record with the journal.
    ///
    /// - Parameters:
    ///   - record: the first 16 hexadecimal digits of `h`, or more of them.
    ///   - number: the order that the receipt names: a deposit's, which is right for its releases and consumes, too, or
    ///     a release's or consume's own.
    ///   - directory: the journal's folder.
    ///   - check: a full one of the same journal.
    /// - Throws: ``DeskError``
    public init(
        record: RecordName, order number: OrderNumber, directory: String, check: JournalCheck
    ) throws(DeskError) {
        do {
            var named: JournalRecord?
            _ = try JournalReader.lines(directory: directory) { line in
                if line.withUnsafeBytes({ record.names($0) }) { named = line.record ?? named }
            }
            guard let named else {
                self = .notThere
                return
            }
            var story: [JournalRecord] = []
            if let deposit = named.order {
                try JournalReader.find(deposit, directory: directory) { record in
                    if record.order == deposit { story.append(record) }
                }
            }
            self = try Self.judge(named, story, number, check.findings)
        } catch {
            throw DeskError(error)
        }
    }

    private static func judge(
        _ named: JournalRecord, _ story: [JournalRecord], _ number: OrderNumber, _ findings: [JournalFinding]
    ) throws -> RecordCheck {
        guard let deposit = named.order.flatMap({ OrderNumber($0) }) else { return .ofAnotherOrder(named.order) }
        let event = try DepositEventCodec.decode(named)?.orderEvent
        let own = event?.number ?? deposit
        guard number == deposit || number == own else { return .ofAnotherOrder(own.text) }
        guard let report = event?.report, report.outcome.isSettled else { return .settlesNothing(event: named.event) }
        var ledger = DepositLedger()
        var intent: Int64?
        for record in story {
            try ledger.apply(record)
            let begun = try DepositEventCodec.decode(record)?.orderEvent
            if begun?.isIntent == true, begun?.number ?? deposit == own { intent = record.number }
        }
        guard let intent, let latest = ledger.order(own) else { return .unproven(findings.filter(\.isDamage)) }
        let doubts = findings.filter { $0.concerns(intent...named.number) }
        guard doubts.isEmpty else { return .unproven(doubts) }
        var settled = latest.order
        settled.status.outcome = report.outcome
        return .agrees(
            Settlement(
                line: named.number, settled: settled, time: Timestamp(milliseconds: named.milliseconds),
                latest: latest.order))
    }
}

extension JournalFinding {
    /// Whether a finding leaves open what one of these lines once said.
    ///
    /// A repair does not: the digest agreed with it.
    fileprivate func concerns(_ lines: ClosedRange<Int64>) -> Bool {
        switch self {
        case .missingLines(let numbers, _), .lostLines(let numbers, _): numbers.overlaps(lines)
        case .brokenChain(let line, _), .unreadable(let line, _): lines.contains(line)
        case .repaired, .tornTail, .missingSegment, .damagedHeader, .strayBytes, .changedVoid, .foreign, .newDigestKey,
            .lostDigestKey, .lessThanPublished, .lessThanCheckpoint, .lessThanIndex, .shortSegment, .noLines,
            .acceptedLoss,
            .accepted:
            false
        }
    }
}
