/// A file that holds room on the disk, so that outcomes still fit when it is full.
package enum DiskReserve {
    package static let name = "reserve"
    /// What it holds.
    static let length: Int64 = 8 << 20
    /// Below this much free room (the reserve not counted) no new work begins.
    static let leastFree: Int64 = 16 << 20

    /// Makes the reserve where there is room for it.
    ///
    /// A disk without room is no error: new work is refused there anyway.
    static func keep(_ io: any JournalIO) {
        guard let there = try? io.open(name, writing: false) != nil, !there,
            let free = try? io.freeBytes(), free >= length + leastFree
        else { return }
        do throws(JournalError) {
            try io.create(name).allocate(length)
        } catch {
            release(io)
        }
    }

    /// Gives the room back.
    static func release(_ io: any JournalIO) {
        try? io.remove(name)
    }
}
