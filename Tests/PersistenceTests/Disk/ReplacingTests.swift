import JournalDisk
import Testing

@testable import Persistence

/// A small file of the journal.
struct ReplacingTests {
    private func disk() -> SimulatedDisk {
        let disk = SimulatedDisk(seed: 1)
        disk.put("key", [1, 2, 3])
        disk.put("key.new", [9])
        return disk
    }

    @Test(arguments: [Int.max, 2, 1])
    func aFileIsReplacedWholeAndNothingIsLeftBesideIt(step: Int) throws {
        let disk = disk()
        try disk.replace("key", with: [4, 5, 6, 7, 8], syncedBy: step)
        #expect(disk.contents == ["key": [4, 5, 6, 7, 8]])
    }

    @Test(
        arguments: ["create(_:)", "write(_:at:)", "sync()", "rename(_:to:)"])
    func aFileStaysAsItWasWhenACallFails(call: String) throws {
        let disk = disk()
        disk.failNext(call)
        #expect(throws: JournalError.self) { try disk.replace("key", with: [4, 5]) }
        #expect(disk.contents == ["key": [1, 2, 3]])
    }
}
