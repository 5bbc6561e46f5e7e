import TestSupport
import Testing

@testable import PayEngine

@Suite struct DepositStateTests {
    private func unpacked(_ bytes: [UInt8]) throws -> Deposit {
        var reader = CheckpointDecoder(bytes)
        let deposit = try Deposit(from: &reader)
        #expect(reader.isAtEnd)
        return deposit
    }

    private func packed(_ deposit: Deposit) -> [UInt8] {
        var writer = CheckpointEncoder()
        deposit.pack(into: &writer)
        return writer.bytes
    }

    @Test func everyFieldComesBack() throws {
        let random = SeededRandomSource(5)
        for _ in 0..<500 {
            let deposit = RandomDeposit.made(random)
            #expect(try unpacked(packed(deposit)) == deposit)
        }
    }

    /// A field that is added here must be packed, too.
    @Test func everyFieldIsKnown() {
        let random = SeededRandomSource(6)
        let deposit = RandomDeposit.made(random)
        #expect(Mirror(reflecting: deposit).children.count == 10)
        #expect(Mirror(reflecting: deposit.freeze).children.count == 11)
        #expect(Mirror(reflecting: deposit.freeze.status).children.count == 17)
    }

    @Test func cutShortOrChangedItIsNoneOrAnother() {
        let random = SeededRandomSource(7)
        let bytes = packed(RandomDeposit.made(random))
        for count in 0..<bytes.count {
            #expect(throws: CheckpointDecoder.Unreadable.self) {
                var reader = CheckpointDecoder(Array(bytes[..<count]))
                _ = try Deposit(from: &reader)
            }
        }
        for _ in 0..<2000 {
            var changed = bytes
            changed[random.below(changed.count)] = UInt8(random.below(256))
            // Whatever comes of it, nothing traps.
            _ = try? unpacked(changed)
            _ = DepositLedger(state: changed)
        }
    }

    @Test func aBookComesBack() throws {
        let random = SeededRandomSource(8)
        var ledger = DepositLedger()
        for _ in 0..<40 { ledger.adopt(RandomDeposit.made(random)) }
        let restored = try #require(DepositLedger(state: ledger.state))
        #expect(restored.all == ledger.all && restored.openQuestions == ledger.openQuestions)
        for version: UInt8 in [6, 10] {
            #expect(DepositLedger(state: [version] + ledger.state.dropFirst()) == nil, "another version's")
        }
        #expect(DepositLedger(state: []) == nil)
    }

    @Test func onlyWhatEndedIsForgotten() {
        let now = SampleDeposit.made().startTime
        let later = Timestamp(milliseconds: now.milliseconds + DepositLedger.codeMemoryMilliseconds)
        let week = Timestamp(milliseconds: now.milliseconds + DepositLedger.refusalMemoryMilliseconds)
        let table: [(Outcome, Reason, Timestamp, Bool)] = [
            (.done, .held, week, true), (.unknown, .inProgress, week, true), (.waiting, .customerTyping, week, true),
            (.over, .releasedOrConsumed, now, true), (.over, .releasedOrConsumed, later, false),
            (.refused, .customerStopped, later, false), (.refused, .paymentError, later, true),
            (.refused, .paymentError, week, false), (.refused, .neverArrived, later, true),
            (.refused, .neverArrived, week, false), (.notSent, .noConnection("x"), later, false),
        ]
        for (outcome, reason, moment, isKept) in table {
            var ledger = DepositLedger()
            ledger.adopt(SampleDeposit.made(outcome, reason))
            ledger.forgetEnded(at: moment)
            #expect((ledger[SampleTill.number] != nil) == isKept, "\(outcome) \(reason)")
        }
        var release = SampleDeposit.made(.over, .releasedOrConsumed)
        release.laterOrders = [
            Order(SampleOrder.intent(1), kind: .release, number: SampleOrder.number(1), startTime: now)
        ]
        var ledger = DepositLedger()
        ledger.adopt(release)
        ledger.forgetEnded(at: week)
        #expect(ledger.openQuestions.map(\.number) == [SampleOrder.number(1)])
    }
}
