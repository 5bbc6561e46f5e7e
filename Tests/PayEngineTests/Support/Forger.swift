import FoundationEssentials
import Testing

@testable import PayEngine
@testable import Persistence

/// Changes an amount in a journal and computes every checksum anew, but no digest: what somebody does who knows the
/// format and hopes that nobody looks twice.
enum Forger {
    static func forge(_ journal: SampleJournal, segment: Int) throws {
        var checksum: UInt32 = 0
        var ordinal = 1
        var isDone = false
        while FileManager.default.fileExists(atPath: "\(journal.path)/\(SegmentName.make(ordinal))") {
            var forged = ""
            for line in try journal.text(ordinal).split(separator: "\n") {
                var body = String(line.dropLast(LineShape.checksumSuffix))
                if ordinal == segment, !isDone, let place = body.firstRange(of: "\"fee\":1250") {
                    body.replaceSubrange(place, with: "\"fee\":9950")
                    isDone = true
                }
                checksum = Array(body.utf8).withUnsafeBytes { Checksum.extend(checksum, $0) }
                forged += body + ",\"c\":\"" + String(decoding: Hexadecimal.encode(checksum), as: UTF8.self) + "\"}\n"
            }
            let file = URL(filePath: "\(journal.path)/\(SegmentName.make(ordinal))")
            let fill = try Data(contentsOf: file).count - forged.utf8.count
            try Data((forged + String(repeating: "\n", count: fill)).utf8).write(to: file)
            ordinal += 1
        }
        #expect(isDone)
    }
}
