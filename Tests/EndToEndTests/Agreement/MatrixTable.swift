import Synchronization
import Testing

/// Collects the matrix and prints it as a table when all of it was run.
final class MatrixTable: SuiteTrait, TestScoping {
    private let rows = Mutex<[String]>([])

    static let shared = MatrixTable()

    func add(_ cell: MatrixCell, _ story: MatrixStory, isGreen: Bool) {
        let end = story.later.isEmpty ? "" : "; later \(story.later.joined(separator: ", "))"
        let row = [
            cell.name, story.told.last ?? "nothing", (story.journal + []).joined(separator: ", ") + end,
            "sent \(story.sendings)", "effects \(story.effects)", story.isOpen ? "open" : "settled",
            story.differences.isEmpty ? "agree" : story.differences.joined(separator: "; "), isGreen ? "green" : "RED",
        ]
        rows.withLock { $0.append(row.joined(separator: " | ")) }
    }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await function()
        let rows = rows.withLock { $0 }
        let head = "order | interface | fault | strikes | outcome | journal | sendings | effects | open | money |"
        print(([head] + rows.sorted()).joined(separator: "\n"))
        print("\(rows.count) cells, \(rows.count { $0.hasSuffix("green") }) green")
    }
}
