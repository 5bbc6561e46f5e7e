/// The random key that owners digest values with which must not be kept themselves.
enum DigestKey {
    static let name = "digest.key"
    static let length = 32

    /// Whether there is one, and it can be used.
    enum Presence: Equatable {
        case good([UInt8])
        /// Too short, too long, or no file.
        case bad
        case missing
    }

    /// Looks, and changes nothing.
    static func look(_ io: any JournalIO) throws(JournalError) -> Presence {
        let file: (any JournalFile)?
        do throws(JournalError) {
            file = try io.open(name, writing: false)
        } catch .notRegular {
            return .bad
        } catch .tooLong {
            return .bad
        }
        guard let file else { return .missing }
        var key = [UInt8](repeating: 0, count: length + 1)
        return try read(file, &key) == length ? .good(Array(key.prefix(length))) : .bad
    }

    /// Reads the key, or makes one; `isReplaced` when there was one that can't be used any more.
    static func load(_ io: any JournalIO, isNew: Bool) throws(JournalError) -> (key: [UInt8], isReplaced: Bool) {
        switch try look(io) {
        case .good(let key): (key, false)
        case .bad: (try make(io), true)
        case .missing: (try make(io), !isNew)
        }
    }

    private static func make(_ io: any JournalIO) throws(JournalError) -> [UInt8] {
        let key = try RandomBytes.draw(length)
        try io.replace(name, with: key)
        return key
    }

    private static func read(_ file: any JournalFile, _ key: inout [UInt8]) throws(JournalError) -> Int {
        try key.withUnsafeMutableBufferPointer { buffer throws(JournalError) in
            try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
        }
    }
}
