/// A folder in memory.
final class MemoryFolder: JournalIO {
    let path = "memory"
    var files: [String: [UInt8]] = [:]

    init() {}

    /// The input's parts: `c` a checkpoint, `k` a key, `s` a segment as it is, everything else a segment whose lines
    /// are given their right `h` and `c`, so that the fuzzer gets past them.
    init(_ input: [UInt8]) {
        var ordinal = 0
        var chain = ChainState.start
        for part in input.split(separator: 0x1e, maxSplits: 8) {
            switch part.first {
            case 0x63: files[Checkpoint.name] = Array(part.dropFirst())
            case 0x6b: files[DigestKey.name] = Array(part.dropFirst())
            case 0x73:
                ordinal += 1
                files[SegmentName.make(ordinal)] = Array(part.dropFirst())
            default:
                ordinal += 1
                files[SegmentName.make(ordinal)] = Self.sealed(part, &chain)
            }
        }
        // A key of its own is random, which a fuzzer can't follow.
        files[DigestKey.name] = files[DigestKey.name] ?? [UInt8](repeating: 7, count: DigestKey.length)
    }

    /// The lines with the chain's `n`, `h` and `c`; those that are whole keep theirs.
    private static func sealed(_ part: ArraySlice<UInt8>, _ chain: inout ChainState) -> [UInt8] {
        let hash = SHA256Digest()
        var bytes: [UInt8] = []
        for text in part.split(separator: 0x0a) {
            if let state = text.withUnsafeBytes({ line in LineShape(line)?.state(line) }) {
                bytes += text + [0x0a]
                chain = state
                continue
            }
            var line = Array("{\"n\":\(chain.number + 1),".utf8) + text
            guard let digest = line.withUnsafeBytes({ chain.digest.following($0, using: hash) }) else { continue }
            line += Array(",\"h\":\"".utf8) + digest.digits + [0x22]
            let checksum = line.withUnsafeBytes { Checksum.extend(chain.checksum, $0) }
            line += Array(",\"c\":\"".utf8) + Hexadecimal.encode(checksum) + Array("\"}".utf8)
            chain = ChainState(number: chain.number + 1, checksum: checksum, digest: digest)
            bytes += line + [0x0a]
        }
        return bytes
    }

    func list() -> [String] { Array(files.keys) }

    func open(_ name: String, writing: Bool) -> (any JournalFile)? {
        files[name].map { _ in MemoryFile(self, name) }
    }

    func create(_ name: String) throws(JournalError) -> any JournalFile {
        guard files[name] == nil else { throw .system(call: "open", path: name, errno: 17) }
        files[name] = []
        return MemoryFile(self, name)
    }

    func rename(_ name: String, to other: String) { files[other] = files.removeValue(forKey: name) }

    func remove(_ name: String) { files[name] = nil }

    func freeBytes() -> Int64 { 1 << 30 }

    func sync() {}
}

final class MemoryFile: JournalFile {
    private let folder: MemoryFolder
    private let name: String

    init(_ folder: MemoryFolder, _ name: String) {
        self.folder = folder
        self.name = name
    }

    private var bytes: [UInt8] { folder.files[name] ?? [] }

    func size() -> Int64 { Int64(bytes.count) }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int {
        let part = bytes.dropFirst(Int(offset)).prefix(buffer.count)
        buffer.copyBytes(from: part)
        return part.count
    }

    func write(_ data: UnsafeRawBufferPointer, at offset: Int64) -> Int {
        let missing = Int(offset) + data.count - bytes.count
        if missing > 0 { folder.files[name]? += [UInt8](repeating: 0, count: missing) }
        folder.files[name]?.replaceSubrange(Int(offset)..<(Int(offset) + data.count), with: data)
        return data.count
    }

    func sync() {}

    func truncate(to length: Int64) { folder.files[name]?.removeLast(max(0, bytes.count - Int(length))) }

    func allocate(_ length: Int64) {}

    func forget(from offset: Int64) {}
}
