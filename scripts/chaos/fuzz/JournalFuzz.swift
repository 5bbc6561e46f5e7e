/// Takes an input of libFuzzer.
///
/// The input is the journal's folder: files divided by 0x1e, each led by a byte that says what it is.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzJournal(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let folder = MemoryFolder(Array(UnsafeBufferPointer(start: bytes, count: count)))
    let before = folder.files
    let first = Reading(folder)
    guard folder.files == before else { return trap("reading has written") }
    guard let first else { return 0 }
    JournalCheck.writeOn(folder, first)
    return 0
}

func trap(_ message: String) -> CInt {
    print(message)
    // A crash is how a fuzzer is told; the till itself has no such line.
    UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    return 0
}

/// Everything that a reading takes.
struct Reading {
    var lines: [[UInt8]] = []
    var report = JournalReport()

    /// Nil when the folder is refused, as one of a later format is.
    init?(_ folder: MemoryFolder) {
        var unreadable: [JournalProblem] = []
        do {
            let segments = try SegmentFolder(folder)
            report = try JournalScan.run(segments, folder) { line in
                lines.append(Array(line.bytes))
                try RecordReader.read(line, &unreadable) { _ in }
            }.report
        } catch {
            return nil
        }
    }
}

enum JournalCheck {
    /// A writer believes what a reader believes, and what it appends is read afterwards, behind all that was.
    static func writeOn(_ folder: MemoryFolder, _ before: Reading) {
        var replayed = 0
        do {
            let journal = try Journal.open(
                folder, stamps: StillStamps(), till: "1", limits: SegmentLimits(longest: 1 << 16, step: 256),
                restore: { _ in false }
            ) { _ in
                replayed += 1
            }
            let record = try journal.append(event: "more", order: "o", fields: Array("{\"a\":1}".utf8))
            guard let after = Reading(folder) else {
                _ = trap("what was written can't be read")
                return
            }
            if after.lines.last != record.line { _ = trap("the line that was written is not the last") }
            if Array(after.lines.prefix(before.lines.count)) != before.lines { _ = trap("lines are lost") }
            if after.report.tornTailBytes != 0 { _ = trap("a torn tail is left") }
        } catch {
            return
        }
    }
}

struct StillStamps: StampSource {
    func stamp() -> Stamp { Stamp(milliseconds: 1_795_239_221_000, monotonic: 1, boot: "5e0f") }
    func generation() -> String { "8b1c6a0e-6f0e-4a53-9f0f-3c1d2b7a9e44" }
}
