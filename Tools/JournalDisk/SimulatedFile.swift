import Glibc
package import Persistence

/// An open file of the simulated disk.
package final class SimulatedFile: JournalFile {
    private let disk: SimulatedDisk
    private let node: SimulatedNode

    init(_ disk: SimulatedDisk, _ node: SimulatedNode) {
        self.disk = disk
        self.node = node
    }

    package func size() throws(JournalError) -> Int64 {
        try disk.live()
        return Int64(node.cached.count)
    }

    package func read(into buffer: inout MutableRawSpan, at offset: Int64) throws(JournalError) -> Int {
        try disk.live()
        guard offset < node.cached.count else { return 0 }
        let count = min(buffer.byteCount, node.cached.count - Int(offset))
        buffer.withUnsafeMutableBytes { buffer in
            node.cached.withUnsafeBytes { bytes in
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<(Int(offset) + count)]))
            }
        }
        return count
    }

    /// Writes; a write that fails may have taken a part, without an error then, or as a full disk.
    package func write(_ span: RawSpan, at offset: Int64) throws(JournalError) -> Int {
        let bytes = span.withUnsafeBytes { Array($0) }
        if disk.isFull { throw .system(call: "pwrite", path: "", errno: ENOSPC) }
        guard try disk.fails() else {
            node.write(bytes, at: Int(offset))
            return bytes.count
        }
        let part = disk.random.below(bytes.count + 1)
        if part > 0 { node.write(Array(bytes.prefix(part)), at: Int(offset)) }
        if part < bytes.count, disk.random.chance(50) { return part }
        throw disk.random.chance(50)
            ? disk.failure("pwrite") : .system(call: "pwrite", path: "", errno: ENOSPC)
    }

    package func sync() throws(JournalError) {
        if try disk.fails() {
            if !disk.isDead { node.failToSync(&disk.random) }
            throw disk.failure("fdatasync")
        }
        node.sync()
    }

    package func truncate(to length: Int64) throws(JournalError) {
        if try disk.fails() { throw disk.failure("ftruncate") }
        node.resize(to: Int(length))
    }

    package func allocate(_ length: Int64) throws(JournalError) {
        if try disk.fails() { throw disk.failure("fallocate") }
    }

    package func forget(from offset: Int64) {
        node.forget(from: Int(offset))
    }
}
