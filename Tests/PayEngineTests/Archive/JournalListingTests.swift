import Testing

@testable import PayEngine
@testable import Persistence

@Suite struct JournalListingTests {
    private func numbers(_ journal: SampleJournal, _ change: (inout JournalFilter) -> Void = { _ in }) throws
        -> [String]
    {
        var filter = JournalFilter()
        change(&filter)
        var numbers: [String] = []
        let listing = try JournalListing(directory: journal.path, filter: filter)
        let unreadable = try listing.orders { numbers.append($0.number.text) }
        #expect(unreadable == 0 && listing.isWhole)
        return numbers
    }

    @Test func aJournalThatIsNotThereIsEmpty() throws {
        let listing = try JournalListing(directory: "/nonexistent")
        var count = 0
        #expect(try listing.orders { _ in count += 1 } == 0)
        try listing.lines { _ in count += 1 }
        #expect(count == 0 && listing.isWhole)
    }

    @Test func ordersComeInTheOrderOfTheirIntentsAsTheBookHasThem() throws {
        let journal = try SampleJournal()
        let first = try journal.freeze("A1")
        for index in 0..<40 { try journal.freeze("B\(index)", .waiting, .done) }
        try journal.append(.told(OutcomeReport(.done, .held)), of: first)
        var listed: [Deposit] = []
        _ = try JournalListing(directory: journal.path).orders { listed.append($0) }
        let ledger = try DepositArchive(directory: journal.path).deposits()
        #expect(listed == ledger)
        #expect(listed.count == 41 && listed[0].number == first && listed[0].outcome == .done)
    }

    @Test func everyFilterAloneAndTogether() throws {
        let journal = try SampleJournal()
        try journal.freeze("A1", .done, fee: 100, staff: "1", at: 1_000_000)
        try journal.freeze("A2", .done, fee: 1000, staff: "12", at: 2_000_000)
        try journal.freeze("B1", .refused, fee: 100, staff: "押\"/\\", at: 3_000_000)
        try journal.freeze("B2", fee: 10, at: 4_000_000)
        #expect(try numbers(journal) == ["A1", "A2", "B1", "B2"])
        #expect(try numbers(journal) { $0.fee = Fen(100) } == ["A1", "B1"])
        #expect(try numbers(journal) { $0.fee = Fen(10) } == ["B2"])
        #expect(try numbers(journal) { $0.staffID = "1" } == ["A1"])
        #expect(try numbers(journal) { $0.staffID = "押\"/\\" } == ["B1"])
        #expect(try numbers(journal) { $0.number = "A" } == ["A1", "A2"])
        #expect(try numbers(journal) { $0.number = "" } == ["A1", "A2", "B1", "B2"])
        #expect(try numbers(journal) { $0.since = Timestamp(milliseconds: 2_000_000) } == ["A2", "B1", "B2"])
        #expect(try numbers(journal) { $0.until = Timestamp(milliseconds: 2_000_000) } == ["A1"])
        #expect(try numbers(journal) { $0.state = .frozen } == ["A1", "A2"])
        let together = try numbers(journal) { filter in
            filter.fee = Fen(100)
            filter.state = .refused
            filter.number = "B"
            filter.until = Timestamp(milliseconds: 3_000_001)
        }
        #expect(together == ["B1"])
        #expect(try numbers(journal) { $0.staffID = "frozen" } == [])
    }

    @Test func aPartOfAnotherNameFindsTheWholeOrder() throws {
        let journal = try SampleJournal()
        try journal.freeze("A1", .waiting, .done)
        try journal.freeze("A2", .done)
        try journal.freeze("4200", .refused)
        #expect(try numbers(journal) { $0.number = "4200-A2" } == ["A2"])
        #expect(try numbers(journal) { $0.number = "4200" } == ["A1", "A2", "4200"])
        var filter = JournalFilter()
        filter.number = "0-A1"
        var lines = 0
        try JournalListing(directory: journal.path, filter: filter).lines { _ in lines += 1 }
        #expect(lines == 3)
    }

    @Test func oneTextFindsNumbersAndReferences() throws {
        let journal = try SampleJournal()
        try journal.freeze("A1", .waiting, .done, reference: "302 \"张\" A2")
        try journal.freeze("A2", .done, fee: 100)
        try journal.freeze("A3", .done, reference: "4200")
        try journal.freeze("A4", .refused, reference: "305")
        let listed = { (text: String) in
            try self.numbers(journal) { filter in
                filter.number = text
                filter.numberMayBeReference = true
            }
        }
        #expect(try listed("A2") == ["A1", "A2"])
        #expect(try listed("30") == ["A1", "A4"])
        #expect(try listed("\"张\"") == ["A1"])
        #expect(try listed("4200") == ["A1", "A2", "A3"])
        #expect(try listed("押金") == [])
        #expect(try listed("A 2") == ["A1", "A2"])
        #expect(try listed("a-2") == ["A1", "A2"])
        #expect(try listed("\" A2") == ["A1"])
        #expect(try numbers(journal) { $0.number = "30" } == [])
        let both = try numbers(journal) { filter in
            filter.number = "A2"
            filter.numberMayBeReference = true
            filter.fee = Fen(100)
        }
        #expect(both == ["A2"])
    }

    @Test func blanksHyphens86CaseWidthAndNormalFormMakeNoDifferenceToASearch() throws {
        let journal = try SampleJournal()
        try journal.freeze("A1", .done, reference: "Zoe\u{301} 138 0013-8000")
        try journal.freeze("A2", .done, reference: "ZHANG ３０２")
        try journal.freeze("A3", .done, reference: "+86 139 0000 1111")
        let spellings = [
            ("13800138000", ["A1"]), ("+86 138-0013 8000", ["A1"]), ("zo\u{E9}", ["A1"]), ("ZOE\u{301}", ["A1"]),
            ("zhang302", ["A2"]), ("Zhang 302", ["A2"]), ("３０２", ["A2"]), ("1390000", ["A3"]), ("+861390000", ["A3"]),
            ("a1", ["A1"]), ("Ａ－１", ["A1"]), ("140", []),
        ]
        for (text, wanted) in spellings {
            let found = try numbers(journal) { filter in
                filter.number = text
                filter.numberMayBeReference = true
            }
            #expect(found == wanted, "\(text)")
        }
    }

    @Test func statesAreTheLatestOnes() throws {
        let journal = try SampleJournal()
        try journal.freeze("A1", .done, .over)
        try journal.freeze("A2", .done, .refused)
        try journal.freeze("A3", .waiting)
        let closed = try journal.freeze("A4", .unknown)
        try journal.append(.closed(staffID: "1", reason: "r", order: nil), of: closed)
        let late = try journal.freeze("A5")
        try journal.append(.closed(staffID: "1", reason: "r", order: nil), of: late)
        try journal.append(.told(OutcomeReport(.done, .held)), of: late)
        try journal.freeze("A6", .notSent)
        let expected: [OrderState: [String]] = [
            .over: ["A1"], .frozen: ["A2", "A5"], .waiting: ["A3"], .unknown: ["A4"], .open: ["A3"], .closed: ["A4"],
            .notSent: ["A6"], .refused: [],
        ]
        for state in OrderState.allCases { #expect(try numbers(journal) { $0.state = state } == expected[state]) }
    }

    @Test func linesAreThoseOfTheFile() throws {
        let journal = try SampleJournal()
        for index in 0..<30 { try journal.freeze("A\(index)", .done) }
        var filter = JournalFilter()
        filter.number = "A2"
        var lines: [String] = []
        try JournalListing(directory: journal.path, filter: filter).lines { line in
            lines.append(line.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
        }
        let segments = try JournalCheck(directory: journal.path, full: false).segments
        let files = try (1...segments).map { try journal.text($0) }.joined().split(separator: "\n").map(String.init)
        #expect(lines == files.filter { $0.contains("\"o\":\"A2") } && lines.count == 22)
    }

    @Test func aMendedLineIsListedAsItWasWritten() throws {
        let journal = try SampleJournal()
        for index in 0..<20 { try journal.freeze("A\(index)", .done, fee: 1250) }
        // One bit of the digit: "1" to "0".
        try journal.change(2, "\"fee\":1250", "\"fee\":0250")
        let listing = try JournalListing(directory: journal.path)
        var fees: [Fen] = []
        var lines = ""
        _ = try listing.orders { fees.append($0.fee) }
        try listing.lines { line in lines += line.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
        #expect(fees == Array(repeating: Fen(1250), count: 20))
        #expect(!lines.contains("\"fee\":0250"))
        #expect(!listing.isWhole)
    }

    /// The short way to the latest outcome is the deposit's own.
    @Test func outcomesFollowAsDepositsTakeThem() {
        for first in Outcome.allCases {
            for next in Outcome.allCases {
                var deposit = SampleDeposit.made(first, Reason.unexplained(first))
                let telling = OutcomeReport(next, Reason.unexplained(next))
                deposit.apply(telling, time: Timestamp(seconds: 1), record: "00")
                #expect(deposit.outcome == first.followed(by: next), "\(first) \(next)")
            }
        }
    }
}
