import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// CRC-32C.
struct ChecksumTests {
    private func both(_ start: UInt32, _ bytes: [UInt8]) -> (UInt32, UInt32) {
        bytes.withUnsafeBytes { (Checksum.extend(start, $0), Checksum.extendByTable(start, $0)) }
    }

    @Test func theCheckValueIsRightByTheProcessorAndByTheTable() {
        #expect(both(0, Array("123456789".utf8)) == (0xe306_9283, 0xe306_9283))
        #expect(both(0, [UInt8](repeating: 0, count: 32)) == (0x8a91_36aa, 0x8a91_36aa))
        #expect(both(7, []) == (7, 7))
    }

    @Test func itIsTheSameAtAnyLengthAndCutAnywhere() {
        var random = SeededRandom(seed: 3)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let whole = both(1, bytes)
            let cut = random.below(length + 1)
            #expect(whole.0 == whole.1)
            #expect(both(both(1, Array(bytes[..<cut])).0, Array(bytes[cut...])).1 == whole.0)
        }
    }
}
