import Synchronization
import Testing

/// Collects the stories of a suite and prints them as a table when the suite is over.
final class StoryTable: SuiteTrait, TestScoping {
    private let rows = Mutex<[[String]]>([])

    static let faults = StoryTable()

    func add(_ name: String, _ story: FreezeStory) {
        let row = [
            name, story.told.joined(separator: ", "), story.journal.joined(separator: ", "), story.requests,
            "\(story.ordersMade)",
        ]
        rows.withLock { $0.append(row) }
    }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await function()
        let sorted = rows.withLock { $0.sorted { $0[0] < $1[0] } }
        let head = ["fault", "told", "journal", "requests", "orders made"]
        print(([head] + sorted).map { $0.joined(separator: " | ") }.joined(separator: "\n"))
    }
}
