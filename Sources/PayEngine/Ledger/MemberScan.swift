import Glibc

/// Reads the members of a line that is spelled as the till spells lines.
///
/// It has no white space, no escapes, whole numbers of at most 18 digits, and no lists but of texts. All other lines
/// are left to a reader of any JSON.
enum MemberScan {
    /// A member's value; texts are in the line.
    enum Value {
        case text(UnsafeRawBufferPointer)
        case integer(Int64)
        case flag(Bool)
    }

    /// Names that a reader looks for, with the places of their values in 64 bits.
    typealias Names<Name: Sendable> = NameTable<(name: Name, place: UInt8)>

    /// The number of digits that always fit in 64 bits.
    private static let digits = 18

    /// Hands over each member whose name is in the table, and returns whether the whole line is spelled plainly.
    ///
    /// If it is not, or such a name is in it twice, what was handed over means nothing. `each` returns false for a
    /// value of another kind than the name has.
    @inline(__always)
    static func members<Name: Sendable>(
        _ line: UnsafeRawBufferPointer, _ names: Names<Name>, _ each: (Name, Value) -> Bool
    ) -> Bool {
        guard isPlain(line), line.count > 2, line[0] == UInt8(ascii: "{") else { return false }
        var at = 1
        var seen: UInt64 = 0
        while true {
            guard let name = text(line, &at), at < line.count, line[at] == UInt8(ascii: ":") else { return false }
            at += 1
            let known = names[name]
            guard let value = value(line, &at, isWanted: known != nil) else { return false }
            if let known {
                let bit: UInt64 = 1 << UInt64(known.place)
                guard seen & bit == 0, let value = value.read, each(known.name, value) else { return false }
                seen |= bit
            }
            guard at < line.count else { return false }
            at += 1
            switch line[at - 1] {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "}"): return at == line.count
            default: return false
            }
        }
    }

    /// Something that a member may hold; `read` is nil where no reader wants its kind.
    private struct Reading {
        let read: Value?
    }

    @inline(__always)
    private static func value(_ line: UnsafeRawBufferPointer, _ at: inout Int, isWanted: Bool) -> Reading? {
        guard at < line.count else { return nil }
        switch line[at] {
        case UInt8(ascii: "\""): return text(line, &at).map { Reading(read: .text($0)) }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return integer(line, &at).map { Reading(read: .integer($0)) }
        case UInt8(ascii: "t"): return skip("true", line, &at) ? Reading(read: .flag(true)) : nil
        case UInt8(ascii: "f"): return skip("false", line, &at) ? Reading(read: .flag(false)) : nil
        case UInt8(ascii: "n"): return skip("null", line, &at) ? Reading(read: nil) : nil
        case UInt8(ascii: "["): return skipTexts(line, &at) ? Reading(read: nil) : nil
        default: return nil
        }
    }

    /// Reads what is between the quotes and moves behind them.
    @inline(__always)
    private static func text(_ line: UnsafeRawBufferPointer, _ at: inout Int) -> UnsafeRawBufferPointer? {
        guard at + 1 < line.count, line[at] == UInt8(ascii: "\""), let address = line.baseAddress,
            let quote = memchr(address + at + 1, Int32(UInt8(ascii: "\"")), line.count - at - 1)
        else { return nil }
        let start = at + 1
        let end = UnsafeRawPointer(quote) - address
        at = end + 1
        return UnsafeRawBufferPointer(rebasing: line[start..<end])
    }

    @inline(__always)
    private static func integer(_ line: UnsafeRawBufferPointer, _ at: inout Int) -> Int64? {
        let isNegative = line[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        let start = at
        var value: Int64 = 0
        while at < line.count, case let digit = line[at] &- UInt8(ascii: "0"), digit < 10, at - start < digits {
            value = value * 10 + Int64(digit)
            at += 1
        }
        // Only zero itself begins with a zero, and it has no sign.
        guard at > start, line[start] != UInt8(ascii: "0") || (at == start + 1 && !isNegative) else { return nil }
        return isNegative ? -value : value
    }

    @inline(__always)
    private static func skip(_ word: StaticString, _ line: UnsafeRawBufferPointer, _ at: inout Int) -> Bool {
        guard let address = line.baseAddress, line.count - at >= word.utf8CodeUnitCount,
            memcmp(address + at, word.utf8Start, word.utf8CodeUnitCount) == 0
        else { return false }
        at += word.utf8CodeUnitCount
        return true
    }

    private static func skipTexts(_ line: UnsafeRawBufferPointer, _ at: inout Int) -> Bool {
        repeat {
            at += 1
            guard text(line, &at) != nil, at < line.count else { return false }
        } while line[at] == UInt8(ascii: ",")
        at += 1
        return line[at - 1] == UInt8(ascii: "]")
    }

    /// Whether it is UTF-8 without control characters and backslashes: then every quote begins or ends a text.
    private static func isPlain(_ line: UnsafeRawBufferPointer) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops = ones << 7
        var unwanted: UInt64 = 0
        var all: UInt64 = 0
        @inline(__always)
        func look(_ word: UInt64) {
            let slashes = word ^ (ones &* 0x5c)
            // A byte below 0x20, and one that is zero, borrow from their top bit. A borrow from a byte below makes this
            // see too much at most.
            unwanted |= (word &- ones &* 0x20) & ~word | (slashes &- ones) & ~slashes
            all |= word
        }
        var at = 0
        while at + 8 <= line.count {
            look(line.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        while at < line.count {
            look(UInt64(line[at]) | (ones &* 0x20) << 8)
            at += 1
        }
        guard unwanted & tops == 0 else { return false }
        return all & tops == 0 || String(validating: line.bindMemory(to: UInt8.self), as: UTF8.self) != nil
    }
}
