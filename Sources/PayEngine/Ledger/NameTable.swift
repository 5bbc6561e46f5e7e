/// Finds values by short names as they stand in a line's bytes.
struct NameTable<Value: Sendable>: Sendable {
    /// A name and its length in 32 bytes.
    private struct Key: Equatable {
        let words: SIMD4<UInt64>

        /// Makes a key of a text; nil for one that no name is as long as.
        @inline(__always)
        init?(_ bytes: UnsafeRawBufferPointer) {
            guard (1...longest).contains(bytes.count) else { return nil }
            var words = SIMD4<UInt64>()
            withUnsafeMutableBytes(of: &words) { room in
                room.copyMemory(from: bytes)
                room[longest] = UInt8(bytes.count)
            }
            self.words = words
        }

        @inline(__always)
        var hash: Int {
            let folded = words[0] ^ (words[1] &* 0x9e37_79b9_7f4a_7c15) ^ words[2] ^ words[3]
            return Int(truncatingIfNeeded: (folded &* 0xff51_afd7_ed55_8ccd) >> 40)
        }
    }

    private static var longest: Int { 31 }

    private var keys: [Key?]
    private var values: [Value?]

    /// Makes a table of names and their values.
    ///
    /// - Precondition: names of 1 to 31 bytes, none of them twice.
    init(_ entries: [(name: String, value: Value)]) {
        var size = 8
        while size < 4 * entries.count { size *= 2 }
        keys = Array(repeating: nil, count: size)
        values = Array(repeating: nil, count: size)
        for (name, value) in entries {
            guard let key = Array(name.utf8).withUnsafeBytes({ Key($0) }) else {
                preconditionFailure("\(name) is too long a name")
            }
            let place = place(of: key)
            precondition(keys[place] == nil, "\(name) is there twice")
            keys[place] = key
            values[place] = value
        }
    }

    /// The value of that name; nil for any other text.
    @inline(__always)
    subscript(name: UnsafeRawBufferPointer) -> Value? {
        guard let key = Key(name) else { return nil }
        return values[place(of: key)]
    }

    subscript(name: String) -> Value? {
        var name = name
        return name.withUTF8 { self[UnsafeRawBufferPointer($0)] }
    }

    /// Returns where the name is, or would be: there is always room.
    @inline(__always)
    private func place(of key: Key) -> Int {
        var place = key.hash & (keys.count - 1)
        while let found = keys[place], found != key { place = (place + 1) & (keys.count - 1) }
        return place
    }
}
