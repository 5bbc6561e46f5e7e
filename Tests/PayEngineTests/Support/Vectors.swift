import Foundation
import TestSupport
import Testing

/// The files of `Vectors`.
enum Vectors {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.resourceURL)
        return Array(try Data(contentsOf: folder.appendingPathComponent("Vectors").appendingPathComponent(name)))
    }
}
