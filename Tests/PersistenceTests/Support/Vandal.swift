import JournalDisk
import TestSupport

@testable import Persistence

/// Changes segments in ways that no disk would: what is read may make no sense, but must never stop the reader.
struct Vandal {
    private static let snippets = [
        "\n", "{", "}", "\"", "\0\0\0\0\0\0\0\0", "999999999999999999", "9223372036854775807", "-1", "\\ud800", "null",
        "\"prev\":null", "\"h\":\"", ",\"c\":\"00000000\"}\n", "{\"n\":1,", "\u{fffd}",
    ]

    static func change(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var changed = bytes
        for _ in 0...random.below(4) where !changed.isEmpty {
            let at = random.below(changed.count)
            let end = min(changed.count, at + random.below(random.chance(80) ? 12 : 600))
            switch random.below(5) {
            case 0: changed.removeSubrange(at..<end)
            case 1: changed.insert(contentsOf: changed[at..<end], at: random.below(changed.count))
            case 2: changed.insert(contentsOf: Array(snippets[random.below(snippets.count)].utf8), at: at)
            case 3: changed.replaceSubrange(at..<end, with: snippets[random.below(snippets.count)].utf8)
            default: changed[at] = UInt8.random(in: .min ... .max, using: &random)
            }
        }
        return changed
    }
}
