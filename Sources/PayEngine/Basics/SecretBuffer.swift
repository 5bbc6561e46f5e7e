import Glibc
import Synchronization

/// Whole pages that nothing else lives in, for bytes that are not to be found later: kept out of the swap and of core
/// files where the kernel allows it, and overwritten before they are given back.
///
/// Only its owner, ``SecretBytes``, writes into it, and only while nobody else refers to it.
final class SecretBuffer: @unchecked Sendable {
    let capacity: Int
    let start: UnsafeMutableRawPointer
    var count = 0
    private let isMapped: Bool

    /// Pages that are blank again: each key that is typed wants one.
    private struct Spares: @unchecked Sendable {
        var pages: [UnsafeMutableRawPointer] = []
    }

    private static let spares = Mutex(Spares())
    private static let mostSpares = 64
    private static let page = Int(sysconf(Int32(_SC_PAGESIZE)))

    init(capacity: Int) {
        let page = Self.page
        if capacity <= page, let spare = Self.spares.withLock({ $0.pages.popLast() }) {
            (self.capacity, start, isMapped) = (page, spare, true)
            return
        }
        let size = max(1, (capacity + page - 1) / page) * page
        self.capacity = size
        let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        if let pages, pages != MAP_FAILED {
            // Both are best effort: without them it is overwritten all the same.
            _ = mlock(pages, size)
            _ = madvise(pages, size, MADV_DONTDUMP)
            (start, isMapped) = (pages, true)
        } else {
            let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: page)
            block.initializeMemory(as: UInt8.self, repeating: 0, count: size)
            (start, isMapped) = (block, false)
        }
    }

    deinit {
        // The compiler may leave out a plain overwriting of memory that is about to go.
        // The capacity behind the last byte holds zeros only.
        explicit_bzero(start, count)
        guard isMapped else { return start.deallocate() }
        let isKept = Self.spares.withLock { [start, capacity] spares in
            guard capacity == Self.page, spares.pages.count < Self.mostSpares else { return false }
            spares.pages.append(start)
            return true
        }
        if !isKept { munmap(start, capacity) }
    }

    /// Copies the bytes into pages of their own.
    func copy(capacity wanted: Int) -> SecretBuffer {
        let copy = SecretBuffer(capacity: max(wanted, count))
        copy.start.copyMemory(from: start, byteCount: count)
        copy.count = count
        return copy
    }
}
