import PayEngine
import Testing

@testable import SandboxGateway

/// Every order that a till makes, with each interface it needs struck by each fault, before and after the order was
/// made: till and gateway agree to the fen when all was asked again.
@Suite(MatrixTable.shared)
struct AgreementMatrixTests {
    @Test(arguments: Lane.allCases)
    func bothSidesAgreeInEachCell(_ lane: Lane) async throws {
        let cells = MatrixCell.all(of: lane).filter { !$0.hangs }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for start in stride(from: 0, to: cells.count, by: Self.shift) {
                let part = cells[start..<min(start + Self.shift, cells.count)]
                group.addTask { try await run(part) }
            }
            try await group.waitForAll()
        }
    }

    /// Cells that one journal lives through, so that reading it over and over stays quick.
    private static let shift = 20

    private func run(_ cells: ArraySlice<MatrixCell>) async throws {
        var cells = cells
        while !cells.isEmpty {
            try await TestTill.run(Self.options()) { till in
                let desk = try till.desk()
                while let cell = cells.popFirst() {
                    let story = try await MatrixStory.run(cell, desk: desk, till: till)
                    check(cell, story)
                    // What stays open would be asked about in every cell that follows, and a line that closes behind an
                    // answer would lose the next cell's request.
                    if story.isOpen || !story.differences.isEmpty || cell.fault == .closeAfter { break }
                }
            }
        }
    }

    /// Where an answer never comes real time passes: all at once.
    @Test func bothSidesAgreeWhereAnAnswerNeverComes() async throws {
        let cells = Lane.allCases.flatMap(MatrixCell.all).filter(\.hangs)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for cell in cells {
                group.addTask {
                    try await TestTill.run(Self.options(timeout: "2")) { till in
                        check(cell, try await MatrixStory.run(cell, desk: till.desk(), till: till))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// No fault is there that may strike an interface and is in no cell.
    @Test func everyFaultIsInACell() {
        let cells = Lane.allCases.flatMap(MatrixCell.all)
        for interface in BankInterface.signed {
            for fault in Fault.allCases where fault.allowed.contains(interface) {
                #expect(
                    cells.contains { $0.struck == interface && $0.fault == fault },
                    "\(fault.rawValue)@\(interface.rawValue)")
            }
        }
    }

    private static func options(timeout: String = "60") -> TestTill.Options {
        // Nobody scans a code that is not shown.
        TestTill.Options(saysAbsenceByState: true, timeout: timeout, scanTurn: .seconds(1_000_000))
    }

    private func check(_ cell: MatrixCell, _ story: MatrixStory) {
        let found = MatrixExpectation(story)
        let expected = found == .closing(cell) ? found : cell.expected
        MatrixTable.shared.add(cell, story, isGreen: found == expected && story.differences.isEmpty)
        #expect(found == expected, "\(cell.name)")
        #expect(story.differences == [], "\(cell.name)")
        let isLate = cell.fault == .lateFrozen || cell.fault == .lateDone
        #expect(story.isLate == isLate, "told as news: \(cell.name)")
    }
}
