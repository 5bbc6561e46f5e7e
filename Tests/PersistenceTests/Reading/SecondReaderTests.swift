import Foundation
import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// Compares with a reader in another language that was written from docs/journal.md alone.
struct SecondReaderTests {
    private struct Finding: Decodable, Equatable {
        var lines: Int64
        var last: Int64
        var sha256: String
        var gaps: [[Int64]]
        var repairs: [[Int64]]
        var torn: Int64
        var void: Int64
        var segments: [Int]
        var stillborn: [Int]
        var missing: [Int]
    }

    private func first(_ folder: TemporaryFolder) throws -> Finding {
        let disk = try DiskFolder.prepared(folder.path)
        let segments = try SegmentFolder(disk)
        let hash = SHA256Digest()
        let scan = try JournalScan.run(segments, disk) { line in
            hash.update(line.bytes)
            [UInt8(0x0a)].withUnsafeBytes { hash.update($0) }
        }
        let report = scan.report
        return Finding(
            lines: report.lines, last: report.lastNumber,
            sha256: String(decoding: Hexadecimal.encode(hash.finish()), as: UTF8.self),
            gaps: report.gaps.map { [$0.numbers.lowerBound, $0.numbers.upperBound] },
            repairs: report.repairs.map { [$0.number, Int64($0.segment), $0.offset, Int64($0.mask)] },
            torn: report.tornTailBytes, void: report.voidBytes, segments: segments.segments.map(\.ordinal),
            stillborn: segments.stillborn, missing: segments.missing.sorted())
    }

    private func second(_ folders: [TemporaryFolder]) throws -> [Finding] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = Bundle.module.bundleURL.appendingPathComponent("Samples/read_journal.py").path
        process.arguments = ["python3", script] + folders.map(\.path)
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try data.split(separator: 0x0a).map { try JSONDecoder().decode(Finding.self, from: $0) }
    }

    private func folder(_ disk: SimulatedDisk) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, bytes) in disk.contents where SegmentName.ordinal(name) != nil { try folder.write(name, bytes) }
        return folder
    }

    /// Journals as crashes leave them, then with this many flipped bits, or a piece overwritten.
    private func journals() throws -> [TemporaryFolder] {
        var folders: [TemporaryFolder] = []
        for seed in 0..<60 {
            var walk = CrashWalk(seed: UInt64(seed) + 5000)
            walk.run(checking: false)
            let disk = walk.disk.copy()
            let names = disk.contents.filter { SegmentName.ordinal($0.key) != nil && $0.value.count > 200 }.keys
                .sorted()
            guard !names.isEmpty else { continue }
            for _ in 0..<[0, 1, 2, 3, 9][seed % 5] {
                let name = names[disk.random.below(names.count)]
                let content = disk.contents[name] ?? []
                let end = (content.lastIndex { $0 != 0x0a } ?? 0) + 1
                disk.flip(name, disk.random.below(end), 1 << UInt8(disk.random.below(8)))
            }
            if seed % 7 == 6 { try disk.remove(names[0]) }
            folders.append(try folder(disk))
        }
        let sample = try TemporaryFolder()
        try Sample.copy(to: sample)
        return folders + [sample]
    }

    @Test func aSecondReaderFindsTheSameLinesGapsRepairsAndTails() throws {
        let folders = try journals()
        let theirs = try second(folders)
        #expect(theirs.count == folders.count)
        for (folder, their) in zip(folders, theirs) {
            #expect(try first(folder) == their, "\(folder.path)")
        }
        #expect(theirs.contains { !$0.gaps.isEmpty } && theirs.contains { !$0.repairs.isEmpty })
        #expect(theirs.contains { $0.torn > 0 } && theirs.contains { !$0.stillborn.isEmpty })
    }
}
