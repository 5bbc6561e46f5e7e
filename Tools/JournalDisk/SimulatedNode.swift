/// A file's contents, twice: as processes see them, and as the disk holds them.
final class SimulatedNode {
    private enum Change {
        case write(offset: Int, bytes: [UInt8])
        case resize(Int)
    }

    private static let sector = 512

    private(set) var cached: [UInt8] = []
    private var disk: [UInt8] = []
    private var pending: [Change] = []

    init() {}

    private init(cached: [UInt8], disk: [UInt8], pending: [Change]) {
        self.cached = cached
        self.disk = disk
        self.pending = pending
    }

    func copy() -> SimulatedNode { SimulatedNode(cached: cached, disk: disk, pending: pending) }

    func write(_ bytes: [UInt8], at offset: Int) {
        Self.put(bytes, at: offset, into: &cached)
        pending.append(.write(offset: offset, bytes: bytes))
    }

    func resize(to length: Int) {
        Self.resize(&cached, length)
        pending.append(.resize(length))
    }

    /// Changes a bit on the disk, and with it in the cache.
    func flip(_ offset: Int, _ mask: UInt8) {
        sync()
        cached[offset] ^= mask
        disk[offset] ^= mask
    }

    /// Lets everything reach the disk.
    func sync() {
        for change in pending { Self.apply(change, to: &disk) }
        pending = []
        Self.resize(&disk, cached.count)
    }

    /// Lies: some of it reaches the disk, the rest is forgotten, and the cache looks as if all had.
    func failToSync(_ random: inout SeededRandom) {
        lose(&random, into: &disk)
        pending = []
    }

    /// Reads clean pages from the disk again; the size is known without them.
    func forget(from offset: Int) {
        guard pending.isEmpty else { return }
        let size = cached.count
        cached.removeLast(max(0, size - offset))
        cached += disk[min(cached.count, disk.count)..<min(size, disk.count)]
        Self.resize(&cached, size)
    }

    /// Lets the power fail.
    func crash(_ random: inout SeededRandom) {
        lose(&random, into: &disk)
        pending = []
        cached = disk
    }

    /// Applies any part of what is pending: sectors in any order, torn ones too; sizes early, late or never.
    private func lose(_ random: inout SeededRandom, into disk: inout [UInt8]) {
        let share = [0, 30, 70, 95, 100][random.below(5)]
        let keepsSize = random.chance(50)
        for change in pending {
            switch change {
            case .resize: if random.chance(share) { Self.apply(change, to: &disk) }
            case .write(let offset, let bytes):
                if !keepsSize, random.chance(50) { Self.resize(&disk, max(disk.count, offset + bytes.count)) }
                var at = 0
                while at < bytes.count {
                    let end = min(bytes.count, at + Self.sector - (offset + at) % Self.sector)
                    let torn = random.chance(20) ? random.below(end - at + 1) : end - at
                    let piece = Array(bytes[at..<(at + torn)])
                    let fits = offset + at + piece.count <= disk.count || !keepsSize
                    if random.chance(share), fits { Self.put(piece, at: offset + at, into: &disk) }
                    at = end
                }
            }
        }
    }

    private static func apply(_ change: Change, to bytes: inout [UInt8]) {
        switch change {
        case .write(let offset, let piece): put(piece, at: offset, into: &bytes)
        case .resize(let length): resize(&bytes, length)
        }
    }

    private static func put(_ piece: [UInt8], at offset: Int, into bytes: inout [UInt8]) {
        guard !piece.isEmpty else { return }
        if bytes.count < offset + piece.count { resize(&bytes, offset + piece.count) }
        bytes.replaceSubrange(offset..<(offset + piece.count), with: piece)
    }

    private static func resize(_ bytes: inout [UInt8], _ length: Int) {
        if length < bytes.count {
            bytes.removeLast(bytes.count - length)
        } else {
            bytes += [UInt8](repeating: 0, count: length - bytes.count)
        }
    }
}
