import TestSupport
import Testing

@testable import Persistence

/// A long start.
struct ProgressTests {
    @Test func aLongStartTellsHowFarItHasCome() throws {
        let folder = try TemporaryFolder()
        func open(_ progress: (Int) -> Void = { _ in }) throws -> Journal {
            try Journal.open(
                directory: folder.path, till: "1", restore: { _ in false }, replayLines: { _ in true },
                progress: progress)
        }
        do {
            let journal = try open()
            let fields = Array("{\"text\":\"\(String(repeating: "x", count: 7_000))\"}".utf8)
            for _ in 0..<800 { try journal.append(event: "e", order: nil, fields: fields) }
        }
        var told: [Int] = []
        _ = try open { told.append($0) }
        #expect(told.count >= 4 && told == told.sorted(), "\(told)")
        #expect(try #require(told.first) < 40 && #require(told.last) > 60 && #require(told.last) <= 100, "\(told)")
    }
}
