import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// An index.
struct IndexTests {
    private let position = DurablePosition(segment: 3, length: 70_000)
    private let chain = ChainState(number: 77, checksum: 0x0cdd_38f3, digest: .none)

    private func bytes(_ entries: [IndexEntry]) throws -> [UInt8] {
        try #require(IndexBytes.make(generation: "8b1c", position: position, chain: chain, entries: entries.sorted()))
    }

    private func index(_ bytes: [UInt8]) throws -> SegmentIndex? {
        let disk = SimulatedDisk(seed: 1)
        disk.put("x", bytes)
        return SegmentIndex(try #require(try disk.open("x", writing: false)).map())
    }

    private func entries(_ count: Int, seed: UInt64 = 1) -> [IndexEntry] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { IndexEntry(digest: random.next(), offset: UInt32($0 * 300 + 200)) }
    }

    /// Nil when the index can't tell.
    private func offsets(_ digest: UInt64, _ index: SegmentIndex) -> [Int64]? {
        var found: [Int64] = []
        return index.offsets(of: digest, &found) ? found : nil
    }

    @Test(
        arguments: [
            ("", 0xefd0_1f60_ba99_2926), ("a", 0x82a2_a958_a9be_ce5b),
            ("sz010002cz17952387410042000001", 0xb6d2_eb0b_e4c0_e636), ("押", 0xc030_ca24_8987_c789),
        ] as [(String, UInt64)])
    func aNameIsKnownByItsMixedFNV1a(name: String, digest: UInt64) {
        #expect(NameDigest.of(name) == digest)
    }

    @Test(arguments: [0, 1, 7, 8, 21, 62, 63, 64, 500, 5000])
    func allThatWasPutInIsFoundAndNothingElse(count: Int) throws {
        let entries = entries(count)
        let index = try #require(try index(bytes(entries)))
        #expect(index.header.position == position && index.header.chain == chain && index.header.count == count)
        for entry in entries { #expect(offsets(entry.digest, index) == [Int64(entry.offset)]) }
        for entry in self.entries(200, seed: 2) { #expect(offsets(entry.digest, index) == []) }
        for digest in [UInt64.min, .max] { #expect(offsets(digest, index) == []) }
        #expect(index.entries() == entries.sorted())
    }

    @Test func everyLineOfADigestIsNamedOldestFirstOverAsManyBlocksAsItTakes() throws {
        var all = entries(300)
        for offset in (0..<200).reversed() { all.append(IndexEntry(digest: all[7].digest, offset: UInt32(offset + 1))) }
        let index = try #require(try index(bytes(all)))
        #expect(offsets(all[7].digest, index) == (1...200).map { Int64($0) } + [2300])
    }

    @Test func withAnyFlippedBitItSaysWhatItSaidBeforeOrThatItCant() throws {
        let entries = entries(70)
        let good = try bytes(entries)
        for place in good.indices {
            for bit in 0..<8 {
                var damaged = good
                damaged[place] ^= 1 << UInt8(bit)
                guard let index = try index(damaged) else { continue }
                #expect(place >= IndexHeader.block)
                let entry = entries[(place + bit) % entries.count]
                let found = offsets(entry.digest, index)
                #expect(found == nil || found == [Int64(entry.offset)])
                #expect(index.entries() == nil)
            }
        }
    }

    @Test func aBlockIsBelievedInItsOwnPlaceAndFileOnly() throws {
        let good = try bytes(entries(200))
        let other = try #require(
            IndexBytes.make(
                generation: "8b1d", position: position, chain: chain, entries: entries(200, seed: 5).sorted()))
        let size = IndexHeader.block
        for block in 1..<(good.count / size) {
            var mixed = good
            mixed.replaceSubrange((block * size)..<((block + 1) * size), with: other[(block * size)...].prefix(size))
            #expect(try index(mixed)?.entries() == nil)
            guard block > 1 else { continue }
            var moved = good
            moved.replaceSubrange(
                (block * size)..<((block + 1) * size), with: good[((block - 1) * size)...].prefix(size))
            #expect(try index(moved)?.entries() == nil)
        }
    }

    @Test func oneThatIsCutShortLongerOrOfAnotherKindIsNone() throws {
        let good = try bytes(entries(50))
        for length in [0, 4, 255, 256, good.count - 256, good.count - 1] {
            #expect(try index(Array(good.prefix(length))) == nil)
        }
        #expect(try index(good + [0]) == nil)
        #expect(try index([UInt8](repeating: 0, count: 4096)) == nil)
        let name = String(repeating: "x", count: 65)
        #expect(IndexBytes.make(generation: name, position: position, chain: chain, entries: []) == nil)
    }

    @Test func oneInMemoryGivesWhatItsFileWould() {
        var table = IndexTable()
        let entries = entries(3000)
        for entry in entries + entries { table.add(entry) }
        #expect(table.sorted() == entries.sorted())
        for entry in entries {
            var found: [Int64] = []
            table.offsets(of: entry.digest, &found)
            #expect(found == [Int64(entry.offset)])
        }
    }

    @Test func aLinesNamesAreTakenAsItsDecoderDoes() throws {
        let end = #"?,"e":"x","t":"2026-11-21T05:40:01.500Z","m":24,"b":"7"}"#.dropFirst()
        let spelled: [(String, [String])] = [
            (#"{"n":5,"o":"a","k":["b","押"]"#, ["a", "b", "押"]), (#"{"n":51,"k":["b"]"#, ["b"]),
            (#"{"n":5,"o":"\u0041\"","k":["\n"]"#, ["A\"", "\n"]), (#"{"n":5"#, []), (#"{"n":5,"o":"a""#, ["a"]),
        ]
        for (begin, names) in spelled {
            var digests: [UInt64] = []
            Array((begin + end).utf8).withUnsafeBytes { line in LineNames.digests(line) { digests.append($0) } }
            #expect(digests == names.map { NameDigest.of($0) })
        }
    }
}
