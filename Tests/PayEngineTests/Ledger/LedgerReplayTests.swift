import TestSupport
import Testing

@testable import PayEngine
@testable import Persistence

/// A replay that passes over what has ended makes the ledger that decoding every line makes.
@Suite struct LedgerReplayTests {
    private static let day: Int64 = 24 * 60 * 60 * 1000

    /// Lines of many deposits, mixed as they come at a till.
    private struct Course {
        var lines: [[UInt8]] = []
        var time: Int64 = 1_795_239_000_000

        mutating func add(_ event: DepositEvent, of number: OrderNumber) throws {
            let stamp = Stamp(milliseconds: time, monotonic: time, boot: "5e0f1c2d")
            let line = try LineBuilder().line(
                after: ChainState(number: Int64(lines.count)), event: event.name, order: number.text,
                keys: DepositEventCodec.keys(of: event), stamp: stamp, fields: DepositEventCodec.encode(event)
            ).bytes
            lines.append(line)
        }

        var records: [JournalRecord] { lines.compactMap { $0.withUnsafeBytes { JournalRecord(line: $0) } } }
    }

    private func replayed(_ course: Course, passingOverFrom few: Int) throws -> (ledger: DepositLedger, readable: Int) {
        var replay = LedgerReplay(passingOverFrom: few)
        var readable = 0
        for (place, line) in course.lines.enumerated() {
            try line.withUnsafeBytes { bytes in
                let line = RawLine(
                    ScannedLine(bytes: bytes, number: Int64(place + 1), segment: 1, offset: 1, isHeader: false))
                readable += try replay.apply(line) ? 1 : 0
            }
        }
        return (try replay.finished(), readable)
    }

    /// The ledger of every line; deposits that have ended are forgotten.
    private func decoded(_ course: Course) throws -> DepositLedger {
        var ledger = DepositLedger()
        for record in course.records { try ledger.apply(record) }
        ledger.forgetEnded(at: Timestamp(milliseconds: course.time))
        return ledger
    }

    private func expectSame(_ replayed: DepositLedger, _ decoded: DepositLedger, _ course: Course) throws {
        var replayed = replayed
        // As a start finds what it does not know: by all its lines.
        for number in replayed.unknownNumbers {
            var found = DepositLedger(makingUpDeposits: true)
            for record in course.records where record.order == number.text { try found.apply(record) }
            replayed.adopt(number, from: found)
        }
        let moment = Timestamp(milliseconds: course.time)
        replayed.forgetEnded(at: moment)
        func sorted(_ deposits: [Deposit]) -> [Deposit] { deposits.sorted { $0.number.text < $1.number.text } }
        #expect(sorted(replayed.all) == sorted(decoded.all))
        #expect(replayed.impossibleLines == decoded.impossibleLines)
        #expect(replayed.openQuestions == decoded.openQuestions && replayed.held == decoded.held)
        let digests = Set(decoded.all.compactMap(\.codeDigest))
        for digest in digests {
            #expect(
                replayed.depositWithCode(digest: digest, before: moment)
                    == decoded.depositWithCode(digest: digest, before: moment))
        }
        for order in decoded.all.flatMap(\.orders) {
            #expect(replayed.order(order.number) == decoded.order(order.number))
        }
    }

    /// What comes next for a deposit: mostly as it goes, now and then anything.
    private func step(
        _ random: SeededRandomSource, _ turn: Int, _ number: OrderNumber, _ fee: Fen
    ) throws -> DepositEvent {
        let own = try #require(OrderNumber("\(number)r\(random.below(2))"))
        let kind = random.element(of: [Order.Kind.release, .consume(keepsRest: true), .consume(keepsRest: false)])
        let part = random.below(4) == 0 ? Fen(fee.value / 2) : fee
        func later(_ step: OrderEvent.Step) -> DepositEvent {
            .order(OrderEvent(kind: kind, number: own, fee: part, step: step))
        }
        func intent() -> Order.Intent {
            var intent = Order.Intent(fee: part, platform: .wechat, frozen: fee, base: "b", staffID: "1206")
            intent.isFromElsewhere = random.below(30) == 0
            if random.flag() { intent.totals = DepositTotals(untouched: fee) }
            return intent
        }
        switch random.below(12) < 9 ? turn : random.below(8) {
        case 0: return .told(OutcomeReport(random.element(of: [.waiting, .unknown, .done, .done]), .held))
        case 1:
            var report = OutcomeReport(random.element(of: [.done, .done, .done, .refused, .notSent]), .held)
            if report.outcome == .refused { report.reason = random.flag() ? .neverArrived : .customerStopped }
            if random.below(3) == 0 { report.totals = DepositTotals(untouched: fee) }
            return .told(report)
        case 2: return later(.intended(intent()))
        case 3: return random.flag() ? later(.sendingAgain(base: "b")) : later(.reported(.init(.unknown, .inProgress)))
        case 4, 5:
            let outcome = random.element(of: [Outcome.done, .done, .done, .refused, .unknown])
            return later(.reported(OutcomeReport(outcome, .unexplained(outcome, of: kind)), left: .zero))
        case 6: return .told(OutcomeReport(random.element(of: [.over, .over, .done, .unknown]), .releasedOrConsumed))
        default: return .closed(staffID: "1", reason: "r\n", order: random.flag() ? own : nil)
        }
    }

    @Test func randomCoursesWithFewAndWithManyDepositsPassedOver() throws {
        let random = SeededRandomSource(201)
        var (kept, gone) = (0, 0)
        for round in 0..<120 {
            var course = Course()
            var turns: [(number: OrderNumber, fee: Fen, turn: Int)] = []
            for index in 0..<80 {
                let number = try #require(OrderNumber("sz010002cz\(round)x\(index)"))
                let fee = Fen(Int64(2 * (1 + random.below(500))))
                let intent = Order.Intent(
                    fee: fee, platform: .wechat, base: "https://pay.example", staffID: "1206",
                    maskedCode: "13************2447", codeDigest: "d\(random.below(40))", body: "押金",
                    reference: random.below(8) == 0 ? "a\"b" : nil)
                try course.add(.intended(intent), of: number)
                turns.append((number, fee, 0))
                for _ in 0..<random.below(9) {
                    let place = random.below(turns.count)
                    let (number, fee, turn) = turns[place]
                    turns[place].turn += 1
                    course.time += Int64(random.below(Int(Self.day) / 40))
                    try course.add(step(random, turn, number, fee), of: number)
                }
            }
            course.time += Int64(random.below(2)) * Self.day
            let decoded = try decoded(course)
            let (ledger, readable) = try replayed(course, passingOverFrom: [1, 20, 4096][round % 3])
            #expect(readable == course.lines.count)
            try expectSame(ledger, decoded, course)
            kept += decoded.all.count
            gone += 80 - decoded.all.count
        }
        #expect(kept > 500 && gone > 500, "\(kept) \(gone)")
    }

    @Test func whatALedgerRefusesAReplayRefusesWithTheSameWords() throws {
        let refused = [
            ("freeze.intent", "{}", "\"o\":\"A1\""), ("freeze.intent", "{\"fee\":\"1\"}", "\"o\":\"A1\""),
            ("freeze.intent", "{\"fee\":1,\"platform\":\"unionpay\"}", "\"o\":\"A1\""),
            ("freeze.frozen", "{\"why\":5}", "\"o\":\"A1\""), ("freeze.frozen", "{\"log_id\":-1}", "\"o\":\"A1\""),
            ("freeze.frozen", "{\"ended\":9223372036854775807}", "\"o\":\"A1\""),
            ("freeze.frozen", "{}", "\"o\":\"押金\""), ("freeze.frozen", "{}", ""), ("closed", "{}", "\"o\":\"A 1\""),
            ("unfreeze.released", "{\"fee\":1}", "\"o\":\"A1\""),
            ("unfreeze.later", "{\"number\":\"A2\"}", "\"o\":\"A1\""),
            ("consume.intent", "{\"number\":\"A2\",\"fee\":1,\"platform\":\"wechat\"}", "\"o\":\"A1\""),
            ("x", "{\"fee\":[]}", ""),
        ]
        for (event, fields, order) in refused {
            let own = fields == "{}" ? "" : ",\(fields.dropFirst().dropLast())"
            let text =
                "{\"n\":7,\(order.isEmpty ? "" : order + ",")\"e\":\"\(event)\",\"t\":\"2026-11-21T05:38:07.000Z\""
                + ",\"m\":1,\"b\":\"b\"\(own),\"h\":\"\(String(repeating: "0", count: 32))\",\"c\":\"00000000\"}"
            let line = Array(text.utf8)
            let record = try #require(line.withUnsafeBytes { JournalRecord(line: $0) })
            var ledger = DepositLedger()
            let wanted = #expect(throws: DepositLedgerError.self) { try ledger.apply(record) }
            let found = #expect(throws: DepositLedgerError.self) {
                try line.withUnsafeBytes { bytes in
                    var replay = LedgerReplay()
                    _ = try replay.apply(
                        RawLine(ScannedLine(bytes: bytes, number: 7, segment: 1, offset: 1, isHeader: false)))
                }
            }
            #expect(found == wanted)
        }
    }

    @Test func ofChangedLinesAReplayReadsAndRefusesWhatALedgerDoes() throws {
        let random = SeededRandomSource(202)
        let mutator = LineMutator(random: random)
        var sure = 0
        for _ in 0..<25 {
            for event in RandomEvent.one(ofEach: random) {
                let line = try RandomEvent.line(event)
                for _ in 0..<40 {
                    let line = mutator.changed(line)
                    guard line.withUnsafeBytes({ LineShape($0) }) != nil,
                        line.withUnsafeBytes({ LineFigures($0) }) != nil
                    else { continue }
                    sure += 1
                    // Sure of it, so it decodes.
                    let record = line.withUnsafeBytes { JournalRecord(line: $0) }
                    var ledger = DepositLedger()
                    if let record {
                        #expect(throws: Never.self) { try ledger.apply(record) }
                    } else {
                        Issue.record("\(String(decoding: line, as: UTF8.self))")
                    }
                }
            }
        }
        #expect(sure > 2000, "\(sure)")
    }
}
