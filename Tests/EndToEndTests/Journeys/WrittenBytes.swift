import FoundationEssentials
import Glibc

/// Bytes of a file or of a terminal, searched by the C library: there are many, and tests are not optimised.
struct WrittenBytes: Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Empty when there is no such file.
    init(file path: String) {
        bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    }

    func holds(_ text: String) -> Bool {
        let needle = Array(text.utf8)
        guard let first = needle.first else { return true }
        return bytes.withUnsafeBytes { hay in
            guard var place = hay.baseAddress else { return false }
            let end = place + hay.count
            while end - place >= needle.count, let found = memchr(place, Int32(first), end - place) {
                place = UnsafeRawPointer(found)
                if end - place >= needle.count, memcmp(place, needle, needle.count) == 0 { return true }
                place += 1
            }
            return false
        }
    }

    /// Without escape sequences that begin with ESC [, so that what was drawn cell by cell stands together.
    var withoutSequences: WrittenBytes {
        var result: [UInt8] = []
        var isInside = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isInside {
                isInside = !(0x40...0x7E).contains(byte)
            } else if byte == 0x1B, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") {
                isInside = true
                index += 1
            } else {
                result.append(byte)
            }
            index += 1
        }
        return WrittenBytes(result)
    }
}
