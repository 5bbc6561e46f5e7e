/// Packs values for the journal's checkpoint.
///
/// What it writes ``CheckpointDecoder`` reads, of the same version only.
struct CheckpointEncoder {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ value: Int64) {
        // Small numbers of either sign take few bytes.
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(_ value: Int) { put(Int64(value)) }

    mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes += text.utf8
    }

    mutating func put(_ fee: Fen) { put(fee.value) }

    mutating func put(_ time: Timestamp) { put(time.milliseconds) }

    /// Packs a flag, and the value where there is one.
    mutating func put<Value>(_ value: Value?, _ write: (inout CheckpointEncoder, Value) -> Void) {
        put(value != nil)
        if let value { write(&self, value) }
    }

    mutating func put(_ text: String?) { put(text) { $0.put($1) } }

    mutating func put<Value>(_ values: [Value], _ write: (inout CheckpointEncoder, Value) -> Void) {
        put(values.count)
        for value in values { write(&self, value) }
    }
}
