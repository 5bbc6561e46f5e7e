import Persistence

/// Whether the journal still agrees with a receipt, which names the line that settled its order.
public enum RecordCheck: Equatable, Sendable {
    /// What the line says.
    public struct Settlement: Equatable, Sendable {
        /// `n` of the line.
        public let line: Int64
        /// The outcome that it settled.
        public let outcome: Outcome
        /// The order's amount.
        public let fee: Fen
        /// `t` of the line.
        public let time: Timestamp
        /// What the order is now.
        public let latest: Outcome
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
    ///   - number: the order that the receipt names.
    ///   - directory: the journal's folder.
    ///   - check: a full one of the same journal.
    /// - Throws: ``DeskError``
    public init(
        record: RecordName, order number: OrderNumber, directory: String, check: JournalCheck
    ) throws(DeskError) {
        do {
            let wanted = Array(number.text.utf8)
            var named: JournalRecord?
            var story: [JournalRecord] = []
            _ = try JournalReader.lines(directory: directory) { line in
                let (isNamed, isWanted) = line.withUnsafeBytes { bytes in
                    let order = RecordPrefix(bytes)?.order
                    return (record.names(bytes), order.map { bytes[$0].elementsEqual(wanted) } ?? false)
                }
                if isNamed { named = line.record ?? named }
                if isWanted, let found = line.record { story.append(found) }
            }
            self = try Self.judge(named, story, number, check.findings)
        } catch {
            throw DeskError(error)
        }
    }

    private static func judge(
        _ named: JournalRecord?, _ story: [JournalRecord], _ number: OrderNumber, _ findings: [JournalFinding]
    ) throws -> RecordCheck {
        guard let named else { return .notThere }
        guard named.order == number.text else { return .ofAnotherOrder(named.order) }
        guard let report = try DepositEventCodec.decode(named)?.freezeReport, report.outcome.isSettled else {
            return .settlesNothing(event: named.event)
        }
        var ledger = DepositLedger()
        for record in story { try ledger.apply(record) }
        guard let intent = story.first, let deposit = ledger[number] else {
            return .unproven(findings.filter(\.isDamage))
        }
        let proof = intent.number...named.number
        let doubts = findings.filter { $0.concerns(proof) }
        guard doubts.isEmpty else { return .unproven(doubts) }
        return .agrees(
            Settlement(
                line: named.number, outcome: report.outcome, fee: deposit.fee,
                time: Timestamp(milliseconds: named.milliseconds), latest: deposit.outcome))
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
