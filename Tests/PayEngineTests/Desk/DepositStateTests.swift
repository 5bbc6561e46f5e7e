import Testing

@testable import PayEngine

@Suite struct DepositStateTests {
    private func unpacked(_ bytes: [UInt8]) throws -> Deposit {
        var reader = StateReader(bytes)
        let deposit = try Deposit(from: &reader)
        #expect(reader.isAtEnd)
        return deposit
    }

    private func packed(_ deposit: Deposit) -> [UInt8] {
        var writer = StateWriter()
        deposit.pack(into: &writer)
        return writer.bytes
    }

    @Test func everyFieldComesBack() throws {
        let random = SeededRandom(5)
        for _ in 0..<500 {
            let deposit = RandomDeposit.made(random)
            #expect(try unpacked(packed(deposit)) == deposit)
        }
    }

    /// A field that is added here must be packed, too.
    @Test func everyFieldIsKnown() {
        let random = SeededRandom(6)
        let deposit = RandomDeposit.made(random)
        #expect(Mirror(reflecting: deposit).children.count == 10)
        #expect(Mirror(reflecting: deposit.freeze).children.count == 11)
        #expect(Mirror(reflecting: deposit.freeze.status).children.count == 17)
    }

    @Test func cutShortOrChangedItIsNoneOrAnother() {
        let random = SeededRandom(7)
        let bytes = packed(RandomDeposit.made(random))
        for count in 0..<bytes.count {
            #expect(throws: StateReader.Unreadable.self) {
                var reader = StateReader(Array(bytes[..<count]))
                _ = try Deposit(from: &reader)
            }
        }
        for _ in 0..<2000 {
            var changed = bytes
            changed[random.below(changed.count)] = UInt8(random.below(256))
            // Whatever comes of it, nothing traps.
            _ = try? unpacked(changed)
            _ = DepositBook(state: changed)
        }
    }

    @Test func aBookComesBack() throws {
        let random = SeededRandom(8)
        var book = DepositBook()
        for _ in 0..<40 { book.adopt(RandomDeposit.made(random)) }
        let restored = try #require(DepositBook(state: book.state))
        #expect(restored.all == book.all && restored.openQuestions == book.openQuestions)
        for version: UInt8 in [6, 10] {
            #expect(DepositBook(state: [version] + book.state.dropFirst()) == nil, "another version's")
        }
        #expect(DepositBook(state: []) == nil)
    }

    @Test func onlyWhatEndedIsForgotten() {
        let now = SampleDeposit.made().startTime
        let later = Timestamp(milliseconds: now.milliseconds + DepositBook.codeMemoryMilliseconds)
        let week = Timestamp(milliseconds: now.milliseconds + DepositBook.refusalMemoryMilliseconds)
        let table: [(Outcome, Reason, Timestamp, Bool)] = [
            (.done, .held, week, true), (.unknown, .inProgress, week, true), (.waiting, .customerTyping, week, true),
            (.over, .releasedOrConsumed, now, true), (.over, .releasedOrConsumed, later, false),
            (.refused, .customerStopped, later, false), (.refused, .paymentError, later, true),
            (.refused, .paymentError, week, false), (.refused, .neverArrived, later, true),
            (.refused, .neverArrived, week, false), (.notSent, .noConnection("x"), later, false),
        ]
        for (outcome, reason, moment, isKept) in table {
            var book = DepositBook()
            book.adopt(SampleDeposit.made(outcome, reason))
            book.forgetEnded(at: moment)
            #expect((book[SampleTill.number] != nil) == isKept, "\(outcome) \(reason)")
        }
        var release = SampleDeposit.made(.over, .releasedOrConsumed)
        release.laterOrders = [
            Order(SampleFollowUp.intent(1), kind: .release, number: SampleFollowUp.number(1), startTime: now)
        ]
        var book = DepositBook()
        book.adopt(release)
        book.forgetEnded(at: week)
        #expect(book.openQuestions.map(\.number) == [SampleFollowUp.number(1)])
    }
}
