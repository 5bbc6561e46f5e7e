import CSystem
import Glibc

/// Looks for members in a line's bytes.
///
/// A quote inside a text is escaped, so a name with its quotes is never in one.
enum MemberSearch {
    @inline(__always)
    static func contains(_ needle: [UInt8], _ line: UnsafeRawBufferPointer) -> Bool {
        place(of: needle, line) != nil
    }

    @inline(__always)
    static func isEqual(_ bytes: UnsafeRawBufferPointer, _ text: StaticString) -> Bool {
        guard let address = bytes.baseAddress else { return false }
        return bytes.count == text.utf8CodeUnitCount && memcmp(address, text.utf8Start, bytes.count) == 0
    }

    /// Returns the whole number behind `"name":`.
    static func integer(_ name: StaticString, _ line: UnsafeRawBufferPointer) -> Int64? {
        guard let address = line.baseAddress,
            let found = memmem(address, line.count, name.utf8Start, name.utf8CodeUnitCount)
        else { return nil }
        var at = UnsafeRawPointer(found) - address + name.utf8CodeUnitCount
        var value: Int64 = 0
        let start = at
        while at < line.count, (0x30...0x39).contains(line[at]), at - start < 18 {
            value = value * 10 + Int64(line[at] - 0x30)
            at += 1
        }
        return at > start ? value : nil
    }

    /// Returns the escaped text behind `"name":"`, up to its closing quote.
    static func text(_ name: StaticString, _ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard let address = line.baseAddress,
            let found = memmem(address, line.count, name.utf8Start, name.utf8CodeUnitCount)
        else { return nil }
        let start = UnsafeRawPointer(found) - address + name.utf8CodeUnitCount
        var end = start
        while end < line.count, line[end] != 0x22 { end += line[end] == 0x5c ? 2 : 1 }
        return end < line.count ? UnsafeRawBufferPointer(rebasing: line[start..<end]) : nil
    }

    private static func place(of needle: [UInt8], _ line: UnsafeRawBufferPointer) -> Int? {
        guard let address = line.baseAddress else { return nil }
        return needle.withUnsafeBytes { bytes in
            memmem(address, line.count, bytes.baseAddress, bytes.count).map { UnsafeRawPointer($0) - address }
        }
    }
}
