import Foundation
import JournalDisk
import Testing

/// A short walk beside the long one of `journal-walk`: `SEED=470 swift test --filter CrashTests` prints one life's
/// operations.
struct CrashTests {
    private static func setting(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    private static let seeds = setting("SEED").map { $0..<($0 + 1) } ?? 0..<(setting("SEEDS") ?? 1200)

    @Test(arguments: [0, 1])
    func afterAnyCrashNoAcknowledgedLineIsLostAndNoOtherAppears(half: UInt64) {
        for seed in Self.seeds where seed % 2 == half {
            var walk = CrashWalk(seed: seed)
            if Self.seeds.count == 1 { walk.disk.trace = { print($0) } }
            walk.run()
            #expect(walk.broken.isEmpty, "seed \(seed)")
        }
    }

    @Test(arguments: [0, 1])
    func norWithAnyBitFlippedBesides(half: UInt64) {
        for seed in Self.seeds where seed % 2 == half {
            var walk = CrashWalk(seed: seed)
            if Self.seeds.count == 1 { walk.disk.trace = { print($0) } }
            walk.run(flipping: true)
            #expect(walk.broken.isEmpty, "seed \(seed)")
        }
    }
}
