/// The random key that owners digest values with which must not be kept themselves.
enum DigestKey {
    static let name = "digest.key"
    static let length = 32
    private static let temporary = "digest.key.new"

    /// Reads the key, or makes one. `isReplaced` when there was one that can't be used.
    static func load(_ io: any JournalIO) throws(JournalError) -> (key: [UInt8], isReplaced: Bool) {
        var isReplaced = false
        if let file = try io.open(name, writing: false) {
            var key = [UInt8](repeating: 0, count: length + 1)
            let count = try read(file, &key)
            if count == length { return (Array(key.prefix(length)), false) }
            isReplaced = true
        }
        return (try make(io), isReplaced)
    }

    private static func make(_ io: any JournalIO) throws(JournalError) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        let key = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        try io.remove(temporary)
        let file = try io.create(temporary)
        guard try write(file, key) == length else {
            throw .system(call: "pwrite", path: "\(io.path)/\(temporary)", errno: SystemCall.noSpace)
        }
        try file.sync()
        try io.rename(temporary, to: name)
        try io.sync()
        return key
    }

    private static func read(_ file: any JournalFile, _ key: inout [UInt8]) throws(JournalError) -> Int {
        try key.withUnsafeMutableBufferPointer { buffer throws(JournalError) in
            try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
        }
    }

    private static func write(_ file: any JournalFile, _ key: [UInt8]) throws(JournalError) -> Int {
        try key.withUnsafeBufferPointer { bytes throws(JournalError) in
            try file.write(UnsafeRawBufferPointer(bytes), at: 0)
        }
    }
}
