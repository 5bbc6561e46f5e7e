/// Unpacks what ``CheckpointEncoder`` packed.
struct CheckpointDecoder {
    /// The bytes are not what this version packs.
    struct Unreadable: Error {}

    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { at == bytes.count }

    mutating func integer() throws(Unreadable) -> Int64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let byte = try self.byte()
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
        }
        throw Unreadable()
    }

    mutating func int() throws(Unreadable) -> Int {
        guard let value = Int(exactly: try integer()) else { throw Unreadable() }
        return value
    }

    mutating func flag() throws(Unreadable) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw Unreadable()
        }
    }

    mutating func text() throws(Unreadable) -> String {
        let count = try int()
        guard count >= 0, count <= bytes.count - at,
            let text = String(validating: bytes[at..<(at + count)], as: UTF8.self)
        else { throw Unreadable() }
        at += count
        return text
    }

    mutating func fen() throws(Unreadable) -> Fen { Fen(try integer()) }

    mutating func time() throws(Unreadable) -> Timestamp { Timestamp(milliseconds: try integer()) }

    mutating func number() throws(Unreadable) -> OrderNumber {
        guard let number = OrderNumber(try text()) else { throw Unreadable() }
        return number
    }

    /// Reads a value of a kind that is told by its name.
    mutating func named<Value>(_ find: (String) -> Value?) throws(Unreadable) -> Value {
        guard let value = find(try text()) else { throw Unreadable() }
        return value
    }

    mutating func optional<Value>(
        _ read: (inout CheckpointDecoder) throws(Unreadable) -> Value
    ) throws(Unreadable) -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func optionalText() throws(Unreadable) -> String? {
        try optional { reader throws(Unreadable) in try reader.text() }
    }

    mutating func list<Value>(
        _ read: (inout CheckpointDecoder) throws(Unreadable) -> Value
    ) throws(Unreadable) -> [Value] {
        let count = try int()
        // Each takes a byte at least.
        guard count >= 0, count <= bytes.count - at else { throw Unreadable() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    private mutating func byte() throws(Unreadable) -> UInt8 {
        guard at < bytes.count else { throw Unreadable() }
        at += 1
        return bytes[at - 1]
    }
}
