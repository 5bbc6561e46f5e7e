import Foundation
import TestSupport

@testable import Persistence

/// The two segments that every reader has to agree on.
enum Sample {
    static func bytes(_ ordinal: Int) throws -> [UInt8] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Samples/\(SegmentName.make(ordinal))")
        return Array(try Data(contentsOf: url))
    }

    static func copy(to folder: TemporaryFolder) throws {
        for ordinal in 1...2 { try folder.write(SegmentName.make(ordinal), bytes(ordinal)) }
    }

    static func stamp(_ wall: String, _ monotonic: Int64, _ boot: String) -> Stamp {
        Stamp(milliseconds: WallTime.parse(wall) ?? 0, monotonic: monotonic, boot: boot)
    }
}
