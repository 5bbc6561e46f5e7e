import TestSupport
import Testing

@testable import PayEngine
@testable import Persistence

/// The reader of the till's own spelling says of every line what a reader of any JSON says.
@Suite struct LineReadingTests {
    private typealias Reading = Result<DepositEvent?, LineFault>

    /// A line as a scan hands it over; where it would not, as an owner might be given it all the same.
    private func record(_ line: [UInt8], event: DepositEvent) -> JournalRecord {
        line.withUnsafeBytes { JournalRecord(line: $0) }
            ?? JournalRecord(
                number: 7, event: event.name, order: SampleTill.number.text, keys: [],
                milliseconds: 1_795_239_487_123, monotonic: 1, boot: "b", digest: "00", line: line)
    }

    private func readings(_ record: JournalRecord, _ texts: inout TextPool) -> (fast: Reading, slow: Reading) {
        func fast() throws(LineFault) -> DepositEvent? { try DepositEventCodec.decode(record, &texts) }
        func slow() throws(LineFault) -> DepositEvent? { try JSONDecoderCodec.decode(record) }
        return (Reading(catching: fast), Reading(catching: slow))
    }

    @Test func everyEventIsReadAlikeAndByTheFastReaderWhereNothingIsEscaped() throws {
        let random = SeededRandomSource(101)
        var texts = TextPool()
        for round in 0..<60 {
            for event in RandomEvent.one(ofEach: random, plain: round.isMultiple(of: 2)) {
                let line = try RandomEvent.line(event)
                let isPlain = line.withUnsafeBytes { DepositEventCodec.Fields(plain: $0, &texts) } != nil
                #expect(isPlain == !line.contains(UInt8(ascii: "\\")))
                let (fast, slow) = readings(record(line, event: event), &texts)
                #expect(fast == slow)
                #expect(try fast.get()?.name == event.name)
            }
        }
    }

    @Test func whatIsWrittenIsReadAsItWasWhereALineCanHoldIt() throws {
        let random = SeededRandomSource(105)
        for _ in 0..<200 {
            for event in RandomEvent.one(ofEach: random) {
                let record = record(try RandomEvent.line(event), event: event)
                let read = try DepositEventCodec.decode(record)
                #expect(read == event, "\(String(decoding: record.line, as: UTF8.self))")
            }
        }
    }

    @Test func aMomentBeyondAllNumbersIsRefused() {
        for (event, field) in [("freeze.intent", "expire"), ("freeze.frozen", "created"), ("freeze.over", "ended")] {
            let fields = "{\"fee\":1,\"platform\":\"wechat\",\"\(field)\":9223372036854775807}"
            let detail = "an amount or a time is beyond all that there can be"
            #expect(throws: LineFault.unreadable(line: 2, detail: detail)) {
                try DepositEventCodec.decode(SampleRecord.made(event: event, fields))
            }
        }
    }

    @Test func everyFieldOfEveryEventWithEveryKindOfValue() throws {
        var texts = TextPool()
        var count = 0
        for event in RandomEvent.one(ofEach: SeededRandomSource(102), plain: true) {
            let members = try #require(LineMutator.members(of: RandomEvent.line(event)))
            for field in DepositEventCodec.Fields.CodingKeys.allCases {
                let name = "\"\(field.rawValue)\""
                for value in LineMutator.values {
                    var changed = members.filter { $0.name != name }
                    changed.insert((name, value), at: min(6, changed.count))
                    let (fast, slow) = readings(record(LineMutator.line(changed), event: event), &texts)
                    if fast != slow { Issue.record("\(event.name) \(name):\(value): \(fast), not \(slow)") }
                    count += 1
                }
                let (fast, slow) = readings(
                    record(LineMutator.line(members.filter { $0.name != name }), event: event), &texts)
                if fast != slow { Issue.record("\(event.name) without \(name): \(fast), not \(slow)") }
            }
        }
        #expect(count > 20_000)
    }

    @Test func aHundredThousandChangedLinesAreReadAlike() throws {
        let random = SeededRandomSource(103)
        let mutator = LineMutator(random: random)
        var texts = TextPool()
        var (count, read, faults, plain) = (0, 0, 0, 0)
        while count < 100_000 {
            for event in RandomEvent.one(ofEach: random) {
                let line = try RandomEvent.line(event)
                for _ in 0..<20 {
                    let changed = mutator.changed(line)
                    let (fast, slow) = readings(record(changed, event: event), &texts)
                    if fast != slow {
                        Issue.record("\(String(decoding: changed, as: UTF8.self)): \(fast), not \(slow)")
                    }
                    count += 1
                    switch fast {
                    case .success: read += 1
                    case .failure: faults += 1
                    }
                    plain += changed.withUnsafeBytes { DepositEventCodec.Fields(plain: $0, &texts) } == nil ? 0 : 1
                }
            }
        }
        // Enough of each: lines that are read, that are refused, and that the fast reader took.
        #expect(read > 20_000 && faults > 20_000 && plain > 20_000, "\(read) \(faults) \(plain)")
    }

    @Test func anEventsNameIsOneOfTheTableOrALaterVersions() {
        #expect(EventMeaning("freeze.frozen") == .order(.freeze, .reported(.done)))
        #expect(EventMeaning("unfreeze.not_sent") == .order(.release, .reported(.notSent)))
        #expect(EventMeaning("consume.intent") == .order(.consume(keepsRest: false), .intended))
        #expect(EventMeaning("closed") == .closed)
        #expect(EventMeaning("unfreeze.waiting") == .order(.release, nil))
        #expect(EventMeaning("freeze.") == nil && EventMeaning("freeze") == nil && EventMeaning("") == nil)
        #expect(EventMeaning("refund.intent") == nil && EventMeaning("closed\0") == nil)
        #expect(EventMeaning(String(repeating: "x", count: 40)) == nil)
        for event in RandomEvent.one(ofEach: SeededRandomSource(104)) {
            guard case .order(let order) = event else { continue }
            let step: EventMeaning.Step =
                switch order.step {
                case .intended: .intended
                case .sendingAgain: .sendingAgain
                case .reported(let report, _): .reported(report.outcome)
                }
            guard case .order(let kind, step) = EventMeaning(event.name) else {
                Issue.record("\(event.name)")
                continue
            }
            #expect(kind.word == order.kind.word)
        }
    }
}
