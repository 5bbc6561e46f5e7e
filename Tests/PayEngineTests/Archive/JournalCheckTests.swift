import Testing

@testable import PayEngine
@testable import Persistence

@Suite struct JournalCheckTests {
    private func journal() throws -> SampleJournal {
        let journal = try SampleJournal()
        for index in 0..<30 { try journal.freeze("A\(index)", .waiting, .done, fee: 1250) }
        return journal
    }

    @Test func aSoundJournalIsSoundInBothWays() throws {
        let journal = try journal()
        let quick = try JournalCheck(directory: journal.path, full: false)
        #expect(quick.isClean && quick.findings.isEmpty && quick.segments > 5)
        #expect(try JournalCheck(directory: journal.path, full: true) == quick)
    }

    @Test func missingLinesAreNamedExactly() throws {
        let journal = try journal()
        let line = try #require(journal.text(3).split(separator: "\n").dropFirst(2).first)
        let number = try #require(Int64(line.dropFirst(5).prefix { $0.isNumber }))
        // The checksum that it prints is left, so that the line after it can be trusted.
        try journal.change(3, String(line), String(line).replacing("freeze.", with: "FREEZE."))
        for full in [false, true] {
            let check = try JournalCheck(directory: journal.path, full: full)
            #expect(!check.isClean && check.missingLines == 1)
            #expect(check.findings == [.missingLines(number...number, segment: 3)])
        }
    }

    @Test func aFlippedBitIsARepair() throws {
        let journal = try journal()
        try journal.change(2, "\"fee\":1250", "\"fee\":0250")
        let check = try JournalCheck(directory: journal.path, full: true)
        #expect(!check.isClean && check.repairs == 1 && check.missingLines == 0)
        guard case .repaired(_, segment: 2, _) = check.findings.first else {
            Issue.record("\(check.findings)")
            return
        }
    }

    /// Whoever changes a line and makes all checksums agree again is found by the digests, in whatever segment it is.
    @Test func aForgeryIsFoundByTheFullCheckAlone() throws {
        for segment in [1, 3, 5] {
            let journal = try journal()
            try Forger.forge(journal, segment: segment)
            #expect(try JournalCheck(directory: journal.path, full: false).isClean)
            let check = try JournalCheck(directory: journal.path, full: true)
            #expect(!check.isClean)
            guard case .brokenChain = check.findings.first, check.findings.count == 1 else {
                Issue.record("\(check.findings)")
                return
            }
        }
    }
}
